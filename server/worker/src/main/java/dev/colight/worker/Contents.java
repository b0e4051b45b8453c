package dev.colight.worker;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of one object at one moment: its references and the bits of its primitives, or a copy
 * of an array. Never changes.
 */
@SuppressWarnings("ArrayRecordComponent") // compared by isIn alone
record Contents(@Nullable Object[] references, long[] primitives, @Nullable Object array) {
  private static final @Nullable Object[] NO_REFERENCES = {};
  private static final long[] NO_PRIMITIVES = {};

  /** Bytes of an object that is kept with its contents, at the least. */
  private static final int OVERHEAD = 64;

  /** Takes the contents of an object. */
  static Contents of(Object object, Layout layout) {
    if (layout.kind() == Layout.Kind.ARRAY) {
      return new Contents(((Object[]) object).clone(), NO_PRIMITIVES, null);
    } else if (layout.kind() == Layout.Kind.PRIMITIVE_ARRAY) {
      return new Contents(NO_REFERENCES, NO_PRIMITIVES, copy(object));
    }
    Object base = layout.baseOf(object);
    @Nullable Object[] references = new Object[layout.references().length];
    for (int i = 0; i < references.length; i++) {
      references[i] = Memory.reference(base, layout.references()[i]);
    }
    long[] primitives = new long[layout.primitives().length];
    for (int i = 0; i < primitives.length; i++) {
      primitives[i] = Memory.bits(base, layout.primitives()[i], layout.sizes()[i]);
    }
    return new Contents(references, primitives, null);
  }

  private static Object copy(Object array) {
    int length = Array.getLength(array);
    Object copy = Array.newInstance(array.getClass().getComponentType(), length);
    System.arraycopy(array, 0, copy, 0, length);
    return copy;
  }

  /** Tells whether an object has these contents now; references count by identity. */
  boolean isIn(Object object, Layout layout) {
    if (layout.kind() == Layout.Kind.ARRAY) {
      @Nullable Object[] now = (Object[]) object;
      for (int i = 0; i < references.length; i++) {
        if (now[i] != references[i]) {
          return false;
        }
      }
      return true;
    } else if (array != null) {
      return equal(object, array);
    }
    Object base = layout.baseOf(object);
    for (int i = 0; i < references.length; i++) {
      if (Memory.reference(base, layout.references()[i]) != references[i]) {
        return false;
      }
    }
    for (int i = 0; i < primitives.length; i++) {
      if (Memory.bits(base, layout.primitives()[i], layout.sizes()[i]) != primitives[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(Object now, Object then) {
    if (now instanceof int[] a) {
      return Arrays.equals(a, (int[]) then);
    } else if (now instanceof double[] a) {
      return Arrays.equals(a, (double[]) then);
    } else if (now instanceof byte[] a) {
      return Arrays.equals(a, (byte[]) then);
    } else if (now instanceof char[] a) {
      return Arrays.equals(a, (char[]) then);
    } else if (now instanceof long[] a) {
      return Arrays.equals(a, (long[]) then);
    } else if (now instanceof boolean[] a) {
      return Arrays.equals(a, (boolean[]) then);
    } else if (now instanceof float[] a) {
      return Arrays.equals(a, (float[]) then);
    }
    return Arrays.equals((short[]) now, (short[]) then);
  }

  /** Gives an object these contents again. */
  void restore(Object object, Layout layout) {
    if (layout.kind() == Layout.Kind.ARRAY) {
      System.arraycopy(references, 0, object, 0, references.length);
    } else if (array != null) {
      System.arraycopy(array, 0, object, 0, Array.getLength(array));
    } else {
      Object base = layout.baseOf(object);
      for (int i = 0; i < references.length; i++) {
        Memory.setReference(base, layout.references()[i], references[i]);
      }
      for (int i = 0; i < primitives.length; i++) {
        Memory.setBits(base, layout.primitives()[i], layout.sizes()[i], primitives[i]);
      }
    }
  }

  /** Returns about how many bytes this takes. */
  long bytes() {
    long elements = array == null ? 0 : 8L * Array.getLength(array);
    return OVERHEAD + 8L * (references.length + primitives.length) + elements;
  }
}
