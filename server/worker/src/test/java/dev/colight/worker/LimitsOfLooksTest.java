package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.programs.LeadingCase;
import dev.colight.worker.wire.Handle;
import java.lang.invoke.MethodHandles;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be put back, what never changes, and what is too much. */
class LimitsOfLooksTest {
  private static final ClassLoader LOADER = LimitsOfLooksTest.class.getClassLoader();

  private final Heap heap = new Heap();

  private Look look(Heap in, Object... roots) {
    Look look = new Look(in, LOADER);
    for (Object root : roots) {
      look.add(root);
    }
    return look;
  }

  static List<Object> outside() {
    return List.of(
        new Thread(() -> {}),
        new ThreadLocal<String>(),
        new CompletableFuture<String>(),
        ForkJoinPool.commonPool(),
        new SecureRandom(),
        List.of(new Thread(() -> {})));
  }

  @ParameterizedTest
  @MethodSource("outside")
  void a_state_outside_of_all_objects_counts_as_changed(Object value) {
    look(heap, value);
    Look look = look(heap, value);
    assertTrue(look.isChanged(0));
    Snapshot snapshot = look.snapshot(0);
    assertNotNull(snapshot.life());
    assertTrue(snapshot.isAvailable());
  }

  @Test
  void whoever_waits_is_told_once_that_there_is_much_to_look_at() {
    AtomicInteger told = new AtomicInteger();
    Look look = new Look(heap, LOADER, told::incrementAndGet);
    look.add(new ArrayList<>(List.of(1, 2, 3)));
    assertEquals(0, told.get());
    List<int[]> many = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      many.add(new int[] {i});
    }
    look.add(many);
    look.add(new ArrayList<>(many));
    assertEquals(1, told.get());
  }

  static List<LeadingCase> leading() {
    return LeadingCase.all();
  }

  @ParameterizedTest
  @MethodSource("leading")
  void what_a_state_outside_may_change_is_shared_with_it(LeadingCase kind) {
    List<Integer> list = new ArrayList<>(List.of(1));
    List<Integer> another = new ArrayList<>(List.of(1));
    Look look = look(heap, kind.around().apply(list), list, kind.around().apply(another), another);
    assertEquals(List.of(1), look.sharers(0));
    assertEquals(List.of(3), look.sharers(2));
  }

  static List<Object> accesses() throws ReflectiveOperationException {
    return List.of(
        LimitsOfLooksTest.class,
        new Object[] {LimitsOfLooksTest[].class},
        LimitsOfLooksTest.class.getDeclaredMethod("accesses"),
        LimitsOfLooksTest.class.getDeclaredField("heap"),
        MethodHandles.lookup(),
        MethodHandles.identity(int.class),
        MethodHandles.arrayElementVarHandle(int[].class));
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void what_gives_access_to_code_leads_to_code(Object value) {
    assertTrue(look(heap, value).hasCode(0));
    assertFalse(look(heap, List.of(String.class, Map.of("a", 1))).hasCode(0));
  }

  @Test
  void memory_outside_the_heap_is_shared_by_all_who_have_a_part_of_it() {
    ByteBuffer buffer = ByteBuffer.allocateDirect(16);
    ByteBuffer other = ByteBuffer.allocateDirect(16);
    Look look = look(heap, buffer, buffer.slice(), other, buffer.asReadOnlyBuffer().asIntBuffer());
    assertEquals(List.of(1, 3), look.sharers(0));
    assertEquals(List.of(), look.sharers(2));
  }

  static List<Object> constant() {
    return List.of(
        "text",
        1,
        List.of(1, "a"),
        Map.of("a", 1),
        Optional.of("a"),
        Collections.emptyList(),
        Comparator.naturalOrder(),
        Locale.ROOT,
        TimeZone.getDefault().toZoneId(),
        Pattern.compile("a+"),
        TimeUnit.DAYS,
        String.class,
        LOADER,
        Logger.getLogger("a"),
        new int[0]);
  }

  @ParameterizedTest
  @MethodSource("constant")
  void what_cannot_change_is_not_tracked_and_not_shared(Object value) {
    Look look = look(heap, value, new Object[] {value});
    assertFalse(look.isMutable(0));
    assertFalse(look.isChanged(0));
    assertEquals(List.of(), look.sharers(0));
    assertEquals(1, heap.size());
  }

  @Test
  void a_reader_of_a_huge_structure_is_not_taken_for_a_writer() {
    List<AtomicInteger> many = new ArrayList<>();
    for (int i = 0; i < 300_000; i++) {
      many.add(new AtomicInteger(i));
    }
    look(heap, many);
    assertFalse(look(heap, many).isChanged(0));
    many.get(200_000).incrementAndGet();
    Look look = look(heap, many, many.get(5));
    assertTrue(look.isChanged(0));
    assertEquals(List.of(1), look.sharers(0));
    assertNotNull(look.snapshot(0).life());
    assertEquals(0, look.snapshot(0).bytes());
  }

  @Test
  void a_state_that_cannot_be_put_back_ends_when_a_part_of_it_is_put_back() {
    List<Integer> part = new ArrayList<>(List.of(1));
    Snapshot before = look(heap, part).snapshot(0);
    part.add(2);
    Look look = look(heap, part, List.of(part, new Thread(() -> {})));
    Snapshot whole = look.snapshot(1);
    assertTrue(whole.isAvailable());
    before.restore();
    assertFalse(whole.isAvailable());
  }

  @Test
  void what_a_run_lets_go_of_is_put_back_as_well() {
    List<AtomicInteger> list = new ArrayList<>(List.of(new AtomicInteger(1)));
    Snapshot before = look(heap, list).snapshot(0);
    list.remove(0).set(5);
    look(heap, list).revisit(before);
    before.restore();
    assertEquals("[1]", list.toString());
  }

  @Test
  void states_that_were_not_used_for_long_are_dropped_when_there_are_too_many() {
    Map<Handle, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);
    SnapshotMemory memory = new SnapshotMemory(kept, 100_000);
    for (int i = 0; i < 100; i++) {
      Snapshot state = look(heap, new int[2_000]).snapshot(0);
      kept.put(new Handle("run" + i, "x"), state);
      kept.get(new Handle("run0", "x"));
      memory.added(state);
    }
    assertTrue(kept.size() <= 13);
    assertNotNull(kept.get(new Handle("run0", "x")));
    assertNull(kept.get(new Handle("run1", "x")));
    assertNotNull(kept.get(new Handle("run99", "x")));
  }

  @Test
  void long_texts_count_and_short_ones_are_kept() {
    Map<Handle, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);
    SnapshotMemory memory = new SnapshotMemory(kept, 100_000);
    for (int i = 0; i < 50; i++) {
      for (String text : List.of("a".repeat(10_000), "short")) {
        Snapshot state = Snapshot.constant(text);
        kept.put(new Handle("run" + i, text.substring(0, 1)), state);
        memory.added(state);
      }
    }
    assertNull(kept.get(new Handle("run0", "a")));
    assertNotNull(kept.get(new Handle("run49", "a")));
    assertEquals(50, kept.keySet().stream().filter(h -> h.storage().equals("s")).count());
  }

  @Test
  void contents_that_many_states_share_count_once() {
    Map<Handle, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);
    SnapshotMemory memory = new SnapshotMemory(kept, 100_000);
    Object[] value = {new int[20_000], 0};
    for (int i = 0; i < 50; i++) {
      value[1] = i;
      Snapshot state = look(heap, (Object) value).snapshot(0);
      kept.put(new Handle("run" + i, "x"), state);
      memory.added(state);
    }
    assertEquals(50, kept.size());
  }
}
