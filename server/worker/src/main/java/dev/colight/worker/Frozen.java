package dev.colight.worker;

import java.lang.reflect.Array;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the objects held that can be reached from a value when it was shown, so that it can be told
 * later whether they still do. Of very many, only some: of the others it is not known.
 */
final class Frozen {
  private static final int MAX_OBJECTS = 10_000;
  private static final long MAX_BYTES = 4L << 20;

  /** Objects that are gone through to find out whether one has changed. */
  private static final int MAX_VISITED = 20_000;

  /** Objects that are gone through to find out whether one can change at all. */
  private static final int MAX_CONSTANT = 500;

  private final IdentityHashMap<Object, Contents> contents = new IdentityHashMap<>();
  private long bytes;

  private Frozen() {}

  static Frozen of(Object value) {
    Frozen frozen = new Frozen();
    Walk walk = new Walk(value);
    for (Object object = walk.next(); object != null; object = walk.next()) {
      Layout layout = Layout.of(object.getClass());
      if (layout.isMutable() && !isEmptyArray(object)) {
        frozen.bytes += Contents.bytes(object, layout);
        if (frozen.bytes > MAX_BYTES || frozen.contents.size() >= MAX_OBJECTS) {
          return frozen;
        }
        frozen.contents.put(object, Contents.of(object, layout));
      }
      walk.into(object, layout, false);
    }
    return frozen;
  }

  /** Returns about how many bytes this takes. */
  long bytes() {
    return bytes;
  }

  /**
   * Tells whether an object, and what the platform keeps its contents in, holds what it held.
   *
   * @param others what is known of objects that are not known here, or null
   */
  boolean isUnchanged(Object value, Function<Object, @Nullable Contents> others) {
    Walk walk = new Walk(value);
    for (Object object = walk.next(); object != null; object = walk.next()) {
      Layout layout = Layout.of(object.getClass());
      if (layout.isOutside(object) || walk.visited() > MAX_VISITED) {
        return false;
      } else if (layout.isMutable() && !isEmptyArray(object)) {
        Contents here = contents.get(object);
        Contents then = here == null ? others.apply(object) : here;
        if (then == null || !then.isIn(object, layout)) {
          return false;
        }
      }
      walk.into(object, layout, true);
    }
    return true;
  }

  /** Tells whether nothing can ever change in an object and in all that it leads to. */
  static boolean isConstant(Object value) {
    Walk walk = new Walk(value);
    for (Object object = walk.next(); object != null; object = walk.next()) {
      Layout layout = Layout.of(object.getClass());
      if (layout.isOutside(object)
          || walk.visited() > MAX_CONSTANT
          || (layout.isMutable() && !isEmptyArray(object))) {
        return false;
      }
      walk.into(object, layout, false);
    }
    return true;
  }

  private static boolean isEmptyArray(Object object) {
    return object.getClass().isArray() && Array.getLength(object) == 0;
  }

  /** Goes through objects, each once. */
  private static final class Walk {
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> left = new ArrayDeque<>();

    Walk(Object start) {
      push(start);
    }

    int visited() {
      return seen.size();
    }

    @Nullable Object next() {
      return left.poll();
    }

    /** Goes on to what an object refers to; or only to what is the platform's of that. */
    void into(Object object, Layout layout, boolean platformOnly) {
      if (object instanceof Object[] elements) {
        pushAll(elements, platformOnly);
      }
      for (long[] offsets : new long[][] {layout.links(), layout.references()}) {
        for (long offset : offsets) {
          push(Memory.reference(layout.baseOf(object), offset), platformOnly);
        }
      }
      for (long offset : layout.frozen()) {
        if (Memory.reference(layout.baseOf(object), offset) instanceof Object[] elements) {
          pushAll(elements, platformOnly);
        }
      }
    }

    private void pushAll(@Nullable Object[] elements, boolean platformOnly) {
      for (Object element : elements) {
        if (seen.size() > MAX_VISITED) {
          return;
        }
        push(element, platformOnly);
      }
    }

    private void push(@Nullable Object object, boolean platformOnly) {
      if (object != null && (!platformOnly || Leaves.isOfPlatform(object.getClass()))) {
        push(object);
      }
    }

    private void push(Object object) {
      Layout.Kind kind = Layout.of(object.getClass()).kind();
      if (kind != Layout.Kind.LEAF && seen.add(object)) {
        left.add(object);
      }
    }
  }
}
