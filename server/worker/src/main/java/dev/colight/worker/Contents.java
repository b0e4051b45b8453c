package dev.colight.worker;

import java.lang.reflect.Array;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of one object at one moment: its references and the bits of its primitives, or a copy
 * of an array. Never changes. Used by one thread.
 */
final class Contents {
  private static final @Nullable Object[] NO_REFERENCES = {};
  private static final long[] NO_PRIMITIVES = {};

  /** Bytes of an object that is kept with its contents, at the least. */
  private static final int OVERHEAD = 96;

  private static final int REFERENCE = 4;

  private final @Nullable Object[] references;
  private final long[] primitives;
  private final @Nullable Object array;

  /** The last count of all memory that came by, or 0 where none did. */
  int counted;

  private Contents(@Nullable Object[] references, long[] primitives, @Nullable Object array) {
    this.references = references;
    this.primitives = primitives;
    this.array = array;
  }

  /** Returns the references, in an array that is not to be changed. */
  @Nullable Object[] references() {
    return references;
  }

  /** Returns about how many bytes the contents of an object take, and keeping track of it. */
  static long bytes(Object object, Layout layout) {
    return switch (layout.kind()) {
      case ARRAY -> OVERHEAD + (long) REFERENCE * ((Object[]) object).length;
      case PRIMITIVE_ARRAY -> OVERHEAD + Memory.bytes(object);
      default ->
          OVERHEAD
              + (long) REFERENCE * layout.references().length
              + (long) Long.BYTES * layout.primitives().length;
    };
  }

  /** Takes the contents of an object. */
  static Contents of(Object object, Layout layout) {
    if (layout.kind() == Layout.Kind.ARRAY) {
      return new Contents(((Object[]) object).clone(), NO_PRIMITIVES, null);
    } else if (layout.kind() == Layout.Kind.PRIMITIVE_ARRAY) {
      return new Contents(NO_REFERENCES, NO_PRIMITIVES, copy(object));
    }
    Object base = layout.baseOf(object);
    int count = layout.references().length;
    @Nullable Object[] references = count == 0 ? NO_REFERENCES : new Object[count];
    for (int i = 0; i < references.length; i++) {
      references[i] = Memory.reference(base, layout.references()[i]);
    }
    int bits = layout.primitives().length;
    long[] primitives = bits == 0 ? NO_PRIMITIVES : new long[bits];
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

  /** Returns about how many bytes this takes, as {@link #bytes(Object, Layout)} does. */
  long bytes() {
    return OVERHEAD
        + (long) REFERENCE * references.length
        + (long) Long.BYTES * primitives.length
        + (array == null ? 0 : Memory.bytes(array));
  }
}
