package dev.colight.worker;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a document that can change are known to hold. Between runs nobody changes
 * them, so that a look at them after a run tells what it has changed. Used by one thread.
 */
final class Heap {
  /** How many bytes of contents one root may have; what has more is hashed. */
  static final long MAX_ROOT_BYTES = 64L << 20;

  /**
   * How many objects one root may have: a look at them shall take less than a tenth of a second.
   */
  private static final int MAX_ROOT_OBJECTS = 250_000;

  /** How many bytes of contents all objects together may have. */
  private static final long MAX_BYTES =
      Math.max(MAX_ROOT_BYTES, Runtime.getRuntime().maxMemory() / 4);

  /** Objects that may be tracked before those that nothing needs are dropped. */
  private static final int FIRST_SWEEP = 20_000;

  private final IdentityHashMap<Object, Tracked> tracked = new IdentityHashMap<>();

  /** By root: the hash of all that can be reached, where that is too much to be tracked. */
  private final IdentityHashMap<Object, Long> hashes = new IdentityHashMap<>();

  private final long maxRootBytes;
  private int sweepAt = FIRST_SWEEP;
  private long bytes;
  private int looks;

  Heap() {
    this(MAX_ROOT_BYTES);
  }

  /**
   * Creates a heap.
   *
   * @param maxRootBytes how many bytes of contents one root may have
   */
  Heap(long maxRootBytes) {
    this.maxRootBytes = maxRootBytes;
  }

  /** Begins another look at the heap; returns its number. */
  int look() {
    return ++looks;
  }

  /** Returns how many objects are tracked. */
  int size() {
    return tracked.size();
  }

  /** Returns what is known of an object, or null. */
  @Nullable Tracked tracked(Object object) {
    return tracked.get(object);
  }

  /** Returns what is known of an object; nothing is known of its contents where it is new. */
  Tracked track(Object object, Layout layout, int look) {
    Tracked known = tracked.get(object);
    if (known == null) {
      known = new Tracked(object, layout, look);
      tracked.put(object, known);
    }
    return known;
  }

  /** Notes what an object holds now. */
  void set(Tracked object, Contents contents) {
    Contents before = object.contents;
    bytes += contents.bytes() - (before == null ? 0 : before.bytes());
    object.contents = contents;
  }

  /** Forgets what a look has found for the first time, among some objects. */
  void drop(List<Tracked> found, int look) {
    if (tracked.size() == found.size() && found.stream().allMatch(each -> each.first == look)) {
      tracked.clear();
      bytes = 0;
      return;
    }
    for (Tracked each : found) {
      Contents contents = each.contents;
      if (each.first == look && tracked.remove(each.object) != null && contents != null) {
        bytes -= contents.bytes();
      }
    }
  }

  /** Tells whether what was found from a root is little enough to be tracked. */
  boolean hasRoomFor(Root root) {
    return root.bytes <= maxRootBytes && root.reached.size() <= MAX_ROOT_OBJECTS;
  }

  /** Tells whether there is room for more contents. */
  boolean hasRoomFor(Root root, long more) {
    return root.bytes + more <= maxRootBytes && bytes + more <= MAX_BYTES;
  }

  /** Returns the hash of all that was reached from a root, or null where it was tracked. */
  @Nullable Long hash(Object root) {
    return hashes.get(root);
  }

  /** Sets the hash of a root; returns the one before, or null. */
  @Nullable Long setHash(Object root, long hash) {
    return hashes.put(root, hash);
  }

  /**
   * Drops objects that no snapshot has, when there may be many of them.
   *
   * @param snapshots gives all there are, which takes its time: asked for only when needed
   */
  void sweep(Supplier<Collection<Snapshot>> snapshots) {
    boolean hashesRoots = hashes.keySet().stream().anyMatch(Heap::isSwept);
    boolean many = tracked.size() >= sweepAt || bytes >= MAX_BYTES / 2;
    if (hashesRoots || many) {
      sweep(snapshots.get(), hashesRoots, many);
    }
  }

  private static boolean isSwept(Object root) {
    return !(root instanceof ClassStatics);
  }

  private void sweep(Collection<Snapshot> snapshots, boolean hashesRoots, boolean many) {
    if (hashesRoots) {
      Set<Object> needed = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Snapshot snapshot : snapshots) {
        Object value = snapshot.value();
        if (snapshot.life() != null && value != null) {
          needed.add(value);
        }
      }
      hashes.keySet().removeIf(root -> isSwept(root) && !needed.contains(root));
    }
    if (!many) {
      return;
    }
    int look = look();
    for (Snapshot snapshot : snapshots) {
      for (Tracked object : snapshot.objects()) {
        object.look = look;
      }
    }
    tracked.values().removeIf(object -> object.look != look);
    bytes = 0;
    for (Tracked object : tracked.values()) {
      Contents contents = object.contents;
      bytes += contents == null ? 0 : contents.bytes();
    }
    sweepAt = Math.max(FIRST_SWEEP, 2 * tracked.size());
  }
}
