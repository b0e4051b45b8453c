package dev.colight.java.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceRootsTest {
  private Path top;

  @BeforeEach
  void endHere(@TempDir Path folder) throws IOException {
    top = folder;
    Files.createDirectories(top.resolve(".git"));
  }

  private void file(String name, String text) throws IOException {
    Path file = top.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> roots(String folder, Path... set) {
    return SourceRoots.of(top.resolve(folder), List.of(set)).stream()
        .map(root -> top.relativize(root).toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void the_own_module_of_a_build_comes_first_and_then_the_others() throws IOException {
    file("pom.xml", "");
    file("core/pom.xml", "");
    file("core/src/main/java/acme/Core.java", "package acme;");
    file("app/pom.xml", "");
    file("app/src/main/java/acme/App.java", "package acme;");
    file("app/src/test/java/acme/AppTest.java", "package acme;");
    file("app/notes/x.jsh", "");
    assertEquals(
        List.of("app/src/main/java", "app/src/test/java", "core/src/main/java"),
        roots("app/notes").stream().filter(root -> root.contains("src")).toList());
  }

  @Test
  void a_gradle_build_is_one_too() throws IOException {
    file("settings.gradle.kts", "");
    file("src/main/java/acme/App.java", "package acme;");
    assertEquals("src/main/java", roots("").get(0));
  }

  @Test
  void folders_that_a_build_names_are_roots_too() throws IOException {
    file("settings.gradle", "");
    file("old/pom.xml", "<sourceDirectory>${project.basedir}/code</sourceDirectory>");
    file("old/code/A.java", "");
    file("groovy/build.gradle", "sourceSets.main.java.srcDirs = ['src', 'gen/java', \"$made\"]");
    file("groovy/src/B.java", "");
    file("groovy/gen/java/C.java", "");
    file("kotlin/build.gradle.kts", "sourceSets { main { java { srcDir(\"lib\") } } }");
    file("kotlin/lib/D.java", "");
    assertEquals(List.of("old/code", "groovy/src", "groovy/gen/java", "kotlin/lib"), roots("old"));
  }

  @Test
  void what_a_build_makes_is_no_module() throws IOException {
    file("pom.xml", "");
    file("src/main/java/A.java", "");
    file("target/copy/pom.xml", "");
    file("target/copy/src/main/java/A.java", "");
    assertEquals(List.of("src/main/java"), roots(""));
  }

  @Test
  void without_a_build_package_lines_tell_where_packages_begin() throws IOException {
    file("play/acme/tools/Tool.java", "// a tool\npackage acme.tools;\nclass Tool {}");
    assertEquals("play", roots("play/acme/tools").get(0));
  }

  @Test
  void roots_that_are_set_are_the_only_ones() throws IOException {
    file("pom.xml", "");
    file("src/main/java/acme/App.java", "package acme;");
    file("generated/acme/Made.java", "package acme;");
    assertEquals(List.of("generated"), roots("notes", Path.of("generated"), Path.of("absent")));
  }
}
