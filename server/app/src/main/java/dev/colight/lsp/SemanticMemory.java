package dev.colight.lsp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * The semantic tokens that a client has of each document, so that it need only be told what is
 * other than before. Safe for use by several threads.
 */
final class SemanticMemory {
  private final Map<String, SemanticTokens> known = new ConcurrentHashMap<>();
  private final AtomicLong answers = new AtomicLong();

  /** Returns an answer with all tokens. */
  SemanticTokens full(String uri, List<Integer> data) {
    SemanticTokens tokens = new SemanticTokens(Long.toString(answers.incrementAndGet()), data);
    known.put(uri, tokens);
    return tokens;
  }

  /** Returns what has changed since an answer, or all tokens where that is not the last one. */
  Either<SemanticTokens, SemanticTokensDelta> since(
      String uri, String previous, List<Integer> data) {
    SemanticTokens before = known.get(uri);
    SemanticTokens after = full(uri, data);
    if (before == null || !previous.equals(before.getResultId())) {
      return Either.forLeft(after);
    }
    return Either.forRight(
        new SemanticTokensDelta(edits(before.getData(), data), after.getResultId()));
  }

  /** Returns the numbers between those that are the same at the beginning and at the end. */
  private static List<SemanticTokensEdit> edits(List<Integer> before, List<Integer> after) {
    int shorter = Math.min(before.size(), after.size());
    int start = 0;
    while (start < shorter && before.get(start).equals(after.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
      end++;
    }
    int removed = before.size() - end - start;
    List<Integer> inserted = List.copyOf(after.subList(start, after.size() - end));
    return removed == 0 && inserted.isEmpty()
        ? List.of()
        : List.of(new SemanticTokensEdit(start, removed, inserted));
  }

  void closed(String uri) {
    known.remove(uri);
  }
}
