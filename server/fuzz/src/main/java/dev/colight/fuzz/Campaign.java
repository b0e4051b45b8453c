package dev.colight.fuzz;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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
  private long told = start;
  private Trial trial;

  Campaign(Options options, PrintStream out) {
    this.options = options;
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
      Fuzzer fuzzer = new Fuzzer(options.features(), options.kill(), options.report(), trial);
      Script script = fuzzer.explore(seed, this::isOver);
      if (script != null) {
        Finding finding = fuzzer.examine(seed, script, SHRINKING);
        total.differences++;
        tell(seed, script, finding);
      }
      seed++;
      progress();
    }
    out.println(summary());
    return total.differences;
  }

  private boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  private void tell(long seed, Script script, @Nullable Finding finding) throws IOException {
    String text =
        finding == null
            ? "# seed " + seed + ": a difference that did not come again\n" + script
            : finding.file();
    Files.createDirectories(options.cases());
    Path file = options.cases().resolve("seed-" + seed + ".case");
    Files.writeString(file, text);
    out.println(file);
    if (finding != null) {
      out.println(text);
    }
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
