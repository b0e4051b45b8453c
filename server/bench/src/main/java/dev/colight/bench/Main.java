package dev.colight.bench;

import dev.colight.bench.Options.Part;
import dev.colight.java.JavaLanguage;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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
      Options options = Options.parse(args);
      if (options.help()) {
        out.print(Options.USAGE);
      } else {
        measure(options, out);
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

  private static void measure(Options options, PrintStream out)
      throws IOException, InterruptedException {
    if (!options.json()) {
      out.println(Environment.describe() + "\n");
    }
    for (Part part : Part.values()) {
      if (options.parts().contains(part)) {
        measure(part, options, out);
        out.flush();
      }
    }
  }

  private static void measure(Part part, Options options, PrintStream out)
      throws IOException, InterruptedException {
    switch (part) {
      case COLD -> out.println(new ColdStart(options.quick(), Main::progress).run());
      case MEMORY -> {
        MemoryFigures.bySize(options.sizes(), out);
        try (JavaLanguage language = language()) {
          new MemoryFigures(language, options.quick(), out).run();
        }
      }
      case EDITS -> {
        try (JavaLanguage language = language()) {
          edits(new Benchmark(options, Main::progress).run(language), options, out);
        }
      }
      case SCENARIOS -> {
        try (JavaLanguage language = language()) {
          Scenarios scenarios = new Scenarios(options.quick(), Main::progress);
          out.println(Scenarios.report(scenarios.run(language)));
        }
      }
      case SOURCES -> out.println(new SourceFigures(options.quick(), Main::progress).run());
      case PIECES -> out.println(new Pieces(options.quick(), Main::progress).run());
      case CODE -> {
        try (JavaLanguage language = language()) {
          out.println(new UserCode(options.quick(), Main::progress).run(language));
        }
      }
    }
  }

  private static void edits(Benchmark.Findings findings, Options options, PrintStream out)
      throws IOException {
    out.println(options.json() ? JsonReport.of(findings) : TableReport.of(findings));
    if (options.svg() != null) {
      Files.writeString(options.svg(), EditPlot.of(findings));
    }
  }

  private static JavaLanguage language() {
    return new JavaLanguage(JavaLanguage.Options.defaults());
  }

  private static void progress(String step) {
    System.err.println("colight: bench: " + step);
  }
}
