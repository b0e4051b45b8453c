package dev.colight.java.assist;

import dev.colight.java.compile.SourceClasses;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sources of classes: of the workspace in its files, of the JDK in its {@code
 * lib/src.zip}, of a library in the {@code -sources.jar} beside its jar. The latter two may not be
 * there.
 */
public final class SourceFiles {
  private final List<Path> jars = new ArrayList<>();
  private final Path jdk;
  private final UnaryOperator<@Nullable String> moduleOf;
  private final SourceClasses sources;
  private final Function<Path, @Nullable String> texts;

  /**
   * Creates a finder.
   *
   * @param moduleOf tells the module of the JDK that a package, with slashes, is of; null for one
   *     of a library
   * @param sources the classes of the workspace
   * @param texts has the text of a file as it is now, or null where there is none
   */
  public SourceFiles(
      Path javaHome,
      List<Path> classPath,
      UnaryOperator<@Nullable String> moduleOf,
      SourceClasses sources,
      Function<Path, @Nullable String> texts) {
    this.sources = sources;
    this.texts = texts;
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

  /** Returns the file of the workspace that declares a class, with dots and dollars, or null. */
  @Nullable Path file(String className) {
    String file = sources.file(outermost(className));
    return file == null ? null : Path.of(file);
  }

  /** Returns the top-level class that a class is in, with slashes. */
  static String outermost(String className) {
    int dollar = className.indexOf('$');
    return (dollar < 0 ? className : className.substring(0, dollar)).replace('.', '/');
  }

  /** Returns the source of the file that declares a class, given with dots and dollars, or null. */
  @Nullable String find(String className) {
    String path = outermost(className);
    Path file = file(className);
    if (file != null) {
      return texts.apply(file);
    }
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
