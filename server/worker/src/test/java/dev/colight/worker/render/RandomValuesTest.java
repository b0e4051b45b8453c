package dev.colight.worker.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a value is made of: its forms are bounded, the same each time, and leave it alone. */
class RandomValuesTest {
  private static final int VALUES = 400;
  private static final int MAX_LENGTH = 4 << 20;

  record Pair(@Nullable Object left, @Nullable Object right) {}

  static final class Cell {
    @Nullable Object content;
    final int number;

    Cell(int number, @Nullable Object content) {
      this.number = number;
      this.content = content;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void random_values_have_bounded_forms_that_are_json_and_equal_each_time(long seed) {
    for (int i = 0; i < VALUES; i++) {
      long own = seed * VALUES + i;
      Object value = value(new Random(own), 5, new ArrayList<>());
      Bundle bundle = Rich.of(value, Watch.PRESENT, "ref");
      bundle
          .forms()
          .forEach(
              (type, payload) -> {
                assertTrue(payload.length() < MAX_LENGTH, () -> type + " of " + own);
                if (type.endsWith("json")) {
                  assertNotNull(JsonParser.parseString(payload));
                }
              });
      Object twin = value(new Random(own), 5, new ArrayList<>());
      assertEquals(bundle.forms(), Rich.of(twin, Watch.PRESENT, "ref").forms());
      assertEquals(
          bundle.forms(), Rich.of(value, Watch.PRESENT, "ref").forms(), "looking changed it");
      expand(bundle.more(), 3);
    }
  }

  /** Looks into all that can be looked into. */
  private static void expand(@Nullable Branch branch, int depth) {
    if (branch == null || depth == 0) {
      return;
    }
    Branch.Page page = branch.page(0, 10, "ref", Watch.PRESENT);
    assertTrue(page.children().size() <= 10 && page.total() >= page.children().size());
    for (Branch.Child child : page.children()) {
      assertNotNull(JsonParser.parseString(child.json()));
      if (child.index() >= 0) {
        expand(branch.child(child.index(), Watch.PRESENT), depth - 1);
      }
    }
  }

  /** Makes a value; some of its parts are others of its parts, so that there are cycles. */
  private static @Nullable Object value(Random random, int depth, List<Object> made) {
    Object value = make(random, depth, made);
    if (value != null) {
      made.add(value);
    }
    return value;
  }

  @SuppressWarnings("JdkObsolete") // documents have linked lists
  private static @Nullable Object make(Random random, int depth, List<Object> made) {
    int kind = random.nextInt(depth == 0 ? 8 : 20);
    return switch (kind) {
      case 0 -> null;
      case 1 -> random.nextInt();
      case 2 -> random.nextDouble() * 1e10;
      case 3 -> text(random);
      case 4 -> random.nextBoolean();
      case 5 -> LocalDate.ofEpochDay(random.nextInt(50_000));
      case 6 -> (char) random.nextInt(0x10000);
      case 7 -> made.isEmpty() ? "first" : made.get(random.nextInt(made.size()));
      case 8, 9 -> fill(random, depth, made, new ArrayList<>());
      case 10 -> fill(random, depth, made, new LinkedList<>());
      case 11 -> map(random, depth, made, new LinkedHashMap<>());
      case 12 -> map(random, depth, made, new HashMap<>());
      case 13 -> fill(random, depth, made, new ArrayList<>()).toArray();
      case 14 -> new Pair(value(random, depth - 1, made), value(random, depth - 1, made));
      case 15 -> new Cell(random.nextInt(), value(random, depth - 1, made));
      case 16 -> Optional.ofNullable(value(random, depth - 1, made));
      case 17 -> random.ints(random.nextInt(300)).toArray();
      case 18 -> {
        Pair[] rows = new Pair[1 + random.nextInt(150)];
        Arrays.setAll(rows, i -> new Pair(i, value(random, 0, made)));
        yield random.nextBoolean() ? rows : List.of(rows);
      }
      default -> {
        Cell cycle = new Cell(1, null);
        cycle.content = List.of(cycle, new TreeSet<>(List.of("a", "b")));
        yield cycle;
      }
    };
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(20) == 0 ? 5_000 : random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
    }
    return text.toString();
  }

  private static List<Object> fill(
      Random random, int depth, List<Object> made, List<@Nullable Object> list) {
    int size = random.nextInt(10) == 0 ? random.nextInt(400) : random.nextInt(6);
    for (int i = 0; i < size; i++) {
      list.add(value(random, depth - 1, made));
    }
    return list;
  }

  private static Map<Object, Object> map(
      Random random, int depth, List<Object> made, Map<Object, @Nullable Object> map) {
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      map.put(random.nextBoolean() ? text(random) : (Object) i, value(random, depth - 1, made));
    }
    return map;
  }
}
