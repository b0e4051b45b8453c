package dev.colight.java.dependencies;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where Maven's things are.
 *
 * @param settings the user's settings, or null for those of Maven itself
 * @param localRepository what was downloaded before, or null for the one that settings name
 * @param cache folder of what was resolved before
 */
public record MavenPlaces(@Nullable Path settings, @Nullable Path localRepository, Path cache) {
  /** Returns Maven's own places, and the cache folder of this user. */
  public static MavenPlaces ofUser() {
    String given = System.getenv("XDG_CACHE_HOME");
    Path caches =
        given == null || given.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(given);
    return new MavenPlaces(null, null, caches.resolve("colight").resolve("libraries"));
  }
}
