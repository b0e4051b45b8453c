package dev.colight.java.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits the tokens of a block into snippets, as the {@code jshell} tool would if it read them line
 * by line and were a little wiser: a statement whose {@code ;} is missing ends where its line ends,
 * unless it cannot be complete there or the next line can only go on with it.
 *
 * <p>Total and linear. What is broken takes as little with it as it can: up to the next line that
 * is indented no deeper than the one it starts on.
 */
public final class SnippetSplitter {
  private SnippetSplitter() {}

  /** Splits tokens without comments; each is in exactly one snippet, in order. */
  public static List<Snippet> split(List<Token> tokens) {
    TokenRun run = new TokenRun(tokens);
    List<Snippet> result = new ArrayList<>();
    for (int first = 0; first < tokens.size(); ) {
      StatementScan scan = new StatementScan(run, first);
      int end = scan.end();
      result.add(new Snippet(scan.kind(), first, end));
      first = end;
    }
    return result;
  }
}
