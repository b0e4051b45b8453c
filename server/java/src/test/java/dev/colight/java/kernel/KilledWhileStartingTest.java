package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.KernelEvent;
import dev.colight.worker.wire.ToWorker.Limits;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Workers that somebody kills before they are there. */
class KilledWhileStartingTest {
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_run_whose_workers_were_killed_while_they_started_may_be_begun_again(@TempDir Path folder)
      throws IOException {
    WorkerOptions killed =
        new WorkerOptions(jdkThatIsKilled(folder), List.of(), List.of(), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(killed);
        Document document = new Document(pool, folder)) {
      KernelEvent.Lost lost = Objects.requireNonNull(document.run("= 1").lost());
      assertEquals("no worker could be started", lost.reason());
      assertTrue(lost.outside(), "it was not the program");
    }
  }

  /** Makes a JDK like the one that runs this, whose {@code java} kills itself. */
  private static Path jdkThatIsKilled(Path folder) throws IOException {
    Path jdk = Files.createDirectory(folder.resolve("jdk"));
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(WorkerOptions.standard().javaHome())) {
      for (Path part : parts) {
        if (!part.endsWith("bin")) {
          Files.createSymbolicLink(jdk.resolve(part.getFileName()), part.toRealPath());
        }
      }
    }
    Path java = Files.createDirectory(jdk.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\nkill -9 $$\n");
    assertTrue(java.toFile().setExecutable(true));
    return jdk;
  }
}
