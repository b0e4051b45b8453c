package dev.colight.bench;

import dev.colight.bench.BenchDocument.Spot;
import dev.colight.bench.LiveServer.Run;
import dev.colight.bench.LiveServer.Shown;
import dev.colight.execution.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What people do beside changing a number: at the pipe of the server, in a thousand blocks. */
final class Scenarios {
  private static final String URI = "file:///bench/fan.jsh";
  private static final int SLIDER_HERTZ = 30;
  private static final int KEYS_PER_SECOND = 20;

  private final int rounds;
  private final int sliderSeconds;
  private final int typingSeconds;
  private final Consumer<String> progress;
  private final FanDocument document = new FanDocument();
  private final Map<Integer, Samples> byDependents = new TreeMap<>();
  private int number = FanDocument.FIRST;

  Scenarios(boolean quick, Consumer<String> progress) {
    this.rounds = quick ? 20 : 100;
    this.sliderSeconds = quick ? 3 : 10;
    this.typingSeconds = quick ? 5 : 60;
    this.progress = progress;
  }

  /**
   * Changes that come at a steady pace, whatever becomes of them.
   *
   * @param seen how many of them were shown
   * @param lags milliseconds from a change until its result is there, of those that were shown
   * @param last milliseconds from the last change until its result was there
   */
  record Paced(int sent, int seconds, int seen, Samples lags, double last) {
    double perSecond() {
      return seen / (double) seconds;
    }
  }

  /**
   * What was found.
   *
   * @param byDependents milliseconds from an edit to its last result
   * @param leaf milliseconds from an edit of a source that a block uses to that block's result
   * @param deep the same for the last source of a chain, the first of which a block uses
   * @param insert from the new block to its result
   * @param delete from an edit that takes a block away to the end of the run
   */
  record Findings(
      Map<Integer, Samples> byDependents,
      Samples leaf,
      Samples deep,
      Samples insert,
      Samples delete,
      Paced slider,
      Paced typing) {}

  /** Sends a change that is to be shown by a value; returns the time just before. */
  private interface Change {
    long send(int value) throws IOException;
  }

  Findings run(Language language) throws IOException, InterruptedException {
    try (LiveServer server = new LiveServer(language)) {
      progress.accept("opening " + FanDocument.SIZE + " blocks");
      Run opened = server.open(URI, document.text());
      check(opened.failed() == 0, opened);
      for (int dependents : List.of(0, 1, 10, 100)) {
        progress.accept("edits with " + dependents + " dependents");
        edits(server, dependents, rounds / 2);
        byDependents.put(dependents, edits(server, dependents, rounds));
      }
      progress.accept("blocks that come and go");
      List<Double> inserts = new ArrayList<>();
      List<Double> deletes = new ArrayList<>();
      for (int i = 0; i < rounds; i++) {
        int line = document.middle();
        String block = "\"new \" + " + ++number + ";\n\n";
        Run insert = server.replaceLines(URI, line, line, block);
        check(insert.executed() == 1, insert);
        inserts.add(insert.last());
        Run delete = server.replaceLines(URI, line, line + 2, "");
        check(delete.executed() == 0, delete);
        deletes.add(delete.end());
      }
      progress.accept("edits in sources beside " + SourceDocument.SIZE + " blocks");
      Samples leaf;
      Samples deep;
      try (SourceDocument sources = new SourceDocument()) {
        server.open(sources.uri(), sources.text());
        leaf = sourceEdits(server, sources.leaf());
        deep = sourceEdits(server, sources.deep());
        server.close(sources.uri());
      }
      progress.accept("a slider, for " + sliderSeconds + " s");
      Paced slider =
          pace(
              server,
              SLIDER_HERTZ,
              sliderSeconds,
              FanDocument.SLIDER_FACTOR,
              value -> server.move(URI, FanDocument.SLIDER, "n", Integer.toString(value)));
      progress.accept("typing, for " + typingSeconds + " s");
      Spot spot = document.spot(1);
      Paced typing =
          pace(
              server,
              KEYS_PER_SECOND,
              typingSeconds,
              1,
              value -> server.type(URI, spot, Integer.toString(value)));
      return new Findings(
          byDependents, leaf, deep, Samples.of(inserts), Samples.of(deletes), slider, typing);
    }
  }

  private Samples edits(LiveServer server, int dependents, int count)
      throws IOException, InterruptedException {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Run run = server.edit(URI, document.spot(dependents), ++number);
      check(run.results() == dependents + 1 && run.failed() == 0, run);
      times.add(run.last());
    }
    return Samples.of(times);
  }

  private Samples sourceEdits(LiveServer server, Path source)
      throws IOException, InterruptedException {
    String uri = source.toUri().toString();
    server.openSource(uri, Files.readString(source));
    List<Double> times = new ArrayList<>();
    for (int i = -rounds / 2; i < rounds; i++) {
      number++;
      long start = server.type(uri, SourceDocument.SPOT, Integer.toString(number));
      double time = server.untilShown(Integer.toString(number * SourceDocument.FACTOR), start);
      if (i >= 0) {
        times.add(time);
      }
    }
    return Samples.of(times);
  }

  /**
   * Sends changes at a pace.
   *
   * @param factor what is shown of a change is so many times its value
   */
  private Paced pace(LiveServer server, int hertz, int seconds, int factor, Change change)
      throws IOException, InterruptedException {
    int count = hertz * seconds;
    long period = TimeUnit.SECONDS.toNanos(1) / hertz;
    Map<String, Long> sent = new HashMap<>();
    List<Double> lags = new ArrayList<>();
    String last = "";
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      last = Integer.toString(++number * factor);
      sent.put(last, change.send(number));
      take(server, start + (i + 1) * period, sent, lags, "");
    }
    take(server, System.nanoTime() + LiveServer.PATIENCE_NANOS, sent, lags, last);
    check(!sent.containsKey(last), "what was changed last is not shown");
    return new Paced(count, seconds, lags.size(), Samples.of(lags), lags.get(lags.size() - 1));
  }

  /** Takes what comes until a time, or until a value is shown. */
  private static void take(
      LiveServer server, long until, Map<String, Long> sent, List<Double> lags, String wanted)
      throws IOException, InterruptedException {
    for (Shown shown = server.next(until); shown != null; shown = server.next(until)) {
      Long at = sent.remove(shown.value());
      if (at != null) {
        lags.add((shown.nanos() - at) / 1e6);
      }
      if (shown.value().equals(wanted)) {
        return;
      }
    }
  }

  private static void check(boolean holds, Object what) {
    if (!holds) {
      throw new IllegalStateException("not what was expected: " + what);
    }
  }

  /** Returns the tables of what was found. */
  static String report(Findings findings) {
    Tables.Table edits =
        new Tables.Table("milliseconds, in 1,000 blocks", "what", "p50", "p95", "p99");
    findings.byDependents.forEach(
        (dependents, times) ->
            edits.row("edit, dependents: " + dependents, Tables.percentiles(times)));
    edits.row("edit a source, used directly", Tables.percentiles(findings.leaf));
    edits.row("edit a source, at the end of a chain of five", Tables.percentiles(findings.deep));
    edits.row("insert a block", Tables.percentiles(findings.insert));
    edits.row("delete it", Tables.percentiles(findings.delete));
    Tables.Table paced =
        new Tables.Table(
            "changes at a pace", "what", "sent/s", "shown/s", "lag p50, ms", "p95", "p99", "last");
    paced("slider", findings.slider, paced);
    paced("typing", findings.typing, paced);
    return edits + "\n" + paced;
  }

  private static void paced(String name, Paced paced, Tables.Table table) {
    List<String> cells = new ArrayList<>();
    cells.add(number(paced.sent / (double) paced.seconds));
    cells.add(number(paced.perSecond()));
    cells.addAll(List.of(Tables.percentiles(paced.lags)));
    cells.add(number(paced.last));
    table.row(name, cells.toArray(String[]::new));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
