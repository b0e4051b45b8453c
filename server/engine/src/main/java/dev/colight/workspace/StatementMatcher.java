package dev.colight.workspace;

import dev.colight.execution.KernelEvent.Emission;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Statement;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of a block's older text in its present one: those before and those after
 * what was changed. A statement is the same if its tokens are.
 */
final class StatementMatcher {
  private final List<Placed> before;
  private final List<Placed> now;
  private final int head;
  private final int tail;

  /**
   * A statement.
   *
   * @param segment number of its unit among those of statements
   * @param tokens what it says
   */
  private record Placed(int segment, int statement, String tokens, Range range) {}

  private StatementMatcher(List<Placed> before, List<Placed> now) {
    this.before = before;
    this.now = now;
    int shorter = Math.min(before.size(), now.size());
    int same = 0;
    while (same < shorter && same(same, same)) {
      same++;
    }
    head = same;
    while (same < shorter
        && same(before.size() - 1 - (same - head), now.size() - 1 - (same - head))) {
      same++;
    }
    tail = same - head;
  }

  private boolean same(int old, int present) {
    return before.get(old).tokens.equals(now.get(present).tokens);
  }

  static StatementMatcher of(BlockAnalysis before, BlockAnalysis now) {
    return new StatementMatcher(statements(before), statements(now));
  }

  /** Returns where the statement that made an output stands now, or null where it does not. */
  @Nullable Range place(Emission emission) {
    for (int i = 0; i < before.size(); i++) {
      Placed old = before.get(i);
      if (old.segment == emission.segment() && old.statement == emission.statement()) {
        int fromEnd = before.size() - i;
        return i < head
            ? now.get(i).range
            : fromEnd <= tail ? now.get(now.size() - fromEnd).range : null;
      }
    }
    return null;
  }

  private static List<Placed> statements(BlockAnalysis analysis) {
    List<Placed> result = new ArrayList<>();
    int segment = 0;
    for (Unit unit : analysis.units()) {
      if (unit instanceof StatementUnit statements) {
        add(statements, segment++, result);
      }
    }
    return result;
  }

  private static void add(StatementUnit unit, int segment, List<Placed> result) {
    String[] lines = unit.text().split("\n", -1);
    int[] starts = lineStarts(unit);
    boolean whole = starts[starts.length - 1] != lines.length;
    for (int i = 0; i < unit.statements().size(); i++) {
      Statement statement = unit.statements().get(i);
      Range range =
          unit.code().range(statement.firstToken()).union(unit.code().range(statement.lastToken()));
      // Where tokens do not tell which lines are theirs, a statement is as old as its unit.
      String tokens =
          whole
              ? i + "\n" + unit.text()
              : String.join(
                  "\n",
                  List.of(lines)
                      .subList(starts[statement.firstToken()], starts[statement.lastToken() + 1]));
      result.add(new Placed(segment, i, tokens, range));
    }
  }

  /**
   * Returns the line of the canonical text at which each token begins, and at last their number.
   */
  private static int[] lineStarts(StatementUnit unit) {
    int[] starts = new int[unit.code().tokenCount() + 1];
    for (int token = 0; token < unit.code().tokenCount(); token++) {
      Range range = unit.code().range(token);
      starts[token + 1] = starts[token] + 1 + range.end().line() - range.start().line();
    }
    return starts;
  }
}
