package dev.colight.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which new block is which old one, within the neighbourhood of an edit: first by equal
 * text (in place, then moved), then by the most shared lines, so that of a split or merged block
 * the better half keeps the identity; one block that was rewritten in place stays the same block.
 */
final class BlockMatcher {
  static final BlockId NEW = new BlockId(0);

  /** Past this many pairs of leftovers, they are paired by position instead of by likeness. */
  private static final int MAX_PAIRS = 40_000;

  private final List<Block> old;
  private final List<Block> fresh;
  private final int[] oldOfFresh;
  private final boolean[] taken;
  private int nextId;

  BlockMatcher(List<Block> old, List<Block> fresh, int nextId) {
    this.old = old;
    this.fresh = fresh;
    this.nextId = nextId;
    this.oldOfFresh = new int[fresh.size()];
    this.taken = new boolean[old.size()];
    Arrays.fill(oldOfFresh, -1);
  }

  int nextId() {
    return nextId;
  }

  /** Returns the new blocks with identities, and the old order where there is an old one. */
  List<Block> match() {
    matchEnds();
    matchMoved();
    matchSimilar();
    List<Block> result = new ArrayList<>(fresh.size());
    for (int i = 0; i < fresh.size(); i++) {
      Block block = fresh.get(i);
      int source = oldOfFresh[i];
      BlockId id = source < 0 ? new BlockId(nextId++) : old.get(source).id();
      Block found = new Block(id, 0, block.kind(), block.role(), block.lines(), block.lookahead());
      result.add(source < 0 ? found : found.at(old.get(source).position()));
    }
    return result;
  }

  private void take(int freshIndex, int oldIndex) {
    oldOfFresh[freshIndex] = oldIndex;
    taken[oldIndex] = true;
  }

  private void matchEnds() {
    int shared = Math.min(old.size(), fresh.size());
    int head = 0;
    while (head < shared && old.get(head).sameText(fresh.get(head))) {
      take(head, head);
      head++;
    }
    for (int tail = 1; tail <= shared - head; tail++) {
      if (!old.get(old.size() - tail).sameText(fresh.get(fresh.size() - tail))) {
        break;
      }
      take(fresh.size() - tail, old.size() - tail);
    }
  }

  private void matchMoved() {
    Map<List<String>, List<Integer>> byText = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      if (!taken[i]) {
        byText.computeIfAbsent(old.get(i).lines(), k -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < fresh.size() && !byText.isEmpty(); i++) {
      List<Integer> same = oldOfFresh[i] < 0 ? byText.get(fresh.get(i).lines()) : null;
      if (same != null && !same.isEmpty() && fresh.get(i).sameText(old.get(same.get(0)))) {
        take(i, same.remove(0));
      }
    }
  }

  private record Pair(int freshIndex, int oldIndex, int likeness) {}

  private void matchSimilar() {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      if (!taken[i]) {
        left.add(i);
      }
    }
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < fresh.size(); i++) {
      if (oldOfFresh[i] < 0) {
        open.add(i);
      }
    }
    if ((long) left.size() * open.size() <= MAX_PAIRS) {
      List<Pair> pairs = new ArrayList<>();
      for (int f : open) {
        Set<String> lines = new HashSet<>(fresh.get(f).lines());
        for (int o : left) {
          int likeness = 0;
          for (String line : old.get(o).lines()) {
            likeness += lines.contains(line) ? 1 + line.length() : 0;
          }
          if (likeness > 0 && old.get(o).sameSort(fresh.get(f))) {
            pairs.add(new Pair(f, o, likeness));
          }
        }
      }
      pairs.sort((a, b) -> b.likeness - a.likeness);
      for (Pair pair : pairs) {
        if (oldOfFresh[pair.freshIndex] < 0 && !taken[pair.oldIndex]) {
          take(pair.freshIndex, pair.oldIndex);
        }
      }
    }
    int o = 0;
    for (int f : open) {
      while (o < left.size() && taken[left.get(o)]) {
        o++;
      }
      if (o < left.size() && oldOfFresh[f] < 0 && old.get(left.get(o)).sameSort(fresh.get(f))) {
        take(f, left.get(o));
      }
    }
  }

  /**
   * Gives every block a place in the text between two bounds, keeping old ones where they ascend.
   *
   * @return false where the gap is too small
   */
  static boolean assignOrders(List<Block> blocks, long below, long above) {
    long previous = below;
    int i = 0;
    while (i < blocks.size()) {
      if (fits(blocks.get(i), previous, above)) {
        previous = blocks.get(i).position();
        i++;
        continue;
      }
      int run = i + 1;
      while (run < blocks.size() && !fits(blocks.get(run), previous, above)) {
        run++;
      }
      long limit = run < blocks.size() ? blocks.get(run).position() : above;
      long step = (limit - previous) / (run - i + 1);
      if (step <= 0) {
        return false;
      }
      while (i < run) {
        previous += step;
        blocks.set(i, blocks.get(i).at(previous));
        i++;
      }
    }
    return true;
  }

  private static boolean fits(Block block, long previous, long above) {
    return block.position() > previous && block.position() < above;
  }
}
