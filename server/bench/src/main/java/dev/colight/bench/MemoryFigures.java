package dev.colight.bench;

import dev.colight.java.JavaLanguage;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.Workspace;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
  private static final int EDITS = 10_000;
  private static final int EVERY = 1_000;
  private static final int FIRST = 100_000;
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
  private final PrintStream out;

  MemoryFigures(JavaLanguage language, PrintStream out) {
    this.language = language;
    this.out = out;
  }

  /** Edits, and prints a line every so often. */
  void run() throws IOException, InterruptedException {
    try (Workspace workspace = new Workspace(language, event -> {})) {
      workspace.watch(URI, this);
      workspace.open(URI, 0, TEXT);
      out.println("| edits | server, MB | worker, MB |");
      out.println("| ---: | ---: | ---: |");
      for (int edit = 1; edit <= EDITS; edit++) {
        String digits = Integer.toString(FIRST + edit);
        workspace.change(URI, edit, List.of(new TextEdit(Range.of(0, 11, 0, 17), digits)));
        settle(workspace);
        if (edit % EVERY == 0) {
          out.printf(Locale.ROOT, "| %,d | %.1f | %.1f |%n", edit, server(), workers());
          out.flush();
        }
      }
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
      jcmd(worker.pid(), "GC.run");
      Matcher used = USED.matcher(jcmd(worker.pid(), "GC.heap_info"));
      double bytes = 0;
      while (used.find()) {
        bytes += Long.parseLong(used.group(1)) * 1024.0;
      }
      most = Math.max(most, bytes / MEGABYTE);
    }
    return most;
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
