package dev.colight.java.kernel;

import dev.colight.execution.Expansion;
import dev.colight.worker.wire.FromWorker.Expanded;
import dev.colight.worker.wire.ToWorker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What a worker was asked and has not answered yet. It answers between two runs. */
final class Questions {
  /** How long somebody who asks waits for a run to end. */
  private static final int PATIENCE_SECONDS = 10;

  private final Map<Integer, CompletableFuture<Expansion>> open = new HashMap<>();
  private int asked;

  /** Returns the question for a worker. */
  ToWorker ask(CompletableFuture<Expansion> answer, String reference, int offset, int limit) {
    open.values().removeIf(CompletableFuture::isDone);
    open.put(++asked, answer);
    answer.completeOnTimeout(
        Expansion.none("the document is running; ask again when it has come to an end"),
        PATIENCE_SECONDS,
        TimeUnit.SECONDS);
    return new ToWorker.Expand(asked, reference, offset, limit);
  }

  /** Hands on what a worker said. */
  void answer(Expanded expanded) {
    CompletableFuture<Expansion> asker = open.remove(expanded.request());
    if (asker != null) {
      List<Expansion.Child> children =
          expanded.children().stream()
              .map(c -> new Expansion.Child(c.label(), c.type(), c.mime(), c.expandable()))
              .toList();
      asker.complete(new Expansion(children, expanded.total(), expanded.problem()));
    }
  }

  /** Answers all: the worker is gone. */
  void abandon() {
    open.values().forEach(asker -> asker.complete(Expansion.none(Expanded.GONE)));
    open.clear();
  }
}
