package dev.colight.java.dependencies;

import dev.colight.java.directives.Requirements;
import java.util.List;

/** Finds the libraries that documents ask for: in the cache, on this machine, or elsewhere. */
public final class Libraries {
  private final ResolutionCache cache;
  private final MavenResolver resolver;

  /** Creates a finder; nothing is read or fetched before somebody asks. */
  public Libraries(MavenPlaces places) {
    cache = new ResolutionCache(places);
    resolver = new MavenResolver(places);
  }

  /**
   * Finds libraries. Takes its time, and returns early where nobody wants the result any more: then
   * it means nothing.
   */
  public Resolved find(Requirements requirements, Watch watch) {
    if (requirements.dependencies().isEmpty()) {
      return new Resolved.Found(List.of());
    }
    List<Library> known = cache.find(requirements);
    if (known != null) {
      return new Resolved.Found(known);
    }
    Resolved resolved = resolver.resolve(requirements, watch);
    if (resolved instanceof Resolved.Found found && !watch.cancelled()) {
      cache.put(requirements, found.libraries());
    }
    return resolved;
  }
}
