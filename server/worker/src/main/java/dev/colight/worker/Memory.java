package dev.colight.worker;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the fields of any object, as the JVM itself does: what a program has changed may
 * be private to it, or to the platform. Needs {@link #OPTION}.
 */
public final class Memory {
  /** The option of the JVM without which this class cannot be initialised. */
  public static final String OPTION = "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED";

  private static final Lookup TRUSTED = trusted();
  private static final Class<?> UNSAFE = unsafe();

  private static final MethodHandle FIELD_OFFSET =
      method("objectFieldOffset", long.class, Field.class);
  private static final MethodHandle NAMED_OFFSET =
      method("objectFieldOffset", long.class, Class.class, String.class);
  private static final MethodHandle STATIC_OFFSET =
      method("staticFieldOffset", long.class, Field.class);
  private static final MethodHandle STATIC_BASE =
      method("staticFieldBase", Object.class, Field.class);
  private static final MethodHandle SHOULD_BE_INITIALIZED =
      method("shouldBeInitialized", boolean.class, Class.class);
  private static final MethodHandle GET_REFERENCE =
      method("getReference", Object.class, Object.class, long.class);
  private static final MethodHandle PUT_REFERENCE =
      method("putReference", void.class, Object.class, long.class, Object.class);
  private static final MethodHandle GET_LONG =
      method("getLong", long.class, Object.class, long.class);
  private static final MethodHandle PUT_LONG =
      method("putLong", void.class, Object.class, long.class, long.class);
  private static final MethodHandle GET_INT = method("getInt", int.class, Object.class, long.class);
  private static final MethodHandle PUT_INT =
      method("putInt", void.class, Object.class, long.class, int.class);
  private static final MethodHandle GET_SHORT =
      method("getShort", short.class, Object.class, long.class);
  private static final MethodHandle PUT_SHORT =
      method("putShort", void.class, Object.class, long.class, short.class);
  private static final MethodHandle GET_BYTE =
      method("getByte", byte.class, Object.class, long.class);
  private static final MethodHandle PUT_BYTE =
      method("putByte", void.class, Object.class, long.class, byte.class);

  private static final MethodHandle ARRAY_BASE = arrayBase();
  private static final MethodHandle ARRAY_SCALE = method("arrayIndexScale", int.class, Class.class);

  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private Memory() {}

  /** Defines a class in the package of one of the platform's. */
  static Class<?> define(Class<?> neighbour, byte[] classFile) throws IllegalAccessException {
    return TRUSTED.in(neighbour).defineClass(classFile);
  }

  private static Lookup trusted() {
    try {
      Field field = Lookup.class.getDeclaredField("IMPL_LOOKUP");
      field.setAccessible(true);
      return (Lookup) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JVM has no trusted lookup", e);
    }
  }

  private static Class<?> unsafe() {
    try {
      return Class.forName("jdk.internal.misc.Unsafe");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this JVM gives no access to its memory", e);
    }
  }

  private static MethodHandle method(String name, Class<?> result, Class<?>... parameters) {
    try {
      Object unsafe =
          TRUSTED.findStatic(UNSAFE, "getUnsafe", MethodType.methodType(UNSAFE)).invoke();
      return TRUSTED
          .findVirtual(UNSAFE, name, MethodType.methodType(result, parameters))
          .bindTo(unsafe);
    } catch (Throwable e) {
      throw new IllegalStateException("this JVM has no " + name, e);
    }
  }

  /** The result was an {@code int} before JDK 25. */
  private static MethodHandle arrayBase() {
    Class<?> result = Runtime.version().feature() < 25 ? int.class : long.class;
    return method("arrayBaseOffset", result, Class.class)
        .asType(MethodType.methodType(long.class, Class.class));
  }

  /** Returns where a field is in its object, or in its class for a static one. */
  static long offset(Field field, boolean isStatic) {
    try {
      return isStatic
          ? (long) STATIC_OFFSET.invokeExact(field)
          : (long) FIELD_OFFSET.invokeExact(field);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Returns where a field is in its object; one that reflection does not tell of, too. */
  static long offset(Class<?> declaring, String field) {
    try {
      return (long) NAMED_OFFSET.invokeExact(declaring, field);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Returns what the static fields of a field's class are in. */
  static Object staticBase(Field field) {
    try {
      return (Object) STATIC_BASE.invokeExact(field);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Tells whether a class has been initialised, or is being so; does not bring it about. */
  static boolean isInitialised(Class<?> type) {
    try {
      return !((boolean) SHOULD_BE_INITIALIZED.invokeExact(type));
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static @Nullable Object reference(Object base, long offset) {
    try {
      return (Object) GET_REFERENCE.invokeExact(base, offset);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  static void setReference(Object base, long offset, @Nullable Object value) {
    try {
      PUT_REFERENCE.invokeExact(base, offset, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Returns the bits of a primitive of 1, 2, 4 or 8 bytes. */
  static long bits(Object base, long offset, int bytes) {
    try {
      return switch (bytes) {
        case 1 -> (byte) GET_BYTE.invokeExact(base, offset);
        case 2 -> (short) GET_SHORT.invokeExact(base, offset);
        case 4 -> (int) GET_INT.invokeExact(base, offset);
        default -> (long) GET_LONG.invokeExact(base, offset);
      };
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Sets a primitive of 1, 2, 4 or 8 bytes. */
  static void setBits(Object base, long offset, int bytes, long bits) {
    try {
      switch (bytes) {
        case 1 -> PUT_BYTE.invokeExact(base, offset, (byte) bits);
        case 2 -> PUT_SHORT.invokeExact(base, offset, (short) bits);
        case 4 -> PUT_INT.invokeExact(base, offset, (int) bits);
        default -> PUT_LONG.invokeExact(base, offset, bits);
      }
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Returns the four bytes at an address outside the heap. */
  static int nativeInt(long address) {
    try {
      return (int) GET_INT.invokeExact((Object) null, address);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Sets the four bytes at an address outside the heap. */
  static void setNativeInt(long address, int value) {
    try {
      PUT_INT.invokeExact((Object) null, address, value);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Returns how many bytes the elements of an array of primitives take. */
  static long bytes(Object array) {
    try {
      return (long) (int) ARRAY_SCALE.invokeExact((Class<?>) array.getClass())
          * Array.getLength(array);
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  /** Returns a hash of all elements of an array of primitives, which takes in all of their bits. */
  static long hash(Object array) {
    try {
      long at = (long) ARRAY_BASE.invokeExact((Class<?>) array.getClass());
      long end = at + bytes(array);
      long a = PRIME;
      long b = 1;
      long c = 2;
      long d = 3;
      for (; at + 4 * Long.BYTES <= end; at += 4 * Long.BYTES) {
        a = Long.rotateLeft(a ^ (long) GET_LONG.invokeExact(array, at), 29) * PRIME;
        b = Long.rotateLeft(b ^ (long) GET_LONG.invokeExact(array, at + Long.BYTES), 29) * PRIME;
        c =
            Long.rotateLeft(c ^ (long) GET_LONG.invokeExact(array, at + 2 * Long.BYTES), 29)
                * PRIME;
        d =
            Long.rotateLeft(d ^ (long) GET_LONG.invokeExact(array, at + 3 * Long.BYTES), 29)
                * PRIME;
      }
      for (; at < end; at++) {
        a = Long.rotateLeft(a ^ (byte) GET_BYTE.invokeExact(array, at), 29) * PRIME;
      }
      return ((a * PRIME + b) * PRIME + c) * PRIME + d;
    } catch (Throwable e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("the memory of the program cannot be read", cause);
  }
}
