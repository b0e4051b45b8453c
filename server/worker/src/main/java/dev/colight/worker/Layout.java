package dev.colight.worker;

import java.lang.ref.Reference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Where the state of an object is: the fields of a class, the elements of an array, or the static
 * fields of a class.
 *
 * @param loader the loader of the class
 * @param isTask whether its objects are tasks, which somebody may be working on
 * @param base what static fields are in, or null for objects
 * @param links offsets of the references that never change
 * @param frozen offsets of references to arrays that nobody writes to: what counts is in them
 * @param passing offsets of references that only cache, and are null when a state is put back
 * @param renewing offsets of flags that have caches made anew, and are set then
 * @param references offsets of those that can
 * @param primitives offsets of the primitives that can change
 * @param sizes their sizes in bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Layout(
    Kind kind,
    @Nullable ClassLoader loader,
    boolean isTask,
    @Nullable Object base,
    long[] links,
    long[] frozen,
    long[] passing,
    long[] renewing,
    long[] references,
    long[] primitives,
    byte[] sizes) {
  /** What has to be known of an object before it is looked into. */
  enum Kind {
    /** There is nothing to look into. */
    LEAF,
    /** It has fields. */
    FIELDS,
    /** It is an array of references. */
    ARRAY,
    /** It is an array of primitives. */
    PRIMITIVE_ARRAY,
    /** It has a state that no field holds, beside what its fields lead to. */
    OUTSIDE
  }

  private static final long[] NONE = {};

  private static final ClassValue<Layout> LAYOUTS =
      new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
          return compute(type);
        }
      };

  /** Returns the layout of a class's objects. */
  static Layout of(Class<?> type) {
    return LAYOUTS.get(type);
  }

  /** Returns what an object's fields are in: the object, or what holds the static fields. */
  Object baseOf(Object object) {
    return base == null ? object : base;
  }

  /** Tells whether its objects have a state of their own that can change. */
  boolean isMutable() {
    return switch (kind) {
      case ARRAY, PRIMITIVE_ARRAY -> true;
      case FIELDS -> references.length + primitives.length > 0;
      default -> false;
    };
  }

  /** Tells whether an object has a state that no field holds, now. */
  boolean isOutside(Object object) {
    return kind == Kind.OUTSIDE || (isTask && object instanceof Future<?> task && !task.isDone());
  }

  private static Layout compute(Class<?> type) {
    if (type.isArray()) {
      boolean primitive = type.getComponentType().isPrimitive();
      return bare(primitive ? Kind.PRIMITIVE_ARRAY : Kind.ARRAY, type);
    }
    boolean outside = Leaves.isOutside(type);
    if (!outside && Leaves.isLeaf(type)) {
      return bare(Kind.LEAF, type);
    }
    List<Field> fields = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (!outside || c != Reference.class) { // what is cleaned up shares the queue of all
        fields.addAll(List.of(c.getDeclaredFields()));
      }
    }
    fields.removeIf(f -> Modifier.isStatic(f.getModifiers()));
    Layout layout = of(outside ? Kind.OUTSIDE : Kind.FIELDS, type, null, fields);
    boolean empty = layout.links.length + layout.frozen.length == 0 && !layout.isMutable();
    return empty && !outside ? bare(Kind.LEAF, type) : layout;
  }

  /** Returns the layout of a class's static fields; of those that only cache, none. */
  static Layout ofStatics(Class<?> type) {
    List<Field> fields = new ArrayList<>(List.of(type.getDeclaredFields()));
    fields.removeIf(f -> !Modifier.isStatic(f.getModifiers()) || f.isSynthetic());
    return ofStatics(type, fields);
  }

  /** Returns the layout of some static fields of a class; of those that it does not have, none. */
  static Layout ofStatics(Class<?> type, Set<String> names) {
    List<Field> fields = new ArrayList<>(List.of(type.getDeclaredFields()));
    fields.removeIf(f -> !Modifier.isStatic(f.getModifiers()) || !names.contains(f.getName()));
    return ofStatics(type, fields);
  }

  private static Layout ofStatics(Class<?> type, List<Field> fields) {
    return fields.isEmpty()
        ? bare(Kind.LEAF, type)
        : of(Kind.FIELDS, type, Memory.staticBase(fields.get(0)), fields);
  }

  private static Layout bare(Kind kind, Class<?> type) {
    return new Layout(
        kind, type.getClassLoader(), false, null, NONE, NONE, NONE, NONE, NONE, NONE, new byte[0]);
  }

  private static Layout of(Kind kind, Class<?> type, @Nullable Object base, List<Field> fields) {
    List<Long> links = new ArrayList<>();
    List<Long> frozen = new ArrayList<>();
    List<Long> passing = new ArrayList<>();
    List<Long> renewing = new ArrayList<>();
    List<Long> references = new ArrayList<>();
    List<Long> primitives = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    for (Field field : fields) {
      boolean isFinal = Modifier.isFinal(field.getModifiers());
      if (Leaves.isCache(field.getDeclaringClass(), field.getName())) {
        continue;
      }
      long offset = Memory.offset(field, base != null);
      if (!field.getType().isPrimitive()) {
        if (Leaves.isPassing(field.getDeclaringClass(), field.getName())) {
          passing.add(offset);
        } else if (Leaves.isFrozen(field)) {
          frozen.add(offset);
        } else if (!isFinal) {
          references.add(offset);
        } else if (!Leaves.isLeafForGood(field.getType())) {
          links.add(offset);
        }
      } else if (Leaves.isRenewing(field.getDeclaringClass(), field.getName())) {
        renewing.add(offset);
      } else if (!isFinal) {
        primitives.add(offset);
        sizes.add(size(field.getType()));
      }
    }
    if (AccessibleObject.class.isAssignableFrom(type)) {
      // the platform does not tell of its fields; whether access is allowed is all that can change
      primitives.add(Memory.offset(AccessibleObject.class, "override"));
      sizes.add(Byte.BYTES);
    }
    byte[] bytes = new byte[sizes.size()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = sizes.get(i).byteValue();
    }
    return new Layout(
        kind,
        type.getClassLoader(),
        base == null && Future.class.isAssignableFrom(type),
        base,
        array(links),
        array(frozen),
        array(passing),
        array(renewing),
        array(references),
        array(primitives),
        bytes);
  }

  private static long[] array(List<Long> list) {
    return list.stream().mapToLong(Long::longValue).toArray();
  }

  /** Returns the bytes that a primitive type takes. */
  static int size(Class<?> primitive) {
    if (primitive == long.class || primitive == double.class) {
      return Long.BYTES;
    } else if (primitive == int.class || primitive == float.class) {
      return Integer.BYTES;
    }
    return primitive == short.class || primitive == char.class ? Short.BYTES : Byte.BYTES;
  }
}
