package dev.colight.java.directives;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names an artifact in a Maven repository.
 *
 * @param version a version or a range of them; empty where a BOM is to tell
 * @param classifier empty for the main artifact
 * @param type such as {@code jar}, {@code pom} for a BOM, {@code fatjar} for one without what it
 *     depends on
 */
public record Coordinate(
    String group, String artifact, String version, String classifier, String type) {
  private static final Pattern FORMAT =
      Pattern.compile(
          "(?<group>[a-zA-Z0-9_.-]+):(?<artifact>[a-zA-Z0-9_.-]+)"
              + "(?::(?<version>[^:@]*)(?::(?<classifier>[^@]*))?)?(?:@(?<type>.*))?");

  /** Pages of source hosts, from which JitPack builds: host, owner, project, version, module. */
  private static final Pattern PAGE =
      Pattern.compile(
          "https?://(?<host>github\\.com|gitlab\\.com|bitbucket\\.org)/(?<owner>[^/#]+)/"
              + "(?<project>[^/#]+)(?:/(?:-/)?(?:tree|commit|src|commits)/(?<version>[^/#]+)"
              + "(?:/(?<module>[^#]+?))?)?/?(?:#(?<fragment>.*))?");

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}");
  private static final int SHORT_HASH = 10;

  /** Reads {@code group:artifact[:version[:classifier]][@type]}; null where it is none. */
  public static @Nullable Coordinate parse(String text) {
    Matcher page = PAGE.matcher(text);
    if (page.matches()) {
      return ofPage(page);
    }
    Matcher matcher = FORMAT.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    return new Coordinate(
        matcher.group("group"),
        matcher.group("artifact"),
        range(orEmpty(matcher.group("version"))),
        orEmpty(matcher.group("classifier")),
        Objects.requireNonNullElse(matcher.group("type"), "jar"));
  }

  /** {@code 1.2+} is any version from 1.2 on. */
  private static String range(String version) {
    return version.endsWith("+")
        ? "[" + version.substring(0, version.length() - 1) + ",)"
        : version;
  }

  private static Coordinate ofPage(Matcher page) {
    String host =
        switch (page.group("host")) {
          case "github.com" -> "com.github";
          case "gitlab.com" -> "com.gitlab";
          default -> "org.bitbucket";
        };
    String[] fragment = orEmpty(page.group("fragment")).split(":", -1);
    String version = Objects.requireNonNullElse(page.group("version"), "main");
    String module = fragment[0].isEmpty() ? orEmpty(page.group("module")) : fragment[0];
    boolean branch = version.equals("main") || version.equals("master");
    boolean snapshot = fragment.length == 2 && !fragment[1].isEmpty();
    if (HASH.matcher(version).matches()) {
      version = version.substring(0, SHORT_HASH);
    } else if (branch || snapshot) {
      version += "-SNAPSHOT";
    }
    String owner = host + "." + page.group("owner");
    return module.isEmpty()
        ? new Coordinate(owner, page.group("project"), version, "", "jar")
        : new Coordinate(owner + "." + page.group("project"), module, version, "", "jar");
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Tells whether it names what JitPack makes of a source host's page. */
  public static boolean isPage(String text) {
    return PAGE.matcher(text).matches();
  }

  /** Tells whether it only says which versions of other artifacts to take. */
  public boolean isBom() {
    return type.equalsIgnoreCase("pom");
  }

  /** Tells whether it names one version for good: no range, no snapshot, no alias of the newest. */
  public boolean isFixed() {
    return !version.isEmpty()
        && "[(".indexOf(version.charAt(0)) < 0
        && !version.endsWith("-SNAPSHOT")
        && !version.equals("LATEST")
        && !version.equals("RELEASE");
  }

  /** Returns it as people write it. */
  @Override
  public String toString() {
    return group
        + ":"
        + artifact
        + (version.isEmpty() ? "" : ":" + version)
        + (classifier.isEmpty() ? "" : ":" + classifier)
        + (type.equals("jar") ? "" : "@" + type);
  }
}
