package dev.colight.bench;

import dev.colight.bench.LiveServer.Run;
import dev.colight.execution.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.tools.ToolProvider;

/**
 * How long code takes in a document, and in a class under plain {@code java}: CPU time of the
 * thread, the best of some calls, and the best of some processes, in turns.
 */
final class UserCode {
  private static final String BEST =
      """
      long best(java.util.function.LongSupplier code) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 30; i++) {
          long start = threads.getCurrentThreadCpuTime();
          code.getAsLong();
          best = Math.min(best, threads.getCurrentThreadCpuTime() - start);
        }
        return best;
      }
      """;

  private static final List<String> METHODS =
      List.of(
          """
          long loop() {
            int[] a = new int[1 << 16];
            long s = 0;
            for (int k = 0; k < 1_000; k++) for (int i = 0; i < a.length; i++) s += a[i] + k;
            return s;
          }
          """,
          """
          long vector() {
            double[] a = new double[1 << 14], b = new double[1 << 14];
            for (int k = 0; k < 4_000; k++) for (int i = 0; i < a.length; i++) a[i] = a[i] * 0.5 + b[i];
            return (long) a[7];
          }
          """,
          """
          long stream() {
            return java.util.stream.IntStream.range(0, 8_000_000)
                .filter(i -> i % 3 == 0).mapToLong(i -> (long) i * i).map(x -> x ^ 7).sum();
          }
          """,
          """
          long allocation() {
            var list = new java.util.ArrayList<String>();
            for (int i = 0; i < 300_000; i++) list.add("n" + i % 1000);
            return list.stream().mapToInt(String::length).sum() + new java.util.HashSet<>(list).size();
          }
          """,
          """
          long recursion() { return fib(30); }

          int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
          """,
          """
          long sieve() {
            boolean[] composite = new boolean[5_000_001];
            long count = 0;
            for (int i = 2; i < composite.length; i++) {
              if (!composite[i]) {
                count++;
                for (long j = (long) i * i; j < composite.length; j += i) composite[(int) j] = true;
              }
            }
            return count;
          }
          """,
          """
          long matrix() {
            int n = 200;
            double[][] a = new double[n][n], b = new double[n][n], c = new double[n][n];
            for (int i = 0; i < n; i++) for (int k = 0; k < n; k++) for (int j = 0; j < n; j++) c[i][j] += a[i][k] * b[k][j];
            return (long) c[3][3];
          }
          """);

  private final int processes;
  private final Consumer<String> progress;

  UserCode(boolean quick, Consumer<String> progress) {
    this.processes = quick ? 1 : 5;
    this.progress = progress;
  }

  /** Returns the table of what was found. */
  String run(Language language) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("colight-bench");
    compile(folder);
    Map<String, Double> plain = new TreeMap<>();
    Map<String, Double> live = new TreeMap<>();
    try (LiveServer server = new LiveServer(language)) {
      for (int i = 0; i < processes; i++) {
        for (String method : METHODS) {
          String name = name(method);
          progress.accept(name + ", process " + (i + 1) + " of " + processes);
          String said =
              Processes.output(Processes.tool("java"), "-cp", folder.toString(), "Code", name);
          plain.merge(name, Double.parseDouble(said.strip()) / 1e6, Math::min);
          String uri = "file:///code/" + name + i + ".jsh";
          Run run = server.open(uri, method + "\n" + BEST + "\nbest(() -> " + name + "())\n");
          server.close(uri);
          live.merge(name, Double.parseDouble(run.value()) / 1e6, Math::min);
        }
      }
    } finally {
      Folders.delete(folder);
    }
    Tables.Table table =
        new Tables.Table(
            "user code, CPU time", "what", "java, ms", "document, ms", "document/java");
    for (String method : METHODS) {
      String name = name(method);
      double one = plain.getOrDefault(name, 0.0);
      double other = live.getOrDefault(name, 0.0);
      table.row(name, Tables.number(one), Tables.number(other), Tables.number(other / one));
    }
    return table.toString();
  }

  private static String name(String method) {
    return method.substring(method.indexOf(' ') + 1, method.indexOf('('));
  }

  /** Compiles a class with all of the code, which runs one of the methods. */
  private static void compile(Path folder) throws IOException {
    StringBuilder source = new StringBuilder("public class Code {\n");
    List<String> cases = new ArrayList<>();
    for (String method : METHODS) {
      source.append(method.replaceAll("(?m)^(?=(long|int) \\w+\\()", "static "));
      cases.add("case \"" + name(method) + "\" -> best(() -> " + name(method) + "());");
    }
    source
        .append("static ")
        .append(BEST)
        .append("public static void main(String[] args) {\nSystem.out.println(switch (args[0]) {\n")
        .append(String.join("\n", cases))
        .append("\ndefault -> throw new IllegalArgumentException();\n});\n}\n}\n");
    Path file = Files.writeString(folder.resolve("Code.java"), source);
    int status =
        Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "needs a JDK")
            .run(
                null,
                OutputStream.nullOutputStream(),
                System.err,
                "-d",
                folder.toString(),
                file.toString());
    if (status != 0) {
      throw new IllegalStateException("javac does not take " + source);
    }
  }
}
