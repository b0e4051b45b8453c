package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import dev.colight.java.JavaLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Does what a server does in its first seconds, so that the JVM can note which classes that takes:
 * class data that later servers map are made from these notes. Started by the launcher with the
 * option that makes the JVM take them.
 */
public final class Training {
  private Training() {}

  /** Opens documents and edits one. */
  public static void main(String[] args) throws IOException, InterruptedException {
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        LiveServer server = new LiveServer(language)) {
      BenchDocument pairs = new BenchDocument(10);
      server.open("file:///pairs.jsh", pairs.text());
      int number = BenchDocument.FIRST;
      for (Pair pair : pairs.pairs()) {
        server.edit("file:///pairs.jsh", pair.value(), ++number);
      }
      server.open("file:///training.jsh", document());
    }
    System.exit(0);
  }

  /** Returns a document of what people write. */
  private static String document() throws IOException {
    try (InputStream file = Training.class.getResourceAsStream("training.jsh")) {
      return new String(
          Objects.requireNonNull(file, "training.jsh").readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
