package dev.colight.trust;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * What is trusted: folders with all that is in them, and single documents. All paths are real ones
 * (see {@link Place}), as they were when they were granted: what is moved elsewhere is not trusted
 * there, and a link that leads elsewhere by now covers nothing new.
 */
public record Grants(Set<Path> folders, Set<Path> documents) {
  /** Nothing. */
  public static final Grants NONE = new Grants(Set.of(), Set.of());

  /** Copies the sets. */
  public Grants {
    folders = Set.copyOf(folders);
    documents = Set.copyOf(documents);
  }

  /** Tells whether a document is trusted, wherever it may be said to be. */
  public boolean cover(Place place) {
    return place.paths().stream().allMatch(this::covers);
  }

  private boolean covers(Path path) {
    if (documents.contains(path)) {
      return true;
    }
    for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
      if (folders.contains(folder)) {
        return true;
      }
    }
    return false;
  }

  /** Returns these with a folder and all that is in it. */
  public Grants withFolder(Path folder) {
    return new Grants(plus(folders, Place.real(folder)), documents);
  }

  /** Returns these with a document. */
  public Grants withDocument(Place document) {
    Set<Path> more = documents;
    for (Path path : document.paths()) {
      more = plus(more, path);
    }
    return new Grants(folders, more);
  }

  /**
   * Returns these without a folder or a document of this path, whether it is still there or not.
   */
  public Grants without(Path path) {
    Grants rest = this;
    for (Path each : Place.of(path).paths()) {
      rest = rest.minus(each);
    }
    return rest.minus(path.toAbsolutePath().normalize());
  }

  /** Returns these without anything that covers a document. */
  public Grants withoutCover(Place document) {
    Grants rest = this;
    for (Path path : document.paths()) {
      rest = rest.minus(path);
      for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
        rest = rest.minus(folder);
      }
    }
    return rest;
  }

  private Grants minus(Path path) {
    Set<Path> lessFolders = new HashSet<>(folders);
    Set<Path> lessDocuments = new HashSet<>(documents);
    lessFolders.remove(path);
    lessDocuments.remove(path);
    return new Grants(lessFolders, lessDocuments);
  }

  private static Set<Path> plus(Set<Path> paths, Path one) {
    Set<Path> more = new HashSet<>(paths);
    more.add(one);
    return more;
  }
}
