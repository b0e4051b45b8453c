package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.programs.HeapCase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a program changes in place is seen and can be put back, whatever kind of value it is. */
class LookTest {
  private static final ClassLoader LOADER = LookTest.class.getClassLoader();

  /** All objects of any kind of value that is not made to be large. */
  private static final int FEW = 400;

  private final Heap heap = new Heap();

  /** Keeps a hash alone, of all that has anything to it. */
  private final Heap tiny = new Heap(0);

  static List<HeapCase> all() {
    return HeapCase.all();
  }

  private static Look look(Heap heap, @Nullable Object... roots) {
    Look look = new Look(heap, LOADER);
    for (@Nullable Object root : roots) {
      look.add(root);
    }
    return look;
  }

  private static boolean changed(Heap heap, Object value) {
    return look(heap, value).isChanged(0);
  }

  /** Looks after a run that began in a state; returns the state in which it ended. */
  private Snapshot after(Snapshot before) {
    Look look = look(heap, before.value());
    look.revisit(before);
    return look.snapshot(0);
  }

  @ParameterizedTest
  @MethodSource("all")
  void reading_is_no_change(HeapCase kind) {
    Object value = kind.make().get();
    look(heap, value);
    look(tiny, value);
    kind.read().accept(value);
    assertEquals(kind.isMovedByReading(), changed(heap, value));
    assertEquals(kind.isMovedByReading(), changed(tiny, value));
  }

  @ParameterizedTest
  @MethodSource("all")
  void writing_is_a_change(HeapCase kind) {
    Object value = kind.make().get();
    look(heap, value);
    look(tiny, value);
    kind.write().accept(value);
    assertTrue(changed(heap, value));
    assertTrue(changed(tiny, value));
    assertFalse(changed(heap, value));
    assertFalse(changed(tiny, value));
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_was_changed_is_put_back(HeapCase kind) {
    Object value = kind.make().get();
    Snapshot snapshot = look(heap, value).snapshot(0);
    assertNull(snapshot.life());
    kind.write().accept(value);
    Snapshot later = after(snapshot);
    String then = kind.behaviour().apply(value);
    after(later);
    snapshot.restore();
    assertFalse(changed(heap, value));
    assertEquals(kind.behaviour().apply(kind.make().get()), kind.behaviour().apply(value));
    after(snapshot);
    later.restore();
    assertEquals(then, kind.behaviour().apply(value));
    assertSame(value, snapshot.value());
  }

  @ParameterizedTest
  @MethodSource("all")
  void what_is_shared_is_found(HeapCase kind) {
    Object value = kind.make().get();
    Object other = kind.make().get();
    for (Heap each : List.of(heap, tiny)) {
      Look look = look(each, value, List.of("a", value), other, new Object[] {other}, "a");
      assertEquals(List.of(1), look.sharers(0));
      assertEquals(List.of(0), look.sharers(1));
      assertEquals(List.of(3), look.sharers(2));
      assertEquals(List.of(), look.sharers(4));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void a_value_does_not_lead_to_the_platforms_own_objects(HeapCase kind) {
    Object value = kind.make().get();
    look(heap, value);
    assertTrue(heap.size() < FEW, () -> "it leads to " + heap.size() + " objects");
    List<HeapCase> kinds = HeapCase.all();
    List<Object> values = new ArrayList<>(List.of(value));
    kinds.forEach(other -> values.add(other.make().get()));
    Look look = look(heap, values.toArray());
    assertEquals(List.of(), look.sharers(0).stream().map(i -> kinds.get(i - 1)).toList());
  }
}
