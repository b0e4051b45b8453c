package dev.colight.fuzz;

import dev.colight.workspace.DocumentSnapshot;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Carries scripts out and compares what is shown with clean runs. Used by one thread. */
final class Trial implements AutoCloseable {
  private final Isolation language = new Isolation("live");
  private final CleanRuns clean = new CleanRuns();
  private final Tally tally;

  /** Creates a place for trials that are counted. */
  Trial(Tally tally) {
    this.tally = tally;
  }

  /** Begins with a document; the steps come one by one, and are counted. */
  Run begin(Form form) {
    tally.documents++;
    language.dropCode();
    clean.begin();
    return new Run(language, form, tally);
  }

  /** Tells whether what had to run is to be found out. */
  boolean reports() {
    return tally.reports();
  }

  /** Carries a script out; returns the first difference, or null. */
  @Nullable Difference run(Script script) throws InterruptedException {
    try (Run run = begin(script.form())) {
      for (Step step : script.steps()) {
        Difference difference = run.step(step);
        if (difference != null) {
          return difference;
        }
      }
    }
    return null;
  }

  /**
   * Carries a script out in a worker of its own, and compares what its last step shows with a clean
   * run in yet another; returns the difference, or null.
   */
  @Nullable Difference confirmed(Script script) throws InterruptedException {
    int last = script.steps().size() - 1;
    List<String> expected = CleanRuns.inFreshWorker(script.form(), script.steps().get(last).text());
    try (Isolation fresh = new Isolation("fresh");
        Run run = new Run(fresh, script.form(), new Tally(false))) {
      DocumentSnapshot snapshot = null;
      for (Step step : script.steps()) {
        snapshot = run.type(step);
      }
      return Difference.between(last, CleanRuns.screen(snapshot), expected);
    }
  }

  /** Like {@link #run}, but compares after the last step alone. */
  boolean differsAtTheEnd(Script script) throws InterruptedException {
    try (Run run = new Run(language, script.form(), new Tally(false))) {
      int last = script.steps().size() - 1;
      for (Step step : script.steps().subList(0, last)) {
        run.type(step);
      }
      return run.step(script.steps().get(last)) != null;
    }
  }

  @Override
  public void close() {
    language.close();
    clean.close();
  }

  /** A document under edit. */
  final class Run implements AutoCloseable {
    private final Isolation place;
    private final Form form;
    private final Session session;
    private int steps;

    /** Whether all that was typed has run. */
    private boolean idle = true;

    private final Tally counts;
    private final Economy economy = new Economy();

    private Run(Isolation place, Form form, Tally counts) {
      this.place = place;
      this.form = form;
      this.counts = counts;
      this.session = place.open(form);
    }

    /** Takes a step, and compares where it waits. */
    @Nullable Difference step(Step step) throws InterruptedException {
      if (!step.waits()) {
        type(step);
        return null;
      }
      Future<List<String>> expected = clean.start(form, step.text());
      List<String> shown = CleanRuns.screen(type(step));
      List<String> wanted = get(expected);
      counts.comparisons++;
      Difference difference = Difference.between(steps - 1, shown, wanted);
      if (difference == null) {
        clean.remember(form, step.text(), wanted);
        if (counts.reports()) {
          counts.needed += economy.needed(Facts.of(step.text(), text -> clean.run(form, text)));
        }
      }
      return difference;
    }

    private @Nullable DocumentSnapshot type(Step step) throws InterruptedException {
      if (step.kills()) {
        counts.kills++;
        if (idle) {
          place.killIdleWorkers();
        } else {
          place.killWorkers();
        }
      }
      idle = step.waits();
      int before = session.executed();
      session.type(step.text());
      counts.edits += steps == 0 ? 0 : 1;
      steps++;
      DocumentSnapshot snapshot = step.waits() ? session.settled() : null;
      counts.executed += session.executed() - before;
      return snapshot;
    }

    @Override
    public void close() {
      session.close();
    }
  }

  private static List<String> get(Future<List<String>> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a clean run failed", e.getCause());
    }
  }
}
