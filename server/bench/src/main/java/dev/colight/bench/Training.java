package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Has a server do what it does in its first seconds, so that its JVM can note which classes that
 * takes: class data that later servers map are made from these notes. The command that starts the
 * server, with the options that make the JVM take them, is the launcher's.
 */
public final class Training {
  private Training() {}

  /**
   * Opens documents and edits one.
   *
   * @param command starts a language server
   */
  public static void main(String[] command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (LiveServer server = new LiveServer(new LspPipe(process))) {
      BenchDocument pairs = new BenchDocument(10);
      // Unsaved: what is in a file has to be trusted first.
      server.open("untitled:pairs.jsh", pairs.text());
      int number = BenchDocument.FIRST;
      for (Pair pair : pairs.pairs()) {
        server.edit("untitled:pairs.jsh", pair.value(), ++number);
      }
      server.open("untitled:training.jsh", document());
    } finally {
      process.destroy();
    }
  }

  /** Returns a document of what people write. */
  private static String document() throws IOException {
    try (InputStream file = Training.class.getResourceAsStream("training.jsh")) {
      return new String(
          Objects.requireNonNull(file, "training.jsh").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
