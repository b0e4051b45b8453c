package dev.colight.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Document after document, for as long as asked. Says on stderr how far it is. */
final class Campaign implements AutoCloseable {
  private static final long PROGRESS_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final Duration SHRINKING = Duration.ofSeconds(40);

  /** Compiled code is kept for good, by the compiler: so the compiler is not. */
  private static final int DOCUMENTS_PER_TRIAL = 3_000;

  private final Options options;
  private final PrintStream out;
  private final Tally total;
  private final long start = System.nanoTime();
  private final long end;
  private final List<Draft> given;
  private long told = start;
  private Trial trial;

  /**
   * Creates a campaign.
   *
   * @throws IOException if the documents that it is to edit cannot be read
   */
  Campaign(Options options, PrintStream out) throws IOException {
    this.options = options;
    given = options.documents() == null ? List.of() : drafts(options.documents());
    this.out = out;
    end = start + TimeUnit.SECONDS.toNanos(options.seconds());
    total = new Tally(options.report());
    trial = new Trial(total);
  }

  /** Fuzzes; returns the number of differences. */
  long run() throws IOException, InterruptedException {
    System.err.println("colight: fuzz: seed " + options.seed());
    long seed = options.seed();
    while (!isOver() && total.differences < options.most()) {
      if (total.documents % DOCUMENTS_PER_TRIAL == DOCUMENTS_PER_TRIAL - 1) {
        trial.close();
        trial = new Trial(total);
      }
      Fuzzer fuzzer =
          new Fuzzer(
              options.features(),
              given,
              options.programs() ? Form.PROGRAM : Form.SCRIPT,
              options.kill() ? Kills.ANY : Kills.NEVER,
              trial);
      Finding found = fuzzer.explore(seed, this::isOver);
      if (found != null) {
        total.differences++;
        tell(fuzzer.examine(found, SHRINKING));
      }
      seed++;
      progress();
    }
    out.println(summary());
    return total.differences;
  }

  /** Reads the documents of a folder. */
  static List<Draft> drafts(Path folder) throws IOException {
    List<Draft> drafts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsh")).sorted().toList()) {
        drafts.add(Draft.parse(Files.readString(file)));
      }
    }
    if (drafts.isEmpty()) {
      throw new IOException("there is no .jsh file in " + folder);
    }
    return drafts;
  }

  private boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  private void tell(Finding finding) throws IOException {
    Files.createDirectories(options.cases());
    Path file = options.cases().resolve("seed-" + finding.seed() + ".case");
    Files.writeString(file, finding.file());
    out.println(file);
    out.println(finding.file());
    out.flush();
  }

  private void progress() {
    long now = System.nanoTime();
    if (now - told >= PROGRESS_NANOS) {
      told = now;
      System.err.println("colight: fuzz: " + summary());
    }
  }

  private String summary() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(
        Locale.ROOT, "%s in %.0f s (%.1f edits/s)", total, seconds, total.edits / seconds);
  }

  @Override
  public void close() {
    trial.close();
  }
}
