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
  private final Form form;
  private final Kills kills;
  private final Trial trial;

  /**
   * Creates a fuzzer.
   *
   * @param given documents to edit; where there are none, they are made up
   */
  Fuzzer(Set<Feature> features, List<Draft> given, Form form, Kills kills, Trial trial) {
    this.features = EnumSet.copyOf(features);
    this.features.removeIf(feature -> !form.has(feature));
    // To look at an object whose toString has effects would change it.
    if (trial.reports()) {
      this.features.remove(Feature.SIDE_EFFECTS);
    }
    this.given = List.copyOf(given);
    this.form = form;
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
    Author author = new Author(random, features, form);
    Draft draft =
        given.isEmpty()
            ? author.document(MIN_BLOCKS + random.nextInt(MORE_BLOCKS))
            : author.pick(given);
    Editor editor = new Editor(random, author, draft, form, kills);
    List<Step> steps = new ArrayList<>();
    try (Trial.Run run = trial.begin(form)) {
      List<Step> next = List.of(Step.of(form.text(draft)));
      for (int i = 0; i <= EDITS && !enough.getAsBoolean(); i++) {
        for (Step step : next) {
          steps.add(step);
          Difference difference = run.step(step);
          if (difference != null) {
            return new Finding(seed, new Script(form, steps), difference, false);
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
