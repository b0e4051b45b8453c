package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that can never change have a digest, and no others. */
class ValueDigestTest {
  /** Values that all differ; each is made anew by its supplier. */
  static List<Supplier<Object>> different() {
    return List.of(
        () -> true,
        () -> (byte) 1,
        () -> (short) 1,
        () -> '1',
        () -> 1,
        () -> 1L,
        () -> 1f,
        () -> 1.0,
        () -> 0.0,
        () -> -0.0,
        () -> Double.longBitsToDouble(0x7ff8000000000001L),
        () -> Double.NaN,
        () -> new String("1"),
        () -> "\ud800",
        () -> "?",
        () -> BigInteger.ONE,
        () -> new BigDecimal("1"),
        () -> new BigDecimal("1.0"),
        () -> LocalDate.of(2024, 1, 1),
        () -> ZonedDateTime.of(2024, 1, 1, 0, 0, 0, 0, ZoneId.of("Europe/Paris")),
        () -> ZoneId.of("Europe/Paris"),
        () -> Duration.ofSeconds(1),
        () -> new UUID(1, 2),
        () -> DayOfWeek.MONDAY,
        () -> TimeUnit.DAYS,
        () -> Optional.empty(),
        () -> Optional.of(1),
        () -> OptionalDouble.of(0.0),
        () -> OptionalDouble.of(-0.0),
        () -> OptionalDouble.empty(),
        () -> List.of(),
        () -> List.of(1),
        () -> List.of(1, 2),
        () -> List.of(2, 1),
        () -> List.of(List.of(1), 2),
        () -> List.of(1, List.of(2)),
        () -> Stream.of(1, 2, 3, null).toList(),
        () -> Set.of(1),
        () -> Map.of(1, 2),
        () -> Map.of(1, 2, 3, 4),
        () -> Map.entry(1, 2),
        () -> Collections.emptyList(),
        () -> Collections.singletonMap("a", 1),
        () -> List.of(1, 2, 3, 4).subList(1, 3));
  }

  static Stream<Object> undigested() {
    List<Object> deep = List.of();
    for (int i = 0; i < 1_000; i++) {
      deep = List.of(deep);
    }
    return Stream.of(
        new ArrayList<>(List.of(1)),
        new HashMap<>(),
        Arrays.asList(1, 2),
        Collections.unmodifiableList(new ArrayList<>()),
        new int[] {1},
        new AtomicInteger(1),
        List.of(new int[0]),
        Map.of("a", new ArrayList<>()),
        Optional.of(new Object()),
        new Point(1, 2),
        List.of(new Point(1, 2)),
        Color.RED,
        Object.class,
        (Runnable) () -> {},
        new BigDecimal("1") {},
        IntStream.range(0, 20_000).boxed().toList(),
        "x".repeat(1_000_000),
        deep);
  }

  @Test
  void equal_values_have_equal_digests_and_different_ones_do_not() {
    Map<String, Object> seen = new HashMap<>();
    for (Supplier<Object> supplier : different()) {
      String digest = ValueDigest.of(supplier.get());
      assertNotNull(digest, () -> "no digest of " + supplier.get());
      assertEquals(digest, ValueDigest.of(supplier.get()));
      assertNull(seen.put(digest, supplier.get()), () -> "not unique: " + supplier.get());
    }
    String ofNull = ValueDigest.of(null);
    assertNotNull(ofNull);
    assertNull(seen.put(ofNull, "null"));
  }

  @ParameterizedTest
  @MethodSource("undigested")
  void what_may_change_or_is_too_large_has_none(Object value) {
    assertNull(ValueDigest.of(value));
  }

  @Test
  void of_a_number_the_bytes_count_not_the_digits() {
    BigInteger number = BigInteger.ONE.shiftLeft(4_000_000);
    assertNotNull(ValueDigest.of(number), "half a million bytes, more than a million digits");
    assertNotEquals(ValueDigest.of(number), ValueDigest.of(number.negate()));
  }

  @Test
  void a_large_value_within_the_bound_has_one() {
    assertNotNull(ValueDigest.of(IntStream.range(0, 9_000).boxed().toList()));
  }

  private record Point(int x, int y) {}

  private enum Color {
    RED
  }
}
