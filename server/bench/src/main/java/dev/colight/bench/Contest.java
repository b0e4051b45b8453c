package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import dev.colight.bench.LiveServer.Run;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One document with all contenders; in each round they do the same edit. */
final class Contest {
  /** The kinds of pairs take turns. */
  private static final int KINDS = PairKind.values().length;

  private final BenchDocument document;
  private final LiveServer server;
  private final Floor floor;
  private final Map<Contender, Rival> rivals = new EnumMap<>(Contender.class);
  private final Map<Contender, String> broken = new EnumMap<>(Contender.class);
  private final String uri;
  private final Random random;

  /** Never the same twice, so that no result can come from a cache. */
  private int number = BenchDocument.FIRST;

  Contest(BenchDocument document, LiveServer server, Floor floor) {
    this.document = document;
    this.server = server;
    this.floor = floor;
    this.uri = "file:///bench/blocks" + document.size() + ".jsh";
    this.random = new Random(document.size());
  }

  /** Returns the number of blocks. */
  int size() {
    return document.size();
  }

  /** Opens the document, all of which has to run. */
  Run open() throws IOException, InterruptedException {
    Run run = server.open(uri, document.text());
    if (run.failed() != 0 || run.results() != size()) {
      throw new IllegalStateException("the document of " + size() + " blocks failed: " + run);
    }
    return run;
  }

  /** Returns the document. */
  BenchDocument document() {
    return document;
  }

  /** Adds a rival, in which the document has run. */
  void add(Contender contender, Rival rival) {
    rivals.put(contender, rival);
  }

  /**
   * Plays a round, in which every other time the floor goes first.
   *
   * @param counted counted from the first in which rivals take part; says which of them do
   */
  Round play(int round, int counted) throws IOException, InterruptedException {
    int groups = document.pairs().size() / KINDS;
    Pair pair = document.pairs().get(random.nextInt(groups) * KINDS + round % KINDS);
    boolean floorFirst = round / KINDS % 2 == 0;
    number++;
    Map<Contender, Double> millis = new EnumMap<>(Contender.class);
    Timed floorRun = () -> floor.run(pair, number);
    String expected = floorFirst ? time(millis, Contender.FLOOR, floorRun) : "";
    Run edit = server.edit(uri, pair.value(), number);
    millis.put(Contender.EDIT, edit.last());
    expected = floorFirst ? expected : time(millis, Contender.FLOOR, floorRun);
    // A worker full of classes of older text is replaced, and makes its values again: it says more.
    check(edit.results() >= 2 && edit.value().equals(expected), edit + ", not " + expected);
    Run undo = server.edit(uri, pair.value(), BenchDocument.FIRST);
    check(undo.executed() == 0, undo.toString());
    millis.put(Contender.UNDO, undo.end());
    Run comment = server.edit(uri, pair.edition(), number);
    check(comment.executed() == 0, comment.toString());
    millis.put(Contender.COMMENT, comment.end());
    for (Map.Entry<Contender, Rival> rival : List.copyOf(rivals.entrySet())) {
      if (rival.getKey().plays(counted)) {
        play(rival.getKey(), rival.getValue(), pair, expected, millis);
      }
    }
    return new Round(round, size(), pair.kind(), millis);
  }

  /** Has a rival do the edit; one that breaks takes part no more. */
  private void play(
      Contender contender, Rival rival, Pair pair, String expected, Map<Contender, Double> millis)
      throws InterruptedException {
    try {
      String shown = time(millis, contender, () -> rival.edit(pair, number));
      check(shown.equals(expected), contender + ": " + shown + ", not " + expected);
    } catch (IOException e) {
      rivals.remove(contender);
      broken.put(contender, "with " + size() + " blocks: " + e.getMessage());
    }
  }

  /** Returns the rivals that take part no more, and why. */
  Map<Contender, String> broken() {
    return broken;
  }

  /** Something that takes time and shows a value. */
  private interface Timed {
    String run() throws IOException, InterruptedException;
  }

  private static String time(Map<Contender, Double> millis, Contender who, Timed run)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    String value = run.run();
    millis.put(who, (System.nanoTime() - start) / 1e6);
    return value;
  }

  /** Figures of contenders that do not do the same would mean nothing. */
  private static void check(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException("not what was expected: " + what);
    }
  }
}
