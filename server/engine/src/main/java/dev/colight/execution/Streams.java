package dev.colight.execution;

import dev.colight.cache.BoundedCache;
import dev.colight.cache.RunKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of what runs write. */
final class Streams {
  /** Weight of all that a document shows from which on only the beginnings of streams are kept. */
  private static final long SHOWN_BOUND = 256L << 20;

  private static final int BEGINNING = 1 << 16;

  private Streams() {}

  /**
   * Returns the outputs of a run that has ended, as far as there is room for them.
   *
   * @param cache the results of the document
   * @param old the result that is going to be replaced
   */
  static List<Output> kept(
      BoundedCache<RunKey, BlockResult> cache, @Nullable BlockResult old, List<Output> outputs) {
    List<Output> merged = merged(outputs);
    long before = old == null || old.key() == null ? 0 : cache.weightOf(old.key());
    long others = cache.weight() - before;
    if (others + PlannerState.weightOf(merged) > SHOWN_BOUND) {
      merged.replaceAll(Streams::beginning);
    }
    return List.copyOf(merged);
  }

  /** Joins neighbouring pieces of one stream: how output is cut into pieces is chance. */
  private static List<Output> merged(List<Output> outputs) {
    List<Output> result = new ArrayList<>(outputs.size());
    for (int first = 0, end = 1; first < outputs.size(); first = end++) {
      while (end < outputs.size() && outputs.get(first).continues(outputs.get(end))) {
        end++;
      }
      result.add(end == first + 1 ? outputs.get(first) : joined(outputs.subList(first, end)));
    }
    return result;
  }

  private static Output joined(List<Output> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(piece.text()));
    boolean truncated = pieces.stream().anyMatch(piece -> piece.emission().truncated());
    return pieces.get(0).with(text.toString(), truncated);
  }

  private static Output beginning(Output output) {
    String text = output.text();
    if (!output.isStream() || text.length() <= BEGINNING) {
      return output;
    }
    boolean pair = Character.isHighSurrogate(text.charAt(BEGINNING - 1));
    return output.with(text.substring(0, pair ? BEGINNING - 1 : BEGINNING), true);
  }
}
