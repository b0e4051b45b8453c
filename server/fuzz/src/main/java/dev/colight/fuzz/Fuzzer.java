package dev.colight.fuzz;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes documents, edits them, and finds what differs from a clean run. */
final class Fuzzer {
  private static final int MIN_BLOCKS = 5;
  private static final int MORE_BLOCKS = 8;
  private static final int EDITS = 60;

  private final Set<Feature> features;
  private final boolean kill;
  private final Trial trial;

  /**
   * Creates a fuzzer.
   *
   * @param kill whether to kill workers at times
   * @param reports whether the trial counts what had to run
   */
  Fuzzer(Set<Feature> features, boolean kill, boolean reports, Trial trial) {
    // To look at an object whose toString has effects would change it.
    this.features = EnumSet.copyOf(features);
    if (reports) {
      this.features.remove(Feature.SIDE_EFFECTS);
    }
    this.kill = kill;
    this.trial = trial;
  }

  /**
   * Edits one document.
   *
   * @param enough asked between edits whether to end early
   * @return the script up to a difference, or null where there is none
   */
  @Nullable Script explore(long seed, BooleanSupplier enough) throws InterruptedException {
    Random random = new Random(seed);
    Author author = new Author(random, features);
    Draft draft = author.document(MIN_BLOCKS + random.nextInt(MORE_BLOCKS));
    Editor editor = new Editor(random, author, draft, kill);
    List<Step> steps = new ArrayList<>();
    try (Trial.Run run = trial.begin()) {
      List<Step> next = List.of(Step.of(draft.text()));
      for (int i = 0; i <= EDITS && !enough.getAsBoolean(); i++) {
        for (Step step : next) {
          steps.add(step);
          if (run.step(step) != null) {
            return new Script(steps);
          }
        }
        next = editor.next();
      }
    }
    return null;
  }

  /**
   * Makes sure of a difference and makes it small.
   *
   * @return null where it does not come again, not even in a few attempts
   */
  @Nullable Finding examine(long seed, Script script, Duration patience)
      throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      if (trial.differsAtTheEnd(script)) {
        Script small = Shrinker.shrink(script, trial::differsAtTheEnd, patience);
        Difference difference = trial.confirmed(small);
        if (difference != null) {
          return new Finding(seed, small, difference);
        }
      }
    }
    return null;
  }
}
