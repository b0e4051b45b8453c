package dev.colight.trust;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a document really is, whatever name leads there: links are followed, {@code ..} is taken
 * out, and letters have the case that the disk has. A link has two places, its own and that of what
 * it leads to: the one is where the document finds its neighbours, the other is who wrote it.
 *
 * @param paths absolute; the last is that of what is read
 */
public record Place(List<Path> paths) {
  /** What editors call a document that is in no file. */
  private static final String UNTITLED = "untitled:";

  /** Copies the paths. */
  public Place {
    paths = List.copyOf(paths);
  }

  /** Returns where a document is, nothing where it is in no file of this machine. */
  public static Optional<Place> of(String uri) {
    try {
      URI parsed = URI.create(uri);
      String scheme = parsed.getScheme();
      return "file".equalsIgnoreCase(scheme) && !unnamed(parsed)
          ? Optional.of(of(Path.of(parsed)))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns where a file is, which need not be there yet. */
  public static Place of(Path file) {
    Path absolute = file.toAbsolutePath();
    Path name = absolute.getFileName();
    Path parent = absolute.getParent();
    Set<Path> paths = new LinkedHashSet<>();
    if (name != null && parent != null && !isDots(name)) {
      paths.add(real(parent).resolve(name));
    }
    paths.add(real(absolute));
    return new Place(List.copyOf(paths));
  }

  /**
   * Tells whether a document is in no file yet: what somebody types into a new buffer is their own.
   */
  public static boolean isUnsaved(String uri) {
    if (uri.toLowerCase(Locale.ROOT).startsWith(UNTITLED)) {
      return true;
    }
    try {
      URI parsed = URI.create(uri);
      return "file".equalsIgnoreCase(parsed.getScheme()) && unnamed(parsed);
    } catch (IllegalArgumentException e) {
      return uri.equals("file://"); // what Neovim calls a buffer without a name
    }
  }

  private static boolean unnamed(URI uri) {
    String path = uri.getPath();
    return uri.getAuthority() == null && (path == null || path.isEmpty() || path.equals("/"));
  }

  /** Returns what is read when somebody reads the document. */
  public Path target() {
    return paths.get(paths.size() - 1);
  }

  /** Returns the real path of what is there, and of the rest of it what its name says. */
  static Path real(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path parent = absolute.getParent();
      Path name = absolute.getFileName();
      if (parent == null || name == null) {
        return absolute.normalize();
      }
      Path rest = real(parent).resolve(name);
      return isDots(name) ? rest.normalize() : rest;
    }
  }

  private static boolean isDots(Path name) {
    return name.toString().equals("..") || name.toString().equals(".");
  }
}
