package dev.colight.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.colight.java.kernel.JvmKernel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * After every edit, what is shown is what a clean run from top to bottom shows. The system property
 * {@code colight.fuzz.seconds} says how long each test may look for a document of which that is not
 * true.
 */
@SuppressWarnings("try") // to close it is what a resource is for
class CleanRunPropertyTest {
  /**
   * How long seeds that nobody has seen before are tried; the others are as many on any machine.
   */
  private static final int SLICE_SECONDS = Integer.getInteger("colight.fuzz.seconds", 10);

  private static final int DOCUMENTS = 4;
  private static final int BLOCKS = 9;
  private static final int UNDOS = 10;
  private static final long FIXED_SEED = 5_000;

  private static final Duration SHRINKING = Duration.ofSeconds(60);

  @Test
  void random_edits_of_random_documents_show_what_clean_runs_show() throws Exception {
    assertNoDifference(16, Form.SCRIPT, List.of(), Kills.NEVER);
  }

  @Test
  void no_more_do_documents_that_nobody_has_seen_before() throws Exception {
    long seed = ThreadLocalRandom.current().nextInt(1_000_000_000);
    System.out.println("fuzzing with the fresh seed " + seed);
    assertNoDifference(seed, Integer.MAX_VALUE, Form.SCRIPT, List.of(), Kills.NEVER, slice());
  }

  @Test
  void nor_do_programs() throws Exception {
    // Some end their process, and another one takes its time to start.
    assertNoDifference(
        FIXED_SEED, Integer.MAX_VALUE, Form.PROGRAM, List.of(), Kills.NEVER, slice());
  }

  @Test
  void nor_do_programs_that_nobody_has_seen_before() throws Exception {
    long seed = ThreadLocalRandom.current().nextInt(1_000_000_000);
    System.out.println("fuzzing programs with the fresh seed " + seed);
    assertNoDifference(seed, Integer.MAX_VALUE, Form.PROGRAM, List.of(), Kills.NEVER, slice());
  }

  @Test
  void nor_where_idle_workers_are_killed() throws Exception {
    assertNoDifference(5, Form.SCRIPT, List.of(), Kills.IDLE);
  }

  @Test
  void nor_do_documents_that_people_wrote() throws Exception {
    assertNoDifference(
        6,
        Form.SCRIPT,
        Campaign.drafts(Path.of("../app/src/test/resources/documents")),
        Kills.NEVER);
  }

  @Test
  void nor_do_documents_that_change_objects_by_ways_that_are_hard_to_see() throws Exception {
    // Some of them take their time: they wait, or end by a limit.
    assertNoDifference(
        FIXED_SEED,
        Integer.MAX_VALUE,
        Form.SCRIPT,
        Campaign.drafts(Path.of("src/test/resources/dev/colight/fuzz/documents")),
        Kills.NEVER,
        slice());
  }

  @Test
  void going_back_to_a_text_runs_nothing() throws Exception {
    try (Isolation language = new Isolation("test")) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Random random = new Random(FIXED_SEED + i);
        Author author = new Author(random, Feature.promised(), Form.SCRIPT);
        Draft draft = author.document(BLOCKS);
        Editor editor = new Editor(random, author, draft, Form.SCRIPT, Kills.NEVER);
        try (Session session = language.open(Form.SCRIPT)) {
          String text = draft.text();
          List<String> shown = screen(session, text);
          for (int edit = 0; edit < UNDOS; edit++) {
            List<Step> next = editor.next();
            String other = next.get(next.size() - 1).text();
            List<String> shownThen = screen(session, other);
            int executed = session.executed();
            assertEquals(shown, screen(session, text));
            assertEquals(shownThen, screen(session, other));
            assertEquals(executed, session.executed(), text + "=== and back from\n" + other);
            text = other;
            shown = shownThen;
          }
        }
      }
    }
  }

  private static List<String> screen(Session session, String text) throws InterruptedException {
    session.type(text);
    return CleanRuns.screen(session.settled());
  }

  /** Shows that fuzzing can tell. */
  @Test
  void a_product_that_does_not_track_changes_is_found_out() throws Exception {
    Tally tally = new Tally(false);
    try (Untracked off = new Untracked();
        Trial trial = new Trial(tally)) {
      Fuzzer fuzzer = new Fuzzer(Feature.all(), List.of(), Form.SCRIPT, Kills.NEVER, trial);
      assertNotNull(firstDifference(fuzzer, 1, 100), "none in " + tally);
    }
  }

  @Test
  void a_difference_is_told_with_a_smaller_script_that_shows_it_too() throws Exception {
    try (Untracked off = new Untracked();
        Trial trial = new Trial(new Tally(false))) {
      Script script =
          Script.parse(
              """
              ===
              int k = 3;

              var xs = new ArrayList<Integer>();

              xs.add(k);

              xs
              ===
              int k = 3;

              var xs = new ArrayList<Integer>();

              xs.add(k + 1);

              xs
              """);
      Fuzzer fuzzer = new Fuzzer(Feature.all(), List.of(), Form.SCRIPT, Kills.NEVER, trial);
      Difference difference = trial.run(script);
      assertNotNull(difference);
      Finding finding = fuzzer.examine(new Finding(0, script, difference, false), SHRINKING);
      assertTrue(finding.returns());
      assertTrue(finding.script().toString().length() < script.toString().length());
      Script again = Script.parse(finding.file());
      assertNotNull(trial.run(again));
    }
  }

  /** Has workers that start meanwhile not look after what is changed in place. */
  private static final class Untracked implements AutoCloseable {
    Untracked() {
      System.setProperty(JvmKernel.TRACKING, "off");
    }

    @Override
    public void close() {
      System.clearProperty(JvmKernel.TRACKING);
    }
  }

  private static void assertNoDifference(int documents, Form form, List<Draft> given, Kills kills)
      throws InterruptedException {
    assertNoDifference(FIXED_SEED, documents, form, given, kills, () -> false);
  }

  private static BooleanSupplier slice() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SLICE_SECONDS);
    return () -> System.nanoTime() - end >= 0;
  }

  private static void assertNoDifference(
      long seed, int documents, Form form, List<Draft> given, Kills kills, BooleanSupplier enough)
      throws InterruptedException {
    Set<Feature> features = Feature.promised();
    try (Trial trial = new Trial(new Tally(false))) {
      Fuzzer fuzzer = new Fuzzer(features, given, form, kills, trial);
      for (int i = 0; i < documents && !enough.getAsBoolean(); i++) {
        Finding found = fuzzer.explore(seed + i, enough);
        if (found != null) {
          fail(fuzzer.examine(found, SHRINKING).file());
        }
      }
    }
  }

  private static @Nullable Finding firstDifference(Fuzzer fuzzer, long seed, int documents)
      throws InterruptedException {
    for (int i = 0; i < documents; i++) {
      Finding found = fuzzer.explore(seed + i, () -> false);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
