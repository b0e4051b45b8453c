package dev.colight.java.sources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  private long nanos;
  private Path file;
  private SourceTree tree;

  @BeforeEach
  void readOnce(@TempDir Path root) throws IOException {
    file = root.resolve("A.java");
    Files.writeString(file, "class A {}");
    tree = new SourceTree(List.of(root), new Buffers(), () -> nanos, null);
    assertEquals("class A {}", tree.text(file));
  }

  private String lookAfter(long passed) {
    nanos += passed;
    tree.look();
    return String.valueOf(tree.text(file));
  }

  @Test
  void a_file_that_is_deleted_keeps_its_text_for_a_while() throws IOException {
    Files.delete(file);
    assertEquals("class A {}", lookAfter(0));
    assertEquals("class A {}", lookAfter(SourceTree.GRACE.toNanos() - 1));
    nanos += 1;
    tree.look();
    assertNull(tree.text(file));
  }

  @Test
  void a_file_that_is_emptied_keeps_its_text_for_a_while() throws IOException {
    Files.writeString(file, "");
    assertEquals("class A {}", lookAfter(0));
    assertEquals("class A {}", lookAfter(SourceTree.GRACE.toNanos() - 1));
    assertEquals("", lookAfter(1));
  }

  @Test
  void a_file_that_is_written_anew_in_two_steps_has_its_new_text() throws IOException {
    Files.writeString(file, "");
    assertEquals("class A {}", lookAfter(0));
    Files.writeString(file, "class A { int b; }");
    assertEquals("class A { int b; }", lookAfter(1));
  }
}
