package dev.colight.java.kernel;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a document with a kernel of its own; workers come from one pool. */
abstract class WorkerFixture {
  private static final WorkerPool POOL = new WorkerPool(WorkerOptions.standard());

  Document document;

  @BeforeEach
  void open(@TempDir Path folder) {
    document = new Document(pool(), folder);
  }

  @AfterEach
  void close() {
    document.close();
  }

  WorkerPool pool() {
    return POOL;
  }

  Program program() {
    return document.program();
  }
}
