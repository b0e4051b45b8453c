package dev.colight.bench;

import dev.colight.java.JavaLanguage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the benchmark from the command line; progress goes to stderr. */
public final class Main {
  private Main() {}

  /** Parses the command line, measures, and exits with 0, 1 (failed) or 2 (bad usage). */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int code = run(List.of(args), out);
    out.flush();
    System.exit(code);
  }

  private static int run(List<String> args, PrintStream out) {
    try {
      if (args.equals(List.of("memory"))) {
        try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults())) {
          new MemoryFigures(language, out).run();
        }
        return 0;
      }
      Options options = Options.parse(args);
      if (options.help()) {
        out.print(Options.USAGE);
      } else {
        out.print(measure(options));
      }
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println("colight: " + e.getMessage());
      return 2;
    } catch (IOException | IllegalStateException e) {
      System.err.println("colight: the benchmark failed: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static String measure(Options options) throws IOException, InterruptedException {
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults())) {
      Benchmark benchmark =
          new Benchmark(options, step -> System.err.println("colight: bench: " + step));
      Benchmark.Findings findings = benchmark.run(language);
      return options.json() ? JsonReport.of(findings) : TableReport.of(findings);
    }
  }
}
