package dev.colight.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.WorkspaceFolder;

/** The folders that a client has open, as far as they are on this machine. */
final class Roots {
  private Roots() {}

  /** Reads them from the parameters of {@code initialize}. */
  @SuppressWarnings("deprecation") // older clients name one root alone
  static List<Path> of(InitializeParams params) {
    List<String> uris = new ArrayList<>();
    if (params.getWorkspaceFolders() != null) {
      params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri).forEach(uris::add);
    } else if (params.getRootUri() != null) {
      uris.add(params.getRootUri());
    }
    List<Path> roots = new ArrayList<>();
    for (String uri : uris) {
      try {
        roots.add(Path.of(URI.create(uri)));
      } catch (RuntimeException e) {
        // in no file system of this machine
      }
    }
    return List.copyOf(roots);
  }
}
