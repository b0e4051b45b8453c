package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.display.Display;
import dev.colight.display.Forms;
import dev.colight.worker.render.Branch;
import dev.colight.worker.render.Rich;
import dev.colight.worker.render.Watch;
import dev.colight.worker.wire.FromWorker.Expanded;
import dev.colight.worker.wire.ToWorker.Expand;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is expanded later is what was there when the value was shown, or is said to be gone. */
class ExpansionsTest {
  private static final int SIZE = 300;

  private static List<AtomicInteger> counters() {
    return IntStream.range(0, SIZE).mapToObj(AtomicInteger::new).toList();
  }

  static Stream<Arguments> withCounters() {
    List<AtomicInteger> listed = counters();
    List<AtomicInteger> column = counters();
    return Stream.of(
        Arguments.of(listed, listed, Forms.TREE),
        Arguments.of(Display.table(Map.of("a", column)), column, Forms.TABLE));
  }

  @ParameterizedTest
  @MethodSource("withCounters")
  void a_counter_that_counted_on_is_not_expanded_as_if_it_had_not(
      Object value, List<AtomicInteger> counters, String form) {
    Expansions expansions = new Expansions();
    Branch more = Rich.of(value, Watch.PRESENT, "ref").more();
    assertNotNull(more);
    expansions.keep("ref", value, more, true);
    expansions.step();
    assertTrue(text(expansions, form).contains("\"250\""), () -> text(expansions, form));
    counters.get(250).set(-7);
    String later = text(expansions, form);
    assertTrue(later.contains("AtomicInteger (changed since)"), later);
  }

  /** Something of which there is more, and that takes some memory. */
  private record Heavy(long bytes) implements Branch {
    @Override
    public Page page(int offset, int limit, String reference, Watch watch) {
      return new Page(List.of(), 1);
    }

    @Override
    public @Nullable Branch child(int index, Watch watch) {
      return null;
    }
  }

  private static boolean has(Expansions expansions, String reference) {
    return expansions.expand(new Expand(1, reference, 0, 1)).problem() == null;
  }

  @Test
  void of_too_many_values_those_go_that_nobody_has_looked_at_for_longest() {
    Expansions expansions = new Expansions();
    for (int i = 0; i < Expansions.MAX_VALUES; i++) {
      expansions.keep("v" + i, "", new Heavy(0), true);
    }
    assertTrue(has(expansions, "v0"), "which has been looked at now");
    expansions.keep("more", "", new Heavy(0), true);
    assertTrue(has(expansions, "v0"));
    assertFalse(has(expansions, "v1"));
    assertTrue(has(expansions, "v2"));
    assertTrue(has(expansions, "more"));
  }

  @Test
  void values_take_no_more_memory_than_they_may() {
    Expansions expansions = new Expansions();
    long third = Expansions.MAX_BYTES / 3;
    for (int i = 0; i < 4; i++) {
      expansions.keep("v" + i, "", new Heavy(third), true);
    }
    assertFalse(has(expansions, "v0"));
    assertTrue(has(expansions, "v1"));
    expansions.keep("huge", "", new Heavy(Expansions.MAX_BYTES + 1), true);
    assertFalse(has(expansions, "huge"));
    assertTrue(has(expansions, "v1"), "what cannot be kept takes nobody's place");
    expansions.keep("large", "", new Heavy(3 * third), true);
    assertTrue(has(expansions, "large"));
    assertFalse(has(expansions, "v3"));
  }

  private static String text(Expansions expansions, String form) {
    Expanded page = expansions.expand(new Expand(1, "ref", 250, 1));
    assertEquals(SIZE, page.total(), () -> String.valueOf(page.problem()));
    return String.valueOf(page.children().get(0).mime().get(form));
  }
}
