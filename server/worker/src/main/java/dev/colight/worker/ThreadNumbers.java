package dev.colight.worker;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The numbers in the names that the platform gives to threads and pools: {@code pool-1-thread-1}.
 * They go on for as long as the process lives, and so would tell how often something has run. Here
 * each block begins anew.
 */
final class ThreadNumbers {
  /** Where numbers are, in this version of the platform or in another, and the first of each. */
  private static final List<Counter> COUNTERS =
      counters(
          new Place("java.lang.Thread", "threadInitNumber", 0),
          new Place("java.lang.Thread$ThreadNumbering", "next", 0),
          new Place("java.util.Timer", "nextSerialNumber", 0),
          new Place("java.util.concurrent.Executors$DefaultThreadFactory", "poolNumber", 1),
          new Place("java.util.concurrent.ForkJoinPool", "poolIds", 0));

  private ThreadNumbers() {}

  private record Place(String type, String field, int first) {}

  private record Counter(Object base, long offset, boolean isPrimitive, int first) {
    void restart() {
      if (isPrimitive) {
        Memory.setBits(base, offset, Integer.BYTES, first);
      } else if (Memory.reference(base, offset) instanceof AtomicInteger number) {
        number.set(first);
      }
    }
  }

  private static List<Counter> counters(Place... places) {
    return Stream.of(places).map(ThreadNumbers::counter).flatMap(Optional::stream).toList();
  }

  private static Optional<Counter> counter(Place place) {
    try {
      Field field = Class.forName(place.type).getDeclaredField(place.field);
      Class<?> type = field.getType();
      return type == int.class || type == AtomicInteger.class
          ? Optional.of(
              new Counter(
                  Memory.staticBase(field),
                  Memory.offset(field, true),
                  type.isPrimitive(),
                  place.first))
          : Optional.empty();
    } catch (ClassNotFoundException | NoSuchFieldException e) {
      return Optional.empty(); // another version of the platform
    }
  }

  /** Begins with the first of each. */
  static void restart() {
    COUNTERS.forEach(Counter::restart);
  }
}
