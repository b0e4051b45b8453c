package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;

/** The JDK's own JShell with a document in it. */
final class JshellRival implements Rival {
  private final JShell shell;

  /**
   * Starts a JShell as its tool does, with the default imports, and runs all of a document.
   *
   * @param engine {@code local} runs code in this process, {@code jdi} in one of its own
   */
  JshellRival(String engine, BenchDocument document) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    shell = JShell.builder().executionEngine(engine).out(nowhere).err(nowhere).build();
    defaultImports().forEach(shell::eval);
    document.blocks().forEach(this::run);
  }

  private static List<String> defaultImports() {
    Path startup = Path.of(URI.create("jrt:/jdk.jshell/jdk/jshell/tool/resources/DEFAULT.jsh"));
    try (Stream<String> lines = Files.lines(startup)) {
      return lines.filter(line -> line.startsWith("import ")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Does an edit as a person would: defines again, and runs again what requires it. */
  @Override
  public String edit(Pair pair, int value) {
    run(pair.kind().definer(pair.number(), value, value));
    return run(pair.kind().dependent(pair.number()));
  }

  /** Runs a block; returns its last value. */
  private String run(BlockText block) {
    String value = "";
    for (Piece piece : block.pieces()) {
      SnippetEvent event = shell.eval(piece.snippet()).get(0);
      if (event.status() != Snippet.Status.VALID || event.exception() != null) {
        throw new IllegalStateException("JShell does not take " + piece + ": " + event);
      }
      value = String.valueOf(event.value());
    }
    return value;
  }

  @Override
  public void close() {
    shell.close();
  }
}
