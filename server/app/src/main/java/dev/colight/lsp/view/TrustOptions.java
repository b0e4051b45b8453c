package dev.colight.lsp.view;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.colight.protocol.Protocol;
import dev.colight.trust.Place;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of trust in {@code initialize}. Only there: some editors fill the settings
 * that a server can ask for later from files in the folder that is open, which must not trust
 * itself.
 *
 * @param folders what the user's settings name, {@code trust.folders}
 * @param all whether the editor has a question of its own, and it was answered: {@code trust.all}
 * @param workspaceFolders real paths of what the client has open
 */
public record TrustOptions(List<Path> folders, boolean all, Set<Path> workspaceFolders) {
  /** Reads them, any part of which may be missing. */
  public static TrustOptions of(InitializeParams params) {
    JsonElement section =
        params.getInitializationOptions() instanceof JsonObject options
            ? options.get(Protocol.SECTION)
            : null;
    JsonElement folders = find(section, "folders");
    JsonElement all = find(section, "all");
    return new TrustOptions(
        folders == null || !folders.isJsonArray()
            ? List.of()
            : folders.getAsJsonArray().asList().stream()
                .flatMap(folder -> path(folder).stream())
                .toList(),
        all instanceof JsonPrimitive given && given.isBoolean() && given.getAsBoolean(),
        workspaceFolders(params));
  }

  private static @Nullable JsonElement find(@Nullable JsonElement section, String name) {
    if (!(section instanceof JsonObject object)) {
      return null;
    }
    JsonElement dotted = object.get("trust." + name);
    return dotted != null || !(object.get("trust") instanceof JsonObject trust)
        ? dotted
        : trust.get(name);
  }

  /** Returns an absolute path, {@code ~} being the user's home. */
  private static Optional<Path> path(JsonElement folder) {
    if (!(folder instanceof JsonPrimitive text) || !text.isString()) {
      return Optional.empty();
    }
    String written = text.getAsString();
    try {
      Path path =
          written.equals("~") || written.startsWith("~/")
              ? Path.of(System.getProperty("user.home") + written.substring(1))
              : Path.of(written);
      return Optional.of(path).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("deprecation")
  private static Set<Path> workspaceFolders(InitializeParams params) {
    Set<Path> folders = new LinkedHashSet<>();
    List<WorkspaceFolder> named = params.getWorkspaceFolders();
    if (named != null) {
      named.forEach(folder -> add(folders, folder.getUri()));
    } else if (params.getRootUri() != null) {
      add(folders, params.getRootUri());
    }
    return Set.copyOf(folders);
  }

  private static void add(Set<Path> folders, String uri) {
    Place.of(uri).map(Place::target).ifPresent(folders::add);
  }
}
