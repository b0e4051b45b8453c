package dev.colight.bench;

import dev.colight.bench.LiveServer.Run;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** From the start of a process to what it shows first, and to the end of a longer document. */
final class ColdStart {
  /** What programs print that have no protocol, once they have run all of a document. */
  private static final String MARK = "all has run";

  /** Without a file, as a document that has one has to be trusted first. */
  private static final String URI = "untitled:cold.jsh";

  private static final String SHORT = "int a = 1;\n\na + 1\n";

  private final int rounds;
  private final Consumer<String> progress;
  private final BenchDocument document = new BenchDocument(100);

  ColdStart(boolean quick, Consumer<String> progress) {
    this.rounds = quick ? 2 : 7;
    this.progress = progress;
  }

  /** Milliseconds of all rounds, those of one round at the same index. */
  private static final class Times {
    final List<Double> first = new ArrayList<>();
    final List<Double> all = new ArrayList<>();
  }

  /** Returns the table of what was found. */
  String run() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("colight-bench");
    Path shortScript = Files.writeString(folder.resolve("short.jsh"), SHORT + marked());
    Path script = Files.writeString(folder.resolve("all.jsh"), snippets() + marked());
    Path program =
        Files.writeString(
            folder.resolve(JavaProgram.NAME + ".java"), JavaProgram.of(document.blocks(), MARK));
    Times ours = new Times();
    Times jshell = new Times();
    Times java = new Times();
    for (int i = 0; i < rounds; i++) {
      progress.accept("cold start, round " + (i + 1) + " of " + rounds);
      ours.first.add(server(SHORT).first());
      ours.all.add(server(document.text()).end());
      jshell.first.add(untilMark(Processes.tool("jshell"), shortScript.toString()));
      jshell.all.add(untilMark(Processes.tool("jshell"), script.toString()));
      java.all.add(untilMark(Processes.tool("java"), program.toString()));
    }
    for (Path file : List.of(shortScript, script, program, folder)) {
      Files.deleteIfExists(file);
    }
    Tables.Table table =
        new Tables.Table(
            "process start to result, medians",
            "what",
            "first result, ms",
            "100 blocks, ms",
            "first/jshell",
            "100/jshell");
    table.row("colight lsp", row(ours.first, ours.all, jshell));
    table.row("jshell FILE", row(jshell.first, jshell.all, jshell));
    table.row(
        "java FILE",
        "-",
        Tables.number(Samples.of(java.all).median()),
        "-",
        ratio(java.all, jshell.all));
    return table.toString();
  }

  private static String[] row(List<Double> first, List<Double> all, Times jshell) {
    return new String[] {
      Tables.number(Samples.of(first).median()),
      Tables.number(Samples.of(all).median()),
      ratio(first, jshell.first),
      ratio(all, jshell.all)
    };
  }

  private static String ratio(List<Double> over, List<Double> under) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < over.size(); i++) {
      ratios.add(over.get(i) / under.get(i));
    }
    return Tables.number(Samples.of(ratios).median());
  }

  /** Milliseconds from the start of the process. */
  private record Cold(double first, double end) {}

  private static Cold server(String text) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = Processes.server();
    try (LiveServer server = new LiveServer(new LspPipe(process))) {
      double opened = (System.nanoTime() - start) / 1e6;
      Run run = server.open(URI, text);
      if (run.failed() != 0 || run.results() == 0) {
        throw new IllegalStateException("the document failed: " + run);
      }
      return new Cold(opened + run.first(), opened + run.end());
    } finally {
      process.destroy();
    }
  }

  private static double untilMark(String... command) throws IOException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      StringBuilder said = new StringBuilder();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.contains(MARK)) {
          return (System.nanoTime() - start) / 1e6;
        }
        said.append(line).append('\n');
      }
      throw new IllegalStateException(String.join(" ", command) + " says " + said);
    } finally {
      process.destroy();
    }
  }

  private static String marked() {
    return "System.out.println(\"" + MARK + "\");\n/exit\n";
  }

  private String snippets() {
    StringBuilder text = new StringBuilder();
    for (BlockText block : document.blocks()) {
      block.pieces().forEach(piece -> text.append(piece.snippet()).append('\n'));
    }
    return text.toString();
  }
}
