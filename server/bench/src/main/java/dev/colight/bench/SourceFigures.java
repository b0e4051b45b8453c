package dev.colight.bench;

import dev.colight.bench.LiveServer.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Documents in a workspace of many sources: from opening one to its last result, from an edit in
 * the deepest source to the result that it leads to, and the memory of the server. Beside that,
 * what {@code javac} takes for all of the sources, and ECJ for the edited one alone.
 */
final class SourceFigures {
  private static final int COUNT = 2_000;

  /** What the documents show of the number in the deepest source. */
  private static final int FACTOR = 2;

  private final int rounds;
  private final Consumer<String> progress;
  private int number = ManySources.FIRST;

  SourceFigures(boolean quick, Consumer<String> progress) {
    this.rounds = quick ? 10 : 50;
    this.progress = progress;
  }

  /** Returns the table of what was found. */
  String run() throws IOException, InterruptedException {
    try (ManySources sources = new ManySources(COUNT)) {
      progress.accept("javac of " + COUNT + " sources");
      double javac = javac(sources);
      double ecj = ecj(sources);
      Tables.Table table =
          new Tables.Table(
              COUNT + " sources, milliseconds",
              "document",
              "opened",
              "opened/javac",
              "edit p50",
              "p95",
              "edit/ecj",
              "edit outside p50",
              "server, MB",
              "worker, MB");
      measure("that uses a few", "few.jsh", sources.few(), sources, javac, ecj, table);
      measure("that uses nearly all", "all.jsh", sources.all(), sources, javac, ecj, table);
      return table
          + "\njavac of all: "
          + Tables.number(javac)
          + " ms, ECJ of the edited one: "
          + Tables.number(ecj)
          + " ms\n";
    }
  }

  private void measure(
      String name,
      String file,
      String text,
      ManySources sources,
      double javac,
      double ecj,
      Tables.Table table)
      throws IOException, InterruptedException {
    progress.accept("a document " + name);
    Process process = Processes.server();
    try (LiveServer server = new LiveServer(new LspPipe(process))) {
      Run opened = server.open(sources.uri(file), text);
      if (!opened.value().equals(Integer.toString(ManySources.FIRST * FACTOR))) {
        throw new IllegalStateException("the document failed: " + opened);
      }
      String source = sources.deepest().toUri().toString();
      server.openSource(source, Files.readString(sources.deepest()));
      edits(server, source, false);
      Samples body = edits(server, source, false);
      Samples outside = edits(server, source, true);
      double worker = 0;
      for (ProcessHandle child : process.children().toList()) {
        worker = Math.max(worker, Processes.resident(child.pid()));
      }
      table.row(
          name,
          Tables.number(opened.last()),
          Tables.number(opened.last() / javac),
          Tables.number(body.percentile(50)),
          Tables.number(body.percentile(95)),
          Tables.number(body.percentile(50) / ecj),
          Tables.number(outside.percentile(50)),
          Tables.number(Processes.resident(process.pid())),
          Tables.number(worker));
    } finally {
      process.destroy();
    }
  }

  /**
   * Edits the deepest source.
   *
   * @param outside whether what other sources are compiled against changes with the body
   */
  private Samples edits(LiveServer server, String source, boolean outside)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      number++;
      if (outside) {
        server.type(source, ManySources.NAME, Integer.toString(number));
      }
      long start = server.type(source, ManySources.SPOT, Integer.toString(number));
      times.add(server.untilShown(Integer.toString(number * FACTOR), start));
    }
    return Samples.of(times);
  }

  private static double javac(ManySources sources) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("colight-bench");
    List<String> command =
        new ArrayList<>(List.of(Processes.tool("javac"), "-proc:none", "-d", folder.toString()));
    sources.sources().forEach(file -> command.add(file.toString()));
    long start = System.nanoTime();
    String said = Processes.output(command.toArray(String[]::new));
    double time = (System.nanoTime() - start) / 1e6;
    Folders.delete(folder);
    if (!said.isEmpty()) {
      throw new IllegalStateException("javac says " + said);
    }
    return time;
  }

  /** Returns what a warm compiler takes for the deepest source. */
  private double ecj(ManySources sources) throws IOException {
    String name = sources.deepest().getFileName().toString().replace(".java", "");
    String text =
        Files.readString(sources.deepest())
            .replaceFirst("package [^;]+;", "package " + BareEcj.PACKAGE + ";");
    BareEcj ecj = new BareEcj();
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < 4 * rounds; i++) {
      long start = System.nanoTime();
      ecj.compile(Map.of(name, text));
      times.add((System.nanoTime() - start) / 1e6);
    }
    return Samples.of(times.subList(2 * rounds, 4 * rounds)).median();
  }
}
