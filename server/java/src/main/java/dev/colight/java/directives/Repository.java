package dev.colight.java.directives;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Maven repository, by the id under which settings know it, and its address. */
public record Repository(String id, String url) {
  /** The one that counts where a document names none. */
  public static final Repository CENTRAL =
      new Repository("central", "https://repo1.maven.org/maven2/");

  /** The one that builds from pages of source hosts. */
  public static final Repository JITPACK = new Repository("jitpack", "https://jitpack.io/");

  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("mavencentral", CENTRAL.url),
          Map.entry("central", CENTRAL.url),
          Map.entry("jbossorg", "https://repository.jboss.org/nexus/content/groups/public/"),
          Map.entry("redhat", "https://maven.repository.redhat.com/ga/"),
          Map.entry("jcenter", "https://jcenter.bintray.com/"),
          Map.entry("google", "https://maven.google.com/"),
          Map.entry("jitpack", JITPACK.url),
          Map.entry("sponge", "https://repo.spongepowered.org/maven"),
          Map.entry(
              "central-portal-snapshots",
              "https://central.sonatype.com/repository/maven-snapshots/"),
          Map.entry(
              "sonatype-snapshots", "https://oss.sonatype.org/content/repositories/snapshots"),
          Map.entry(
              "s01sonatype-snapshots",
              "https://s01.oss.sonatype.org/content/repositories/snapshots"),
          Map.entry("spring-snapshot", "https://repo.spring.io/snapshot"),
          Map.entry("spring-milestone", "https://repo.spring.io/milestone"),
          Map.entry("jogamp", "https://jogamp.org/deployment/maven"),
          Map.entry("mvnpm", "https://repo.mvnpm.org/maven2"));

  /**
   * Reads {@code alias}, {@code url}, {@code id=alias} or {@code id=url}; null where it is none.
   *
   * @param base the folder that relative paths start from
   */
  public static @Nullable Repository parse(String text, Path base) {
    String[] parts = text.split("=", -1);
    if (parts.length > 2 || parts[parts.length - 1].isEmpty() || parts[0].isEmpty()) {
      return null;
    }
    String reference = parts[parts.length - 1];
    String id = parts.length == 2 ? parts[0] : reference.toLowerCase(Locale.ROOT);
    String url = ALIASES.get(reference.toLowerCase(Locale.ROOT));
    if (url != null) {
      return new Repository(id, url);
    }
    if (reference.startsWith("./") || reference.startsWith("../")) {
      return new Repository(id, base.resolve(reference).normalize().toUri().toString());
    }
    return reference.contains(":") ? new Repository(id, reference) : null;
  }
}
