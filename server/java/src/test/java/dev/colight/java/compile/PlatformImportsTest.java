package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.graph.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformImportsTest {
  private final PlatformImports imports = TestDocument.IMPORTS;

  @Test
  void default_imports_are_those_of_the_own_jshell() {
    List<String> expected =
        Runtime.version().feature() >= 25
            ? List.of("module java.base")
            : List.of(
                "java.io.*",
                "java.math.*",
                "java.net.*",
                "java.nio.file.*",
                "java.util.*",
                "java.util.concurrent.*",
                "java.util.function.*",
                "java.util.prefs.*",
                "java.util.regex.*",
                "java.util.stream.*");
    assertEquals(expected, imports.defaultImports());
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "List          | java.util.*                    | java.util.List",
        "List          | java.util.*;java.awt.*         | java.util.List;java.awt.List",
        "List          | java.util.*;java.util.*        | java.util.List",
        "Nothing       | java.util.*                    | ''",
        "String        | java.util.*                    | ''",
        "Entry         | java.util.Map.*                | java.util.Map.Entry",
        "SimpleEntry   | java.util.HashMap.*            | java.util.AbstractMap.SimpleEntry",
        "Entry         | static java.util.Map.*         | java.util.Map.Entry",
        "State         | static java.lang.Thread.*      | java.lang.Thread.State",
        "List          | module java.base               | java.util.List",
        "Connection    | module java.sql                | java.sql.Connection",
        "Logger        | module java.sql                | java.util.logging.Logger",
        "List          | module java.desktop;java.util.* | java.util.List",
        "String        | module java.base               | ''",
        "TreeNode      | java.util.*                    | ''",
        "Unsafe        | jdk.internal.misc.*            | ''",
        "List          | no.such.*                      | ''",
        "Map$Entry     | java.util.*                    | ''",
      })
  void types_are_found_by_name(String name, String onDemand, String expected) {
    assertEquals(split(expected), imports.resolve(Name.type(name), split(onDemand)));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "max      | static java.lang.Math.*                            | static java.lang.Math.max",
        "max      | java.lang.*                                        | ''",
        "max      | static java.lang.Math.*;static java.lang.Integer.* "
            + "| static java.lang.Math.max;static java.lang.Integer.max",
        "of       | static java.util.ArrayList.*                       | ''",
        "newFile  | static java.lang.Math.*                            | ''",
        "getClass | static java.lang.Math.*                            | ''",
        "comparingByKey | static java.util.Map.Entry.* | static java.util.Map.Entry.comparingByKey",
      })
  void functions_are_found_by_name(String name, String onDemand, String expected) {
    assertEquals(split(expected), imports.resolve(Name.function(name), split(onDemand)));
  }

  @ParameterizedTest(name = "{0} from {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "PI        | static java.lang.Math.*           | static java.lang.Math.PI",
        "MAX_VALUE | static java.lang.Long.*           | static java.lang.Long.MAX_VALUE",
        "EXACTLY   | static java.lang.Long.*           | ''",
        "NEW       | static java.lang.Thread.State.*   | static java.lang.Thread.State.NEW",
        "CENTER    | static javax.swing.JLabel.*       | static javax.swing.JLabel.CENTER",
      })
  void fields_are_found_by_name_inherited_ones_too(String name, String onDemand, String expected) {
    assertEquals(split(expected), imports.resolve(Name.value(name), split(onDemand)));
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(";"));
  }

  @Test
  void classes_of_a_directory_and_of_a_jar_are_found(@TempDir Path directory) throws IOException {
    byte[] bytes =
        new InferredStorage(new CodeKey(Digest.of("x")), 61, "x", "I", null).toClass().bytes();
    Path classes = Files.createDirectories(directory.resolve("classes/colight"));
    String simpleName = "V" + new CodeKey(Digest.of("x"));
    Files.write(classes.resolve(simpleName + ".class"), bytes);
    Path jar = directory.resolve("some.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("colight/" + simpleName + ".class"));
      out.write(bytes);
      out.closeEntry();
    }
    Path missing = directory.resolve("missing.jar");
    for (Path entry : List.of(directory.resolve("classes"), jar)) {
      Platform platform = Platform.running(List.of(missing, entry));
      try (PlatformClasses opened = new PlatformClasses(platform)) {
        PlatformImports found = new PlatformImports(opened);
        assertEquals(
            List.of("colight." + simpleName),
            found.resolve(Name.type(simpleName), List.of("colight.*")));
        assertEquals(
            List.of("static colight." + simpleName + ".x"),
            found.resolve(Name.value("x"), List.of("static colight." + simpleName + ".*")));
      }
      assertTrue(!platform.digest().equals(Platform.running(List.of()).digest()));
    }
  }

  @Test
  void another_jdk_can_be_the_platform() throws IOException {
    Path home = otherJdk();
    Platform platform = new Platform(home, List.of(), List.of());
    try (PlatformClasses opened = new PlatformClasses(platform)) {
      PlatformImports other = new PlatformImports(opened);
      assertTrue(!other.defaultImports().isEmpty());
      TestDocument document =
          new TestDocument(
              new EcjCompiler(opened), name -> other.resolve(name, other.defaultImports()));
      var result =
          document.result(
              document.statements(
                  "List<Integer> l = List.of(1)", "l.stream().map(i -> i + 1).toList()"));
      assertEquals(List.of(), result.problems());
      assertEquals("List<Integer>", result.types().get(1));
    }
  }

  /** Returns a JDK beside the running one; where there is none, there is nothing to test. */
  private static Path otherJdk() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    Path parent = home.getParent();
    try (Stream<Path> siblings = parent == null ? Stream.empty() : Files.list(parent)) {
      List<Path> others =
          siblings
              .filter(path -> Files.isRegularFile(path.resolve("lib/modules")))
              .filter(path -> Files.isRegularFile(path.resolve("release")))
              .filter(path -> !Set.of(home).contains(real(path)))
              .sorted()
              .toList();
      assumeTrue(!others.isEmpty(), "only one JDK here");
      return others.get(0);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }
}
