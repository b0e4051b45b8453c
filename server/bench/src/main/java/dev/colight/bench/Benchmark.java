package dev.colight.bench;

import dev.colight.bench.LiveServer.Run;
import dev.colight.execution.Language;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Opens documents of all sizes in one server, and edits them in turns. */
final class Benchmark {
  /**
   * Rounds that do not count, until the JIT compilers are done with the most of what is timed: in
   * the server, and in each document's worker.
   */
  private static final int WARM_UP = 300;

  /**
   * Rounds of the warm-up in which rivals may take part, each in one: they ran the whole document
   * just before.
   */
  private static final int RIVAL_WARM_UP = 7;

  /** The number of a round in which no rival takes part. */
  private static final int NO_RIVALS = -1;

  private final Options options;
  private final Consumer<String> progress;
  private final List<Rival> rivals = new ArrayList<>();

  Benchmark(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * What a run of the benchmark found.
   *
   * @param opened how long it took to open the documents, by size
   * @param absent why rivals did not take part that were to
   */
  record Findings(
      List<Integer> sizes,
      Map<Integer, Opening> opened,
      Map<Contender, String> absent,
      Measurements measurements) {}

  /**
   * How long it took to open a document.
   *
   * @param floor milliseconds that the floor took right after for all of its blocks
   */
  record Opening(Run run, double floor) {}

  /** Runs it. */
  Findings run(Language language) throws IOException, InterruptedException {
    try (LiveServer server = new LiveServer(language)) {
      return run(server);
    } finally {
      for (Rival rival : rivals) {
        rival.close();
      }
    }
  }

  private Findings run(LiveServer server) throws IOException, InterruptedException {
    Floor floor = new Floor();
    List<Contest> contests = new ArrayList<>();
    Map<Integer, Opening> opened = new TreeMap<>();
    for (int size : options.sizes()) {
      progress.accept("opening " + size + " blocks");
      Contest contest = new Contest(new BenchDocument(size), server, floor);
      contests.add(contest);
      Run run = contest.open();
      opened.put(size, new Opening(run, Floor.open(contest.document().pairs())));
    }
    Map<Contender, String> absent = new EnumMap<>(Contender.class);
    for (Contest contest : contests) {
      if (contest.size() <= options.rivalLimit()) {
        for (Contender contender : options.beside()) {
          start(contender, contest, absent);
        }
      }
    }
    progress.accept("warming up");
    int warmUp = Math.max(RIVAL_WARM_UP, Math.min(WARM_UP, 3 * options.edits()));
    play(contests, 0, warmUp - RIVAL_WARM_UP, false);
    play(contests, warmUp - RIVAL_WARM_UP, RIVAL_WARM_UP, true);
    progress.accept("measuring " + options.edits() + " edits in each document");
    List<Round> rounds = play(contests, warmUp, options.edits(), true);
    contests.forEach(contest -> absent.putAll(contest.broken()));
    return new Findings(options.sizes(), opened, absent, new Measurements(rounds));
  }

  /** Starts a rival; where that fails, it does not take part, which the report says. */
  private void start(Contender contender, Contest contest, Map<Contender, String> absent)
      throws InterruptedException {
    if (absent.containsKey(contender)) {
      return;
    }
    progress.accept("loading " + contest.size() + " blocks into " + contender.label());
    try {
      Rival rival = new Rivals(options.edits(), progress).start(contender, contest.document());
      rivals.add(rival);
      contest.add(contender, rival);
    } catch (IOException e) {
      absent.put(contender, String.valueOf(e.getMessage()));
    }
  }

  private static List<Round> play(List<Contest> contests, int first, int count, boolean rivals)
      throws IOException, InterruptedException {
    List<Round> rounds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      for (Contest contest : contests) {
        rounds.add(contest.play(first + i, rivals ? i : NO_RIVALS));
      }
    }
    return rounds;
  }
}
