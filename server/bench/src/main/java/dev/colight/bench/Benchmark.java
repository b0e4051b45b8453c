package dev.colight.bench;

import dev.colight.bench.LiveServer.Run;
import dev.colight.execution.Language;
import java.io.IOException;
import java.util.ArrayList;
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

  /** JShell takes part in every so manieth round: it is far slower, and varies less. */
  private static final int RIVALS_EVERY = 7;

  /** Rounds of the warm-up in which JShell may take part: it ran the whole document just before. */
  private static final int RIVAL_WARM_UP = RIVALS_EVERY;

  private static final Map<Contender, String> ENGINES =
      Map.of(Contender.JSHELL_LOCAL, "local", Contender.JSHELL_JDI, "jdi");

  private final Options options;
  private final Consumer<String> progress;
  private final List<JshellRival> rivals = new ArrayList<>();

  Benchmark(Options options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * What a run of the benchmark found.
   *
   * @param opened how long it took to open the documents, by size
   */
  record Findings(List<Integer> sizes, Map<Integer, Run> opened, Measurements measurements) {}

  /** Runs it. */
  Findings run(Language language) throws IOException, InterruptedException {
    try (LiveServer server = new LiveServer(language)) {
      return run(server);
    } finally {
      rivals.forEach(JshellRival::close);
    }
  }

  private Findings run(LiveServer server) throws IOException, InterruptedException {
    Floor floor = new Floor();
    List<Contest> contests = new ArrayList<>();
    Map<Integer, Run> opened = new TreeMap<>();
    for (int size : options.sizes()) {
      progress.accept("opening " + size + " blocks");
      Contest contest = new Contest(new BenchDocument(size), server, floor);
      contests.add(contest);
      opened.put(size, contest.open());
    }
    for (Contest contest : contests) {
      if (contest.size() <= options.jshellLimit()) {
        for (Map.Entry<Contender, String> engine : ENGINES.entrySet()) {
          progress.accept("loading " + contest.size() + " blocks into " + engine.getKey().label());
          JshellRival rival = new JshellRival(engine.getValue());
          rivals.add(rival);
          contest.add(engine.getKey(), rival);
        }
      }
    }
    progress.accept("warming up");
    int warmUp = Math.max(RIVAL_WARM_UP, Math.min(WARM_UP, 3 * options.edits()));
    play(contests, 0, warmUp - RIVAL_WARM_UP, false);
    play(contests, warmUp - RIVAL_WARM_UP, RIVAL_WARM_UP, true);
    progress.accept("measuring " + options.edits() + " edits in each document");
    List<Round> rounds = play(contests, warmUp, options.edits(), true);
    return new Findings(options.sizes(), opened, new Measurements(rounds));
  }

  private static List<Round> play(List<Contest> contests, int first, int count, boolean rivals)
      throws IOException, InterruptedException {
    List<Round> rounds = new ArrayList<>();
    for (int round = first; round < first + count; round++) {
      for (Contest contest : contests) {
        rounds.add(contest.play(round, rivals && round % RIVALS_EVERY == 0));
      }
    }
    return rounds;
  }
}
