package dev.colight.bench;

import dev.colight.bench.LiveServer.Run;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory a server and its worker need in a long session: bytes in use after a full
 * collection, every so many edits. Each edit is new text, whose result is new, and changes a list.
 */
final class MemoryFigures {
  private static final String URI = "file:///long.jsh";

  /** Without a file, as a document that has one has to be trusted first. */
  private static final String OPENED = "untitled:memory.jsh";

  private static final int EDITS = 10_000;
  private static final int QUICK_EDITS = 2_000;
  private static final int EVERY = 1_000;
  private static final int FIRST = 100_000;

  /** New results of each edit. */
  private static final int RESULTS = 6;

  private static final double MEGABYTE = 1 << 20;
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  private static final String TEXT =
      """
      int seed = 100000;

      var values = new ArrayList<Integer>();
      for (int i = 0; i < 100; i++) values.add(seed + i);

      values.add(seed);
      values.size()

      int sum() { return values.stream().mapToInt(x -> x).sum(); }

      sum() % 1000

      "text ".repeat(20) + seed
      """;

  private final JavaLanguage language;
  private final int edits;
  private final PrintStream out;

  MemoryFigures(JavaLanguage language, boolean quick, PrintStream out) {
    this.language = language;
    this.edits = quick ? QUICK_EDITS : EDITS;
    this.out = out;
  }

  /**
   * Prints what servers of their own, started as people start them, need for documents of some
   * sizes: memory that they occupy, and what of their heaps is in use after a full collection.
   */
  static void bySize(List<Integer> sizes, PrintStream out)
      throws IOException, InterruptedException {
    Tables.Table table =
        new Tables.Table(
            "memory once a document is open, MB",
            "blocks",
            "server",
            "its heap",
            "worker",
            "its heap",
            "heap per block, KB");
    double smallest = 0;
    for (int size : sizes) {
      Process process = Processes.server();
      try (LiveServer server = new LiveServer(new LspPipe(process))) {
        Run run = server.open(OPENED, new BenchDocument(size).text());
        if (run.failed() != 0 || run.results() != size) {
          throw new IllegalStateException("the document of " + size + " blocks failed: " + run);
        }
        double resident = Processes.resident(process.pid());
        double used = used(process.pid());
        smallest = smallest == 0 ? used : smallest;
        double workerResident = 0;
        double workerUsed = 0;
        for (ProcessHandle worker : process.children().toList()) {
          workerResident = Math.max(workerResident, Processes.resident(worker.pid()));
          workerUsed = Math.max(workerUsed, used(worker.pid()));
        }
        double perBlock = 1024 * (used - smallest) / Math.max(1, size - sizes.get(0));
        table.row(
            Integer.toString(size),
            Tables.number(resident),
            Tables.number(used),
            Tables.number(workerResident),
            Tables.number(workerUsed),
            size == sizes.get(0) ? "-" : Tables.number(perBlock));
      } finally {
        process.destroy();
      }
    }
    out.println(table);
  }

  /** Edits, and prints a line every so often. */
  void run() throws IOException, InterruptedException {
    try (Workspace workspace = new Workspace(language, event -> {})) {
      workspace.watch(URI, this);
      workspace.open(URI, 0, TEXT);
      double afterFirst = 0;
      double perResult = 0;
      out.println("| edits | server, MB | worker, MB |");
      out.println("| ---: | ---: | ---: |");
      for (int edit = 1; edit <= edits; edit++) {
        String digits = Integer.toString(FIRST + edit);
        workspace.change(URI, edit, List.of(new TextEdit(Range.of(0, 11, 0, 17), digits)));
        settle(workspace);
        if (edit % EVERY == 0) {
          double used = server();
          out.printf(Locale.ROOT, "| %,d | %.1f | %.1f |%n", edit, used, workers());
          out.flush();
          if (edit == EVERY) {
            afterFirst = used;
          } else if (edit == 2 * EVERY) {
            perResult = (used - afterFirst) * 1024 / (EVERY * RESULTS);
          }
        }
      }
      out.printf(Locale.ROOT, "%na cached result takes %.2f KB of the server's heap%n", perResult);
    }
  }

  private static void settle(Workspace workspace) {
    DocumentSnapshot document;
    do {
      document = workspace.current(URI).join();
    } while (document == null || document.running());
  }

  private static double server() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  /** Returns what the largest worker needs: the other ones are in reserve. */
  private static double workers() throws IOException, InterruptedException {
    double most = 0;
    for (ProcessHandle worker : ProcessHandle.current().children().toList()) {
      most = Math.max(most, used(worker.pid()));
    }
    return most;
  }

  private static double used(long pid) throws IOException, InterruptedException {
    jcmd(pid, "GC.run");
    Matcher used = USED.matcher(jcmd(pid, "GC.heap_info"));
    double bytes = 0;
    while (used.find()) {
      bytes += Long.parseLong(used.group(1)) * 1024.0;
    }
    return bytes / MEGABYTE;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    return Processes.output(Processes.tool("jcmd"), Long.toString(pid), command);
  }
}
