package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdentityHashesTest {
  private enum Hue {
    RED,
    GREEN
  }

  /** Loading what this needs draws too, as it does while a worker warms up. */
  @BeforeAll
  static void load() {
    IdentityHashes.give(new Object(), 0);
    drawn(0);
  }

  private static List<Integer> drawn(long seed) {
    List<Integer> drawn = new ArrayList<>();
    IdentityHashes.seed(seed);
    // No streams: linking a lambda draws as well.
    for (int i = 0; i < 50; i++) {
      drawn.add(System.identityHashCode(new Object()));
    }
    return drawn;
  }

  @Test
  void they_can_be_determined_in_this_jvm() {
    assertTrue(IdentityHashes.areDetermined());
  }

  @Test
  void the_same_seed_gives_the_same_in_each_thread_and_another_seed_gives_others()
      throws Exception {
    List<Integer> here = drawn(42);
    FutureTask<List<Integer>> elsewhere = new FutureTask<>(() -> drawn(42));
    new Thread(elsewhere).start();
    assertEquals(here, elsewhere.get());
    assertNotEquals(here, drawn(43));
    assertEquals(50, here.stream().distinct().count());
  }

  @Test
  void what_is_drawn_in_between_can_be_undone() {
    List<Integer> all = drawn(7);
    IdentityHashes.seed(7);
    int first = System.identityHashCode(new Object());
    IdentityHashes.State before = IdentityHashes.state();
    System.identityHashCode(new Object());
    before.restore();
    int second = System.identityHashCode(new Object());
    IdentityHashes.give(new Object(), 1);
    int third = System.identityHashCode(new Object());
    // Not before: what an assertion loads when it is first called draws as well.
    assertEquals(all.subList(0, 3), List.of(first, second, third));
  }

  @Test
  void constants_of_an_enum_have_theirs_from_their_names_and_keep_them() {
    IdentityHashes.giveToConstants(Hue.class);
    int red = Hue.RED.hashCode();
    Object twin = new Object();
    IdentityHashes.give(twin, "RED".hashCode());
    assertEquals(red, System.identityHashCode(twin));
    assertNotEquals(red, Hue.GREEN.hashCode());
    IdentityHashes.giveToConstants(Hue.class);
    assertEquals(red, Hue.RED.hashCode());
  }
}
