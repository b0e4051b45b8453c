package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapTest {
  private final Heap heap = new Heap();
  private final GeneratedLoader loader =
      new GeneratedLoader(HeapTest.class.getClassLoader(), GeneratedLoader.newClassFiles());
  private int asked;

  private void run(Object state) {
    new Look(heap, loader).add(state);
    heap.sweep(
        () -> {
          asked++;
          return List.of();
        });
  }

  @Test
  void a_run_does_not_go_through_all_states_that_are_kept() {
    int runs = 10_000;
    for (int i = 0; i < runs; i++) {
      run(new ArrayList<>(List.of(i)));
    }
    assertTrue(asked > 0, "nothing is ever dropped");
    assertTrue(asked < runs / 100, () -> asked + " times");
  }
}
