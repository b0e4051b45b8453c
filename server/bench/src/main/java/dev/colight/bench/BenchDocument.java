package dev.colight.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * A document of a given number of blocks, each of which is another. Blocks come in groups of ten:
 * one that defines for each kind of pair, then those that require them.
 */
public final class BenchDocument {
  /** Blocks of a group. */
  public static final int GROUP = 2 * PairKind.values().length;

  /** What a number that can be edited is at first. All have five digits. */
  public static final int FIRST = 10_000;

  private static final int DIGITS = 5;

  private final int size;
  private final List<Pair> pairs = new ArrayList<>();
  private final String text;

  /** A pair of blocks, and where its numbers stand in the document. */
  public record Pair(PairKind kind, int number, Spot value, Spot edition) {}

  /** A place in the document where there are five digits. */
  public record Spot(int line, int column) {
    /** Returns the column behind it. */
    public int end() {
      return column + DIGITS;
    }
  }

  /** Writes a document of a multiple of ten blocks. */
  public BenchDocument(int size) {
    if (size < GROUP || size % GROUP != 0) {
      throw new IllegalArgumentException("not a multiple of " + GROUP + " blocks: " + size);
    }
    this.size = size;
    List<String> lines = new ArrayList<>();
    for (int group = 0; group < size / GROUP; group++) {
      int first = pairs.size();
      for (PairKind kind : PairKind.values()) {
        int number = pairs.size() + 1;
        List<String> block = kind.definer(number, FIRST, FIRST).lines();
        pairs.add(new Pair(kind, number, valueSpot(block, lines.size()), edition(block, lines)));
        append(lines, block);
      }
      for (Pair pair : pairs.subList(first, pairs.size())) {
        append(lines, pair.kind.dependent(pair.number).lines());
      }
    }
    text = String.join("\n", lines);
  }

  private static void append(List<String> lines, List<String> block) {
    lines.addAll(block);
    lines.add("");
  }

  private static Spot valueSpot(List<String> block, int firstLine) {
    String digits = Integer.toString(FIRST);
    for (int i = 1; i < block.size(); i++) {
      int column = block.get(i).indexOf(digits);
      if (column >= 0) {
        return new Spot(firstLine + i, column);
      }
    }
    throw new IllegalStateException("nothing to edit in " + block);
  }

  private static Spot edition(List<String> block, List<String> before) {
    return new Spot(before.size(), block.get(0).length() - DIGITS);
  }

  /** Returns the number of its blocks. */
  int size() {
    return size;
  }

  /** Returns its text. */
  public String text() {
    return text;
  }

  /** Returns its pairs; the kinds take turns. */
  public List<Pair> pairs() {
    return pairs;
  }

  /** Returns its blocks in order. */
  List<BlockText> blocks() {
    return blocks(pairs.get(0), FIRST);
  }

  /** Returns its blocks in order, with another number in a pair. */
  List<BlockText> blocks(Pair edited, int value) {
    List<BlockText> blocks = new ArrayList<>();
    int kinds = PairKind.values().length;
    for (int first = 0; first < pairs.size(); first += kinds) {
      List<Pair> group = pairs.subList(first, first + kinds);
      for (Pair pair : group) {
        int number = pair.equals(edited) ? value : FIRST;
        blocks.add(pair.kind.definer(pair.number, number, number));
      }
      group.forEach(pair -> blocks.add(pair.kind.dependent(pair.number)));
    }
    return blocks;
  }
}
