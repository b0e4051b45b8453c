package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The language server as editors start it: a process on stdin and stdout. */
final class ServerProcess implements AutoCloseable {
  private final Process process;
  private final Path stderr;
  final LspSession session;

  /** Starts a server that writes its log into a folder. */
  ServerProcess(Path folder) throws IOException, InterruptedException {
    stderr = folder.resolve("stderr");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "lsp")
            .redirectError(stderr.toFile())
            .start();
    session = new LspSession(process.getInputStream(), process.getOutputStream());
  }

  /** Returns the processes that it has started and that are alive. */
  List<ProcessHandle> workers() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  String log() throws IOException {
    return Files.readString(stderr);
  }

  /** Waits for its end; returns its exit code. */
  int exitCode() throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it ends");
    return process.exitValue();
  }

  /** Kills it without a word, as a crash would. */
  void kill() {
    process.destroyForcibly();
  }

  /** Waits until processes have ended. */
  static void awaitEnd(List<ProcessHandle> handles) {
    CompletableFuture.allOf(
            handles.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .orTimeout(60, TimeUnit.SECONDS)
        .join();
  }

  @Override
  public void close() {
    List<ProcessHandle> workers = workers();
    process.destroyForcibly();
    workers.forEach(ProcessHandle::destroyForcibly);
  }
}
