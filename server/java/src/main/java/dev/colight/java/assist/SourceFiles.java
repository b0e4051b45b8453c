package dev.colight.java.assist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources of classes: of the JDK in its {@code lib/src.zip}, of a library in the {@code
 * -sources.jar} beside its jar. Either may not be there.
 */
public final class SourceFiles {
  private final List<Path> jars = new ArrayList<>();
  private final Path jdk;
  private final UnaryOperator<@Nullable String> moduleOf;

  /**
   * Creates a finder.
   *
   * @param moduleOf tells the module of the JDK that a package, with slashes, is of; null for one
   *     of a library
   */
  public SourceFiles(
      Path javaHome, List<Path> classPath, UnaryOperator<@Nullable String> moduleOf) {
    this.jdk = javaHome.resolve("lib").resolve("src.zip");
    this.moduleOf = moduleOf;
    for (Path entry : classPath) {
      String name = String.valueOf(entry.getFileName());
      if (name.endsWith(".jar")) {
        jars.add(
            entry.resolveSibling(
                name.substring(0, name.length() - ".jar".length()) + "-sources.jar"));
      }
    }
  }

  /** Returns the source of the file that declares a class, given with dots and dollars, or null. */
  @Nullable String find(String className) {
    int dollar = className.indexOf('$');
    String path = (dollar < 0 ? className : className.substring(0, dollar)).replace('.', '/');
    int slash = path.lastIndexOf('/');
    String module = slash < 0 ? null : moduleOf.apply(path.substring(0, slash));
    if (module != null) {
      return read(jdk, module + "/" + path + ".java");
    }
    for (Path jar : jars) {
      String text = read(jar, path + ".java");
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String read(Path archive, String name) {
    if (!Files.isRegularFile(archive)) {
      return null;
    }
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        return null;
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      return null; // No documentation is no reason to fail.
    }
  }
}
