package dev.colight.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Fuzzes from the command line; progress goes to stderr. */
public final class Main {
  private static final int SEEDS = 1_000_000_000;

  private Main() {}

  /** Parses the command line, fuzzes, and exits with 0, 1 (a difference) or 2 (bad usage). */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int code = run(List.of(args), out);
    out.flush();
    System.exit(code);
  }

  private static int run(List<String> args, PrintStream out) {
    try {
      Options options = Options.parse(args, ThreadLocalRandom.current().nextInt(SEEDS));
      if (options.help()) {
        out.print(Options.USAGE);
        return 0;
      }
      return options.replay() == null ? fuzz(options, out) : replay(options.replay(), out);
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("colight: " + e.getMessage());
      return 2;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 2;
    }
  }

  private static int fuzz(Options options, PrintStream out)
      throws IOException, InterruptedException {
    try (Campaign campaign = new Campaign(options, out)) {
      return campaign.run() == 0 ? 0 : 1;
    }
  }

  private static int replay(Path file, PrintStream out) throws IOException, InterruptedException {
    Script script = Script.parse(Files.readString(file));
    try (Trial trial = new Trial(new Tally(false))) {
      Difference difference = trial.run(script);
      out.println(difference == null ? "no difference" : difference);
      return difference == null ? 0 : 1;
    }
  }
}
