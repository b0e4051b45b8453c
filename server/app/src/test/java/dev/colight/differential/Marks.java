package dev.colight.differential;

import dev.colight.differential.Outcome.Verdict;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a document says about a block in a comment: {@code // throws ArithmeticException}, {@code //
 * does not compile} or {@code // blocked}. Without one of these, a block runs to its end.
 *
 * @param thrown simple name of the exception, where one is announced
 */
record Marks(Verdict verdict, @Nullable String thrown) {
  private static final Pattern MARK =
      Pattern.compile("// (?:throws (\\w+)|does not compile|blocked)$");

  static Marks of(List<String> lines) {
    for (String line : lines) {
      Matcher mark = MARK.matcher(line);
      if (mark.find()) {
        return mark.group(1) == null
            ? new Marks(Verdict.DID_NOT_RUN, null)
            : new Marks(Verdict.THREW, mark.group(1));
      }
    }
    return new Marks(Verdict.RAN, null);
  }

  /** Returns what an outcome does that was not announced, or the other way round; null if none. */
  @Nullable String contradiction(Outcome outcome) {
    if (outcome.verdict() != verdict) {
      return "announced " + verdict + ", but " + outcome.verdict() + ": " + outcome;
    }
    if (outcome.thrown() != null && !outcome.thrown().type().equals(thrown)) {
      return "announced " + thrown + ", but " + outcome.thrown();
    }
    return null;
  }
}
