package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.RunRequest;
import dev.colight.execution.RunRequest.Segment;
import dev.colight.execution.ValueRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that a run has left counts once it has been stopped. */
class StoppedRunTest extends WorkerFixture {
  @Override
  WorkerPool pool() {
    return patientPool();
  }

  @Test
  void what_a_stopped_run_leaves_does_not_count_as_what_an_equal_one_left(@TempDir Path folder)
      throws IOException {
    CodeKey x = program().variable("int", "x");
    Path gate = folder.resolve("gate");
    Segment block =
        program()
            .statements(
                "while (new java.io.File(\"" + gate + "\").exists()) Thread.sleep(1);", "x := 42");
    RunRequest request = document.start(block);
    document.await();
    ValueRef left = document.values().get(x);
    assertNotNull(left);
    Files.createFile(gate);
    document.kernel().run(request);
    document.await(event -> event.equals(new KernelEvent.Began(request.id())));
    document.kernel().cancel();
    assertTrue(document.await().end().cancelled());
    RunRequest reader = document.start(Map.of(x, left), program().statements("= #x"));
    assertEquals(
        List.of(new KernelEvent.Gone(reader.id(), Set.of(left))), document.await().events());
  }
}
