package dev.colight.java.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtraClassPathTest {
  private Path root;
  private Path document;

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    root = folder;
    document = root.resolve("notes/today/a.jsh");
    for (String file :
        List.of("lib/a.jar", "lib/b.jar", "lib/c.txt", "lib/more/d.jar", "notes/today/own.jar")) {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "");
    }
  }

  private String found(List<Path> roots, String... entries) {
    ExtraClassPath.Found found = new ExtraClassPath(List.of(entries), roots).find(document);
    return found.paths().stream()
            .map(path -> root.relativize(path).toString().replace('\\', '/'))
            .collect(Collectors.joining(" "))
        + (found.missing().isEmpty() ? "" : " without " + String.join(" ", found.missing()));
  }

  @Test
  void entries_start_from_the_workspace_folder_or_else_from_the_document() {
    assertEquals("lib/a.jar", found(List.of(root), "lib/a.jar"));
    assertEquals("notes/today/own.jar", found(List.of(), "own.jar"));
    assertEquals(
        "notes/today/own.jar", found(List.of(root, root.resolve("notes")), "today/own.jar"));
    assertEquals("lib/a.jar", found(List.of(), root.resolve("lib/a.jar").toString()));
  }

  @Test
  void patterns_stand_for_files_in_order_and_a_lone_star_for_jars() {
    assertEquals("lib/a.jar lib/b.jar", found(List.of(root), "lib/*"));
    assertEquals("lib/a.jar lib/b.jar", found(List.of(root), "lib/*.jar"));
    assertEquals("lib/more/d.jar", found(List.of(root), "lib/**/*.jar"));
    assertEquals("lib/b.jar lib/a.jar", found(List.of(root), "lib/b.jar", "lib/*"));
  }

  @Test
  void what_is_not_there_is_told() {
    assertEquals(
        "lib/a.jar without lib/x.jar no/*", found(List.of(root), "lib/x.jar", "lib/a.jar", "no/*"));
    assertEquals(" without \u0000", found(List.of(root), "\u0000"));
  }
}
