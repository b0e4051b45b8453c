package dev.colight.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/**
 * A cache of bounded weight that drops the least recently used entries first; immutable.
 *
 * @param <K> keys
 * @param <V> values
 */
public final class BoundedCache<K, V> {
  private final PMap<K, Entry<V>> entries;
  private final PSortedMap<Long, K> byUse;
  private final long weight;
  private final long clock;
  private final long bound;
  private final ToLongFunction<V> weigher;

  private record Entry<V>(V value, long used, long weight) {}

  /** What {@link #trim} leaves and drops. */
  public record Trimmed<K, V>(BoundedCache<K, V> cache, List<V> dropped) {}

  private BoundedCache(
      PMap<K, Entry<V>> entries,
      PSortedMap<Long, K> byUse,
      long weight,
      long clock,
      long bound,
      ToLongFunction<V> weigher) {
    this.entries = entries;
    this.byUse = byUse;
    this.weight = weight;
    this.clock = clock;
    this.bound = bound;
    this.weigher = weigher;
  }

  /** Creates an empty cache of a bound, in the unit that {@code weigher} gives. */
  public static <K, V> BoundedCache<K, V> ofBound(long bound, ToLongFunction<V> weigher) {
    return new BoundedCache<>(HashTreePMap.empty(), TreePMap.empty(), 0, 0, bound, weigher);
  }

  /** Returns a value, or null; reading is no use. */
  public @Nullable V get(K key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? null : entry.value;
  }

  /** Returns the number of entries. */
  public int size() {
    return entries.size();
  }

  /** Returns the sum of all weights. */
  public long weight() {
    return weight;
  }

  /** Returns the weight of an entry, 0 where there is none. */
  public long weightOf(K key) {
    Entry<V> entry = entries.get(key);
    return entry == null ? 0 : entry.weight;
  }

  /** Returns the cache with an entry, the most recently used one. May exceed the bound. */
  public BoundedCache<K, V> with(K key, V value) {
    BoundedCache<K, V> base = without(key);
    long added = weigher.applyAsLong(value);
    return new BoundedCache<>(
        base.entries.plus(key, new Entry<>(value, clock, added)),
        base.byUse.plus(clock, key),
        base.weight + added,
        clock + 1,
        bound,
        weigher);
  }

  /** Returns the cache without an entry. */
  public BoundedCache<K, V> without(K key) {
    Entry<V> entry = entries.get(key);
    return entry == null
        ? this
        : new BoundedCache<>(
            entries.minus(key),
            byUse.minus(entry.used),
            weight - entry.weight,
            clock,
            bound,
            weigher);
  }

  /** Drops entries until the bound is kept, but none that is in use. */
  public Trimmed<K, V> trim(Predicate<K> inUse) {
    BoundedCache<K, V> result = this;
    List<V> dropped = new ArrayList<>();
    if (weight > bound) {
      for (Map.Entry<Long, K> oldest : byUse.entrySet()) {
        if (result.weight <= bound) {
          break;
        }
        V value = get(oldest.getValue());
        if (value != null && !inUse.test(oldest.getValue())) {
          dropped.add(value);
          result = result.without(oldest.getValue());
        }
      }
    }
    return new Trimmed<>(result, dropped);
  }

  /** Returns the cache with some entries and no others. */
  public BoundedCache<K, V> only(Predicate<K> wanted) {
    BoundedCache<K, V> result = this;
    for (K key : entries.keySet()) {
      if (!wanted.test(key)) {
        result = result.without(key);
      }
    }
    return result;
  }
}
