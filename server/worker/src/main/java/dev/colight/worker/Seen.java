package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/**
 * Objects by identity, each with a mark. Does what an {@code IdentityHashMap} of numbers would do,
 * with a third of the memory and time.
 */
final class Seen {
  /** What {@link #put} returns for an object that is new. */
  static final int NEW = -1;

  private static final int FIRST_BITS = 8;

  /** How much it grows at a time: mostly there are few objects, or very many. */
  private static final int MORE_BITS = 2;

  private static final int GOLDEN = 0x9E3779B9;

  private int bits = FIRST_BITS;
  private @Nullable Object[] objects = new Object[1 << bits];

  /** The hash and the mark of each, next to each other. */
  private int[] marks = new int[2 << bits];

  private int size;

  /** Returns the mark of an object. */
  int get(Object object) {
    int place = place(object, System.identityHashCode(object));
    return objects[place] == null ? NEW : marks[2 * place + 1];
  }

  /** Marks an object; returns the mark that it had. */
  int put(Object object, int mark) {
    int hash = System.identityHashCode(object);
    int place = place(object, hash);
    if (objects[place] != null) {
      int before = marks[2 * place + 1];
      marks[2 * place + 1] = mark;
      return before;
    }
    objects[place] = object;
    marks[2 * place] = hash;
    marks[2 * place + 1] = mark;
    if (++size * 3L > objects.length * 2L) {
      grow();
    }
    return NEW;
  }

  private int place(Object object, int hash) {
    int mask = objects.length - 1;
    int place = (hash * GOLDEN) >>> (Integer.SIZE - bits);
    while (objects[place] != null && objects[place] != object) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    @Nullable Object[] oldObjects = objects;
    int[] oldMarks = marks;
    bits += MORE_BITS;
    objects = new Object[1 << bits];
    marks = new int[2 << bits];
    for (int i = 0; i < oldObjects.length; i++) {
      Object object = oldObjects[i];
      if (object != null) {
        int place = place(object, oldMarks[2 * i]);
        objects[place] = object;
        marks[2 * place] = oldMarks[2 * i];
        marks[2 * place + 1] = oldMarks[2 * i + 1];
      }
    }
  }
}
