package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colight.java.kernel.Document.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs blocks in a real worker. */
class JvmKernelTest {
  private static final WorkerPool POOL = new WorkerPool(WorkerOptions.standard());

  private Document document;

  @AfterAll
  static void closePool() {
    POOL.close();
  }

  @BeforeEach
  void open(@TempDir Path folder) {
    document = new Document(POOL, folder);
  }

  @AfterEach
  void close() {
    document.close();
  }

  @Test
  void statements_show_their_values_in_order() {
    document.program().variable("int", "x");
    Outcome outcome = document.run("x := 41", "System.out.println(#x);", "= #x + 1", "= \"a\\n\"");
    assertEquals("|0VALUE:41|1STDOUT:41\n|2VALUE:42|3VALUE:\"a\\n\"", outcome.story());
    assertNull(outcome.end().thrown());
    assertEquals(2, outcome.end().definedClasses());
  }
}
