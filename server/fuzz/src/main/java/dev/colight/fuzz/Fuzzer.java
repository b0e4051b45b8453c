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
  private static final int ATTEMPTS = 3;

  private final Set<Feature> features;
  private final List<Draft> given;
  private final Kills kills;
  private final Trial trial;

  /**
   * Creates a fuzzer.
   *
   * @param given documents to edit; where there are none, they are made up
   * @param reports whether the trial counts what had to run
   */
  Fuzzer(Set<Feature> features, List<Draft> given, Kills kills, boolean reports, Trial trial) {
    // To look at an object whose toString has effects would change it.
    this.features = EnumSet.copyOf(features);
    if (reports) {
      this.features.remove(Feature.SIDE_EFFECTS);
    }
    this.given = List.copyOf(given);
    this.kills = kills;
    this.trial = trial;
  }

  /**
   * Edits one document.
   *
   * @param enough asked between edits whether to end early
   * @return the first difference, or null
   */
  @Nullable Finding explore(long seed, BooleanSupplier enough) throws InterruptedException {
    Random random = new Random(seed);
    Author author = new Author(random, features);
    Draft draft =
        given.isEmpty()
            ? author.document(MIN_BLOCKS + random.nextInt(MORE_BLOCKS))
            : author.pick(given);
    Editor editor = new Editor(random, author, draft, kills);
    List<Step> steps = new ArrayList<>();
    try (Trial.Run run = trial.begin()) {
      List<Step> next = List.of(Step.of(draft.text()));
      for (int i = 0; i <= EDITS && !enough.getAsBoolean(); i++) {
        for (Step step : next) {
          steps.add(step);
          Difference difference = run.step(step);
          if (difference != null) {
            return new Finding(seed, new Script(steps), difference, false);
          }
        }
        next = editor.next();
      }
    }
    return null;
  }

  /** Makes sure of a difference and makes it small, where it comes again in a few attempts. */
  Finding examine(Finding found, Duration patience) throws InterruptedException {
    for (int i = 0; i < ATTEMPTS; i++) {
      if (trial.differsAtTheEnd(found.script())) {
        Script small = Shrinker.shrink(found.script(), trial::differsAtTheEnd, patience);
        Difference difference = trial.confirmed(small);
        if (difference != null) {
          return new Finding(found.seed(), small, difference, true);
        }
      }
    }
    return found;
  }
}
