package dev.colight.java.kernel;

import dev.colight.worker.wire.ToWorker.Limits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Gives each test a document with a kernel of its own; workers come from one pool. */
abstract class WorkerFixture {
  private static final WorkerPool POOL = new WorkerPool(WorkerOptions.standard());

  private static final WorkerPool PATIENT_POOL =
      new WorkerPool(
          new WorkerOptions(
              WorkerOptions.standard().javaHome(),
              List.of(),
              List.of(),
              Limits.DEFAULT.patient(20)));

  Document document;

  @BeforeEach
  void open(@TempDir Path folder) {
    document = new Document(pool(), folder);
  }

  @AfterEach
  void close() {
    document.close();
  }

  /** Returns where workers come from. */
  WorkerPool pool() {
    return POOL;
  }

  /** Returns the same for runs that are stopped: a machine with much to do takes its time. */
  static WorkerPool patientPool() {
    return PATIENT_POOL;
  }

  Program program() {
    return document.program();
  }
}
