package dev.colight.worker;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A look at all that can be reached from some roots: finds out which of it has changed since the
 * last look, and which roots share something that can change.
 *
 * <p>What a root leads to is tracked object by object, with the contents of each. Where that takes
 * too much memory, there is but a hash of all contents: it still tells whether something has
 * changed, but the state cannot be put back.
 */
final class Look {
  /** Objects, or {@link #ELEMENTS} array elements, that are looked at from one root. */
  private static final int BUDGET = 4_000_000;

  /** Elements of an array that cost as much as an object: they are compared at once. */
  private static final int ELEMENTS = 16;

  /** What is left of the budget when looking begins to take longer than a blink. */
  private static final int LONG = BUDGET - 20_000;

  private final Heap heap;
  private final ClassLoader documents;
  private final Runnable takesLong;
  private final int number;
  private final List<Root> roots = new ArrayList<>();

  /** Objects that are not tracked, with the last pass that came by; see {@link #pass}. */
  private final Seen seen = new Seen();

  private final Deque<Object> stack = new ArrayDeque<>();
  private Class<?> lastType = Object.class;
  private Layout lastLayout = Layout.of(Object.class);
  private boolean anyHashed;
  private int left;

  /** Whether it has been told that this takes long. */
  private boolean told;

  Look(Heap heap, ClassLoader documents) {
    this(heap, documents, () -> {});
  }

  /**
   * Begins a look.
   *
   * @param takesLong told, once, when there is much to look at
   */
  Look(Heap heap, ClassLoader documents, Runnable takesLong) {
    this.heap = heap;
    this.documents = documents;
    this.takesLong = takesLong;
    this.number = heap.look();
  }

  /** Looks at what can be reached from a value; returns the number of this root. */
  int add(@Nullable Object value) {
    return addAll(Collections.singletonList(value));
  }

  /** Looks at what can be reached from some values; returns the number of this root. */
  int addAll(List<? extends @Nullable Object> values) {
    Root root = new Root(values, roots.size());
    roots.add(root);
    Object key = root.key();
    if (key == null || heap.hash(key) == null) {
      if (track(root)) {
        return root.index;
      }
      giveUpTracking(root);
    }
    hash(root);
    return root.index;
  }

  /** Looks at all objects one by one; false where that is too much. */
  private boolean track(Root root) {
    begin(root);
    while (!stack.isEmpty()) {
      visit(stack.pop(), root, null);
      tellIfLong();
      if (left < 0 || !heap.hasRoomFor(root)) {
        stack.clear();
        return false;
      }
    }
    return true;
  }

  private void tellIfLong() {
    if (left < LONG && !told) {
      told = true;
      takesLong.run();
    }
  }

  private void giveUpTracking(Root root) {
    heap.drop(root.reached, number);
    root.reached.clear();
    root.bytes = 0;
  }

  private void hash(Root root) {
    anyHashed = true;
    root.hashed = true;
    begin(root);
    Hash hash = new Hash();
    while (!stack.isEmpty()) {
      visit(stack.pop(), root, hash);
      tellIfLong();
      if (left < 0) {
        root.beyond = true;
        root.mutable = true;
        stack.clear();
      }
    }
    Object key = root.key();
    Long before = key == null ? null : heap.setHash(key, hash.value());
    root.changed = before == null || before != hash.value();
  }

  private void begin(Root root) {
    left = BUDGET;
    root.values.forEach(this::push);
  }

  /** Names the pass of a root over the heap; two of them are the most that there are. */
  private static int pass(Root root, @Nullable Hash hash) {
    return 2 * root.index + (hash == null ? 0 : 1);
  }

  private static int indexOf(int pass) {
    return pass / 2;
  }

  private void push(@Nullable Object value) {
    if (value != null) {
      stack.push(value);
    }
  }

  /** Returns the layout of an object; the next one is often of the same class. */
  private Layout layout(Object object) {
    Class<?> type = object.getClass();
    if (type == lastType) {
      return lastLayout;
    } else if (object instanceof ClassStatics statics) {
      return statics.layout();
    }
    lastType = type;
    lastLayout = Layout.of(type);
    return lastLayout;
  }

  private void visit(Object object, Root root, @Nullable Hash hash) {
    Layout layout = layout(object);
    root.code |= layout.loader() == documents || Leaves.givesAccess(object, documents);
    left--;
    if (layout.isOutside(object)) {
      root.beyond = true;
      root.mutable = true;
      visitOutside(object, layout, pass(root, hash));
      return;
    } else if (layout.kind() == Layout.Kind.LEAF || isEmptyArray(object, layout)) {
      return;
    } else if (!layout.isMutable()) {
      int pass = pass(root, hash);
      if (seen.put(object, pass) != pass) {
        pushFixed(object, layout);
      }
      return;
    }
    root.mutable = true;
    if (hash == null) {
      visitTracked(object, layout, root);
    } else {
      visitHashed(object, layout, root, hash);
    }
  }

  /** Empty arrays have nothing that changes, and many share one. */
  private static boolean isEmptyArray(Object object, Layout layout) {
    return switch (layout.kind()) {
      case ARRAY -> ((Object[]) object).length == 0;
      case PRIMITIVE_ARRAY -> Array.getLength(object) == 0;
      default -> false;
    };
  }

  /** Looks at what a thread, a pool, a future that is not done may work on. */
  private void visitOutside(Object object, Layout layout, int pass) {
    int last = seen.put(object, pass);
    if (last == pass) {
      return;
    } else if (last != Seen.NEW) {
      unite(indexOf(last), indexOf(pass));
    }
    for (long offset : layout.references()) {
      push(Memory.reference(object, offset));
    }
    pushFixed(object, layout);
    if (object instanceof ThreadLocal<?> local) {
      UserThreads.valuesOf(local).forEach(this::push);
    }
  }

  private void visitTracked(Object object, Layout layout, Root root) {
    Tracked tracked = heap.track(object, layout, number);
    if (tracked.look == number) {
      unite(tracked.root, root.index);
      return;
    }
    if (anyHashed) {
      int pass = seen.get(object);
      if (pass != Seen.NEW) {
        unite(indexOf(pass), root.index);
      }
    }
    tracked.look = number;
    tracked.root = root.index;
    root.reached.add(tracked);
    Contents contents = tracked.contents;
    if (contents == null || !contents.isIn(object, layout)) {
      if (!heap.hasRoomFor(root, Contents.bytes(object, layout))) {
        root.bytes = Long.MAX_VALUE;
        return;
      }
      contents = Contents.of(object, layout);
      heap.set(tracked, contents);
      tracked.changed = number;
      root.changed = true;
    }
    root.bytes += contents.bytes();
    left -= contents.references().length / ELEMENTS;
    pushAll(contents.references());
    pushFixed(object, layout);
  }

  private void visitHashed(Object object, Layout layout, Root root, Hash hash) {
    int pass = pass(root, hash);
    int last = seen.put(object, pass);
    if (last == pass) {
      return;
    } else if (last != Seen.NEW) {
      unite(indexOf(last), root.index);
    }
    Tracked tracked = heap.size() == 0 ? null : heap.tracked(object);
    if (tracked != null) {
      root.reached.add(tracked);
      if (tracked.look == number) {
        unite(tracked.root, root.index);
      } else {
        update(tracked);
      }
    }
    hash.add(object, layout);
    if (layout.kind() == Layout.Kind.PRIMITIVE_ARRAY) {
      left -= Array.getLength(object) / ELEMENTS;
    } else if (object instanceof Object[] elements) {
      left -= elements.length / ELEMENTS;
      pushAll(elements);
    } else {
      for (long offset : layout.references()) {
        push(Memory.reference(layout.baseOf(object), offset));
      }
      pushFixed(object, layout);
    }
  }

  /**
   * Looks at what a state held before and that no root leads to any more: it may have changed, too,
   * and is not to be taken for what it was when that state is put back.
   */
  void revisit(Snapshot before) {
    for (Tracked tracked : before.objects()) {
      if (tracked.look != number) {
        update(tracked);
      }
    }
  }

  private void update(Tracked tracked) {
    Contents contents = tracked.contents;
    if (contents == null || !contents.isIn(tracked.object, tracked.layout)) {
      heap.set(tracked, Contents.of(tracked.object, tracked.layout));
      tracked.changed = number;
    }
  }

  /** Pushes what an object leads to for good. */
  private void pushFixed(Object object, Layout layout) {
    for (long offset : layout.links()) {
      push(Memory.reference(layout.baseOf(object), offset));
    }
    for (long offset : layout.frozen()) {
      if (Memory.reference(layout.baseOf(object), offset) instanceof Object[] elements) {
        left -= elements.length / ELEMENTS;
        pushAll(elements);
      }
    }
  }

  /** Leaves out at once what nothing comes of: most elements are numbers and text. */
  private void pushAll(@Nullable Object[] values) {
    for (Object value : values) {
      if (value != null
          && !(value instanceof String)
          && !(value instanceof Integer)
          && !(value instanceof Double)
          && !(value instanceof Long)) {
        stack.push(value);
      }
    }
  }

  private int group(int index) {
    int group = index;
    while (roots.get(group).group != group) {
      group = roots.get(group).group;
    }
    return group;
  }

  private void unite(int one, int other) {
    int a = group(one);
    int b = group(other);
    roots.get(Math.max(a, b)).group = Math.min(a, b);
  }

  /** Returns the other roots that share something with a root which can change. */
  List<Integer> sharers(int index) {
    List<Integer> result = new ArrayList<>();
    for (int other = 0; other < roots.size(); other++) {
      if (other != index && group(other) == group(index)) {
        result.add(other);
      }
    }
    return result;
  }

  private boolean anyInGroup(int index, Predicate<Root> test) {
    int group = group(index);
    return roots.stream().anyMatch(root -> group(root.index) == group && test.test(root));
  }

  /** Tells whether something that can be reached from a root can change. */
  boolean isMutable(int index) {
    return roots.get(index).mutable;
  }

  /** Tells whether code of the document can be reached from a root. */
  boolean hasCode(int index) {
    return anyInGroup(index, root -> root.code);
  }

  /** Tells whether the state of a root cannot be put back. */
  boolean isBeyond(int index) {
    return anyInGroup(index, root -> root.beyond || root.hashed);
  }

  /** Tells whether something that can be reached from a root has changed, or may have. */
  boolean isChanged(int index) {
    Root root = roots.get(index);
    if (root.beyond || root.hashed) {
      return root.beyond || root.changed;
    } else if (!anyInGroup(index, other -> other.changed || other.beyond)) {
      return false;
    }
    return sharers(index).isEmpty() || walk(root, new ArrayList<>(), true);
  }

  /** Returns the state of a root. */
  Snapshot snapshot(int index) {
    Root root = roots.get(index);
    Object value = root.values.size() == 1 ? root.values.get(0) : null;
    if (!isMutable(index)) {
      return Snapshot.constant(value);
    } else if (isBeyond(index)) {
      Snapshot.Life life = new Snapshot.Life();
      int group = group(index);
      for (Root other : roots) {
        if (group(other.index) == group) {
          other.reached.forEach(tracked -> tracked.addLife(life));
        }
      }
      return Snapshot.passing(value, life);
    }
    if (sharers(index).isEmpty()) {
      return Snapshot.of(value, root.reached);
    }
    List<Tracked> reached = new ArrayList<>();
    walk(root, reached, false);
    return Snapshot.of(value, reached);
  }

  /**
   * Collects what can be reached from a root that is tracked.
   *
   * @param untilChanged whether to stop at the first thing that has changed, or may have
   * @return whether it was stopped
   */
  private boolean walk(Root root, List<Tracked> into, boolean untilChanged) {
    Seen walked = new Seen();
    begin(root);
    while (!stack.isEmpty()) {
      Object object = stack.pop();
      Layout layout = layout(object);
      boolean outside = layout.isOutside(object);
      if (outside && untilChanged) {
        stack.clear();
        return true;
      } else if (outside
          || layout.kind() == Layout.Kind.LEAF
          || walked.put(object, 0) != Seen.NEW) {
        continue;
      }
      Tracked tracked = layout.isMutable() ? heap.tracked(object) : null;
      Contents contents = tracked == null ? null : tracked.contents;
      if (tracked != null && contents != null) {
        if (untilChanged && tracked.changed == number) {
          stack.clear();
          return true;
        }
        into.add(tracked);
        pushAll(contents.references());
      }
      pushFixed(object, layout);
    }
    return false;
  }
}
