package dev.colight.java.effects;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table.
 *
 * @param does what it does, in words for people; empty where it does nothing
 * @param parameters simple names of the parameters' types, or null for any
 * @param asked whether only what happens tells for sure
 */
record Rule(String does, @Nullable List<String> parameters, Condition condition, boolean asked) {
  /** Returns what is left of a rule where what is run is asked about as it happens, or null. */
  @Nullable Rule whereAsked() {
    if (!asked) {
      return this;
    }
    Condition plain = condition.ifPlain();
    return plain == null ? null : new Rule(does, parameters, plain, true);
  }

  /** When a rule holds. */
  record Condition(Kind kind, Set<String> words) {
    static final Condition ALWAYS = new Condition(Kind.ALWAYS, Set.of());

    /** Returns the condition that holds where it is plain to see that this one does, or null. */
    @Nullable Condition ifPlain() {
      return kind == Kind.UNLESS_ONLY ? new Condition(Kind.IF_OTHERS, words) : null;
    }

    boolean holds(CallSite call, CallContext around, Predicate<String> isA) {
      return switch (kind) {
        case ALWAYS -> true;
        case UNLESS_SAYS -> call.says().stream().noneMatch(words::contains);
        case UNLESS_ONLY -> !call.complete() || !words.containsAll(call.says());
        case IF_OTHERS -> !words.containsAll(call.says());
        case UNLESS_GIVEN -> call.given() == null || words.stream().noneMatch(isA);
        case UNLESS_CALLS -> around.waits().stream().noneMatch(words::contains);
        case IF_CALLS -> !call.copied() && around.calls().stream().anyMatch(words::contains);
        case IF_SAYS ->
            call.says().stream().anyMatch(words::contains)
                || around.says().stream().anyMatch(words::contains);
      };
    }
  }

  /**
   * Kinds of conditions, by the words with which they begin in the table; those without are not
   * written there.
   */
  enum Kind {
    ALWAYS(""),
    UNLESS_SAYS("unless says"),
    UNLESS_ONLY("unless only"),
    UNLESS_GIVEN("unless given"),
    UNLESS_CALLS("unless calls"),
    IF_CALLS("if calls"),
    IF_SAYS("if says"),
    IF_OTHERS("");

    final String words;

    Kind(String words) {
      this.words = words;
    }
  }
}
