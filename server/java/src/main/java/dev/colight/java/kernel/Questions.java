package dev.colight.java.kernel;

import dev.colight.execution.Expansion;
import dev.colight.worker.wire.FromWorker.Expanded;
import dev.colight.worker.wire.ToWorker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a worker was asked and has not answered yet. It answers between two runs. */
final class Questions {
  /** How long somebody who asks waits for a run to end. */
  private static final int PATIENCE_SECONDS = 10;

  private final Map<Integer, Question> open = new HashMap<>();
  private int asked;

  /**
   * A question that is open.
   *
   * @param called what the worker calls {@code reference}
   */
  private record Question(CompletableFuture<Expansion> answer, String reference, String called) {
    /** Returns what a part is known by that the worker calls otherwise. */
    private @Nullable String known(@Nullable String part) {
      return part != null && part.startsWith(called)
          ? reference + part.substring(called.length())
          : part;
    }
  }

  /**
   * Returns the question for a worker.
   *
   * @param called what the worker calls {@code reference}
   */
  ToWorker ask(
      CompletableFuture<Expansion> answer, String reference, String called, int offset, int limit) {
    open.values().removeIf(question -> question.answer().isDone());
    open.put(++asked, new Question(answer, reference, called));
    answer.completeOnTimeout(
        Expansion.none("the document is running; ask again when it has come to an end"),
        PATIENCE_SECONDS,
        TimeUnit.SECONDS);
    return new ToWorker.Expand(asked, called, offset, limit);
  }

  /** Hands on what a worker said. */
  void answer(Expanded expanded) {
    Question question = open.remove(expanded.request());
    if (question != null) {
      List<Expansion.Child> children =
          expanded.children().stream()
              .map(
                  c ->
                      new Expansion.Child(
                          c.label(),
                          c.type(),
                          SentNames.renamed(c.mime(), question.called(), question.reference()),
                          question.known(c.expandable())))
              .toList();
      question.answer().complete(new Expansion(children, expanded.total(), expanded.problem()));
    }
  }

  /** Answers all: the worker is gone. */
  void abandon() {
    open.values().forEach(question -> question.answer().complete(Expansion.none(Expanded.GONE)));
    open.clear();
  }
}
