package dev.colight.worker;

import org.jspecify.annotations.Nullable;

/**
 * A hash of many objects' contents, one after the other, where references count by identity. It
 * tells a change of a huge structure without a copy of it.
 */
final class Hash {
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private long value = PRIME;

  long value() {
    return value;
  }

  /** Adds the contents of an object. */
  void add(Object object, Layout layout) {
    add(System.identityHashCode(object));
    if (layout.kind() == Layout.Kind.ARRAY) {
      for (Object element : (Object[]) object) {
        add(identity(element));
      }
    } else if (layout.kind() == Layout.Kind.PRIMITIVE_ARRAY) {
      add(Memory.hash(object));
    } else {
      Object base = layout.baseOf(object);
      for (long offset : layout.references()) {
        add(identity(Memory.reference(base, offset)));
      }
      for (int i = 0; i < layout.primitives().length; i++) {
        add(Memory.bits(base, layout.primitives()[i], layout.sizes()[i]));
      }
    }
  }

  /** Text and numbers have hashes of their own, which are at hand. */
  private static long identity(@Nullable Object object) {
    if (object instanceof String text) {
      return ((long) text.length() << 32) ^ text.hashCode();
    } else if (object instanceof Integer number) {
      return number + (1L << 40);
    } else if (object instanceof Long number) {
      return number * PRIME;
    } else if (object instanceof Double number) {
      return Double.doubleToRawLongBits(number) + 1;
    }
    return System.identityHashCode(object);
  }

  private void add(long bits) {
    value = Long.rotateLeft((value ^ bits) * PRIME, 29);
  }
}
