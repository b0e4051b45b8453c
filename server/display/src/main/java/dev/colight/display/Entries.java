package dev.colight.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The entries of maps, and the elements of sets, in an order that is the same in each process. */
public final class Entries {
  /** {@code Map.of} and {@code Set.of} iterate in another order in each process, on purpose. */
  private static final String SHUFFLED = "java.util.ImmutableCollections$";

  private static volatile boolean inOrder;

  private Entries() {}

  /**
   * Says that immutable maps and sets of this process come in the same order as in any other, so
   * that a table lists them as {@code toString} does.
   */
  public static void comeInOrder() {
    inOrder = true;
  }

  /** Returns the entries as they come, or sorted by their keys' text where that is random. */
  public static Iterable<? extends Map.Entry<?, ?>> of(Map<?, ?> map) {
    if (map.size() < 2 || !isShuffled(map)) {
      return map.entrySet();
    }
    List<Map.Entry<?, ?>> sorted = new ArrayList<>(map.entrySet());
    sorted.sort(Comparator.comparing(entry -> String.valueOf(entry.getKey())));
    return sorted;
  }

  /** Returns the elements as they come, or sorted by their text where that is random. */
  public static Iterable<?> of(Collection<?> elements) {
    return isShuffled(elements) ? Arrays.asList(array(elements)) : elements;
  }

  /** Returns a copy of the elements in the same order. */
  public static @Nullable Object[] array(Collection<?> elements) {
    @Nullable Object[] all = elements.toArray();
    if (all.length > 1 && elements instanceof Set<?> && isShuffled(elements)) {
      Arrays.sort(all, Comparator.comparing(String::valueOf));
    }
    return all;
  }

  private static boolean isShuffled(Object value) {
    return !inOrder && value.getClass().getName().startsWith(SHUFFLED);
  }
}
