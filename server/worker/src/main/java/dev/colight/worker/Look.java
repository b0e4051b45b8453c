package dev.colight.worker;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A look at all that can be reached from some roots: finds out which of it has changed since the
 * last look, and which roots share something that can change.
 */
final class Look {
  /** Objects and array elements that are looked at from one root. */
  static final int BUDGET = 4_000_000;

  /** How many bytes of contents one snapshot may hold. */
  private static final long MAX_BYTES = 96L << 20;

  /** Elements of an array that cost as much as an object: they are compared at once. */
  private static final int ELEMENTS = 16;

  private final Heap heap;
  private final ClassLoader documents;
  private final int number;
  private final List<List<? extends @Nullable Object>> roots = new ArrayList<>();
  private final List<Root> found = new ArrayList<>();

  /** Objects that cannot change themselves, and the last root that came by. */
  private final Map<Object, Integer> fixed = new IdentityHashMap<>();

  private final Deque<Object> stack = new ArrayDeque<>();
  private int left;

  Look(Heap heap, ClassLoader documents) {
    this.heap = heap;
    this.documents = documents;
    this.number = heap.look();
  }

  /** What was found from a root, and from those that share something with it. */
  private static final class Root {
    /** The group that it belongs to, by union-find. */
    private int group;

    private boolean mutable;
    private boolean code;
    private boolean changed;

    /** Whether there is more than can be looked at, or something with a state elsewhere. */
    private boolean beyond;

    Root(int index) {
      group = index;
    }
  }

  /** Looks at what can be reached from a value; returns the number of this root. */
  int add(@Nullable Object value) {
    return addAll(Collections.singletonList(value));
  }

  /** Looks at what can be reached from some values; returns the number of this root. */
  int addAll(List<? extends @Nullable Object> values) {
    int index = roots.size();
    Root root = new Root(index);
    roots.add(values);
    found.add(root);
    left = BUDGET;
    values.forEach(this::push);
    while (!stack.isEmpty()) {
      visit(stack.pop(), index, root);
      if (left < 0) {
        root.beyond = true;
        root.mutable = true;
        stack.clear();
      }
    }
    return index;
  }

  private void push(@Nullable Object value) {
    if (value != null) {
      stack.push(value);
    }
  }

  private void visit(Object object, int index, Root root) {
    Class<?> type = object.getClass();
    Layout layout = object instanceof ClassStatics statics ? statics.layout() : Layout.of(type);
    if (layout.kind() == Layout.Kind.LEAF) {
      root.code |= isCode(type);
      left--;
      return;
    }
    if (layout.kind() == Layout.Kind.OUTSIDE || Leaves.isUnderWay(object)) {
      root.beyond = true;
      root.mutable = true;
      return;
    }
    root.code |= isCode(type);
    if (layout.isMutable()) {
      visitMutable(object, layout, index, root);
    } else {
      Integer last = fixed.put(object, index);
      if (last == null || last != index) {
        visitFixed(object, layout);
      }
    }
  }

  private boolean isCode(Class<?> type) {
    return type.getClassLoader() == documents;
  }

  private void visitFixed(Object object, Layout layout) {
    left--;
    for (long offset : layout.links()) {
      Object link = Memory.reference(layout.baseOf(object), offset);
      if (layout.kind() == Layout.Kind.FROZEN && link instanceof Object[] elements) {
        left -= elements.length / ELEMENTS;
        pushAll(elements);
      } else {
        push(link);
      }
    }
    if (object instanceof Reference<?> reference) {
      push(reference.get());
    }
  }

  private void visitMutable(Object object, Layout layout, int index, Root root) {
    if (object.getClass().isArray() && Array.getLength(object) == 0) {
      return; // many share one
    }
    root.mutable = true;
    Tracked tracked = heap.track(object, layout);
    if (tracked.look == number) {
      if (tracked.root != index) {
        unite(tracked.root, index);
      }
      return;
    }
    tracked.look = number;
    tracked.root = index;
    Contents contents = tracked.contents;
    if (contents == null || !contents.isIn(object, layout)) {
      contents = Contents.of(object, layout);
      tracked.contents = contents;
      tracked.changed = number;
      root.changed = true;
    }
    left -= 1 + length(contents) / ELEMENTS;
    pushAll(contents.references());
    for (long offset : layout.links()) {
      push(Memory.reference(layout.baseOf(object), offset));
    }
    if (object instanceof Reference<?> reference) {
      push(reference.get());
    }
  }

  private static int length(Contents contents) {
    return contents.references().length + (int) Math.min(contents.bytes() / 8, 1 << 28);
  }

  /** Leaves out at once what nothing comes of: most elements are numbers and text. */
  private void pushAll(@Nullable Object[] values) {
    for (Object value : values) {
      if (value != null && !(value instanceof String) && !(value instanceof Number number
              && Layout.of(number.getClass()).kind() == Layout.Kind.LEAF)) {
        stack.push(value);
      }
    }
  }

  private int group(int index) {
    int group = index;
    while (found.get(group).group != group) {
      group = found.get(group).group;
    }
    return group;
  }

  private void unite(int one, int other) {
    int a = group(one);
    int b = group(other);
    found.get(Math.max(a, b)).group = Math.min(a, b);
  }

  /** Returns the other roots that share something with a root which can change. */
  List<Integer> sharers(int index) {
    List<Integer> result = new ArrayList<>();
    for (int other = 0; other < found.size(); other++) {
      if (other != index && group(other) == group(index)) {
        result.add(other);
      }
    }
    return result;
  }

  private boolean anyInGroup(int index, Predicate<Root> test) {
    int group = group(index);
    for (int other = 0; other < found.size(); other++) {
      if (group(other) == group && test.test(found.get(other))) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether something that can be reached from a root can change. */
  boolean isMutable(int index) {
    return found.get(index).mutable;
  }

  /** Tells whether code of the document can be reached from a root. */
  boolean hasCode(int index) {
    return anyInGroup(index, root -> root.code);
  }

  /** Tells whether the state of a root cannot be put back. */
  boolean isBeyond(int index) {
    return anyInGroup(index, root -> root.beyond);
  }

  /** Tells whether something that can be reached from a root has changed, or may have. */
  boolean isChanged(int index) {
    if (isBeyond(index)) {
      return true;
    } else if (!anyInGroup(index, root -> root.changed)) {
      return false;
    }
    return sharers(index).isEmpty() || walk(index, new ArrayList<>(), true);
  }

  /** Returns the state of a root. */
  Snapshot snapshot(int index) {
    List<? extends @Nullable Object> values = roots.get(index);
    Object value = values.size() == 1 ? values.get(0) : null;
    if (!isMutable(index)) {
      return Snapshot.constant(value);
    } else if (isBeyond(index)) {
      return new Snapshot(value, new Tracked[0], new Contents[0], 0, new Snapshot.Life());
    }
    List<Tracked> reached = new ArrayList<>();
    walk(index, reached, false);
    Tracked[] objects = new Tracked[reached.size()];
    Contents[] contents = new Contents[reached.size()];
    long bytes = 0;
    int i = 0;
    for (Tracked tracked : reached) {
      Contents held = tracked.contents;
      if (held == null) {
        throw new IllegalStateException("nothing is known of an object that was looked at");
      }
      objects[i] = tracked;
      contents[i++] = held;
      bytes += held.bytes();
    }
    return bytes > MAX_BYTES
        ? new Snapshot(value, new Tracked[0], new Contents[0], 0, new Snapshot.Life())
        : new Snapshot(value, objects, contents, bytes, null);
  }

  /**
   * Collects what can be reached from a root and can change.
   *
   * @param untilChanged whether to stop at the first thing that has changed
   * @return whether it was stopped
   */
  private boolean walk(int index, List<Tracked> into, boolean untilChanged) {
    Map<Object, Object> seen = new IdentityHashMap<>();
    roots.get(index).forEach(this::push);
    while (!stack.isEmpty()) {
      Object object = stack.pop();
      Layout layout =
          object instanceof ClassStatics statics
              ? statics.layout()
              : Layout.of(object.getClass());
      if (layout.kind() == Layout.Kind.LEAF || seen.put(object, object) != null) {
        continue;
      }
      if (!layout.isMutable()) {
        visitFixed(object, layout);
        continue;
      }
      Tracked tracked = heap.track(object, layout);
      Contents contents = tracked.contents;
      if (contents == null) {
        continue; // an empty array
      }
      if (untilChanged && tracked.changed == number) {
        stack.clear();
        return true;
      }
      into.add(tracked);
      pushAll(contents.references());
      for (long offset : layout.links()) {
        push(Memory.reference(layout.baseOf(object), offset));
      }
    }
    return false;
  }
}
