package dev.colight.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a script that ends in a difference as small as it gets in a while: it tries to do without
 * steps, then without blocks in all steps, then without lines; and again, until none of that helps.
 */
final class Shrinker {
  /** Tells whether a script still ends in a difference. */
  interface Oracle {
    boolean fails(Script script) throws InterruptedException;
  }

  private final Oracle oracle;
  private final long deadline;
  private final Set<String> tried = new HashSet<>();
  private Script best;

  private Shrinker(Script script, Oracle oracle, Duration patience) {
    this.best = script;
    this.oracle = oracle;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  /** Returns a script as small as could be found. */
  static Script shrink(Script script, Oracle oracle, Duration patience)
      throws InterruptedException {
    Shrinker shrinker = new Shrinker(script, oracle, patience);
    int before;
    do {
      before = shrinker.best.toString().length();
      shrinker.withoutSteps();
      shrinker.without("\n\n");
      shrinker.without("\n");
      shrinker.calmer();
    } while (shrinker.best.toString().length() < before);
    return shrinker.best;
  }

  /** Tries to leave out steps, many at a time first; the last one stays. */
  private void withoutSteps() throws InterruptedException {
    for (int size = best.steps().size() / 2; size >= 1; size /= 2) {
      for (int from = 0; from + size < best.steps().size(); ) {
        List<Step> steps = new ArrayList<>(best.steps());
        steps.subList(from, from + size).clear();
        if (!attempt(best.with(steps))) {
          from += size;
        }
      }
    }
  }

  /** Tries to leave out parts of the text, in all steps at once. */
  private void without(String separator) throws InterruptedException {
    Set<String> parts = new LinkedHashSet<>();
    best.steps().forEach(step -> parts.addAll(parts(step.text(), separator)));
    List<String> left = new ArrayList<>(parts);
    for (int size = Math.max(1, left.size() / 2); size >= 1; size /= 2) {
      for (int from = 0; from < left.size(); ) {
        Set<String> gone = Set.copyOf(left.subList(from, Math.min(left.size(), from + size)));
        if (attempt(each(text -> without(text, separator, gone)))) {
          left.removeAll(gone);
        } else {
          from += size;
        }
      }
    }
  }

  /** Tries to wait after each step, and to kill nothing. */
  private void calmer() throws InterruptedException {
    for (int i = 0; i < best.steps().size(); i++) {
      Step step = best.steps().get(i);
      attempt(with(i, new Step(step.text(), step.waits(), false)));
      attempt(with(i, new Step(best.steps().get(i).text(), true, best.steps().get(i).kills())));
    }
  }

  private Script with(int index, Step step) {
    List<Step> steps = new ArrayList<>(best.steps());
    steps.set(index, step);
    return best.with(steps);
  }

  private Script each(Function<String, String> change) {
    List<Step> steps = new ArrayList<>();
    for (Step step : best.steps()) {
      Step changed = step.withText(change.apply(step.text()));
      int last = steps.size() - 1;
      // A step that changes nothing any more is none.
      if (last >= 0 && steps.get(last).text().equals(changed.text()) && !changed.kills()) {
        steps.remove(last);
      }
      steps.add(changed);
    }
    return best.with(steps);
  }

  private static List<String> parts(String text, String separator) {
    return Arrays.stream(text.split(separator))
        .map(String::strip)
        .filter(p -> !p.isEmpty())
        .toList();
  }

  private static String without(String text, String separator, Set<String> gone) {
    List<String> kept = new ArrayList<>();
    for (String part : text.split(separator)) {
      if (!gone.contains(part.strip())) {
        kept.add(part);
      }
    }
    return String.join(separator, kept).strip() + "\n";
  }

  private boolean attempt(Script candidate) throws InterruptedException {
    if (candidate.equals(best)
        || System.nanoTime() > deadline
        || !tried.add(candidate.toString())
        || !oracle.fails(candidate)) {
      return false;
    }
    best = candidate;
    return true;
  }
}
