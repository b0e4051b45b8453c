package dev.colight.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.ref.Reference;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Digests everything that can be reached from a value: classes, contents, and which references lead
 * to the same object. Two states of equal digest cannot be told apart, except by identity, as long
 * as nobody else can get at their objects.
 */
final class StateDigest {
  /** Objects that a digest takes in at most. */
  private static final int BUDGET = 20_000;

  /** Elements of an array that count as one object. */
  private static final int ELEMENTS = 16;

  private static final ClassValue<Fields> FIELDS =
      new ClassValue<>() {
        @Override
        protected Fields computeValue(Class<?> type) {
          return Fields.of(type);
        }
      };

  private final DataOutputStream out;
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
  private final Deque<Object> queue = new ArrayDeque<>();
  private int left = BUDGET;

  private StateDigest(DataOutputStream out) {
    this.out = out;
  }

  /** Returns the digest of a state, or null where it has none. Runs no code of the user's. */
  static @Nullable String of(@Nullable Object value) {
    return ValueDigest.digest(out -> new StateDigest(out).addAll(value));
  }

  private boolean addAll(@Nullable Object root) throws IOException {
    boolean known = refer(root);
    while (known && !queue.isEmpty()) {
      known = add(queue.remove());
    }
    return known;
  }

  /** Adds what a reference leads to, or the number of the object that is added later. */
  private boolean refer(@Nullable Object object) throws IOException {
    if (--left < 0) {
      return false;
    }
    if (object == null) {
      out.writeByte(0);
      return true;
    }
    Class<?> type = object.getClass();
    Layout layout = Layout.of(type);
    if (layout.kind() == Layout.Kind.LEAF && Leaves.isLeaf(type)) {
      out.writeByte(1);
      return ValueDigest.addTo(out, object);
    }
    if (layout.isOutside(object) || type.isHidden() || isMoreThanItsFields(object)) {
      return false;
    }
    Integer number = numbers.get(object);
    if (number == null) {
      number = numbers.size();
      numbers.put(object, number);
      queue.add(object);
    }
    out.writeByte(2);
    out.writeInt(number);
    return true;
  }

  /** Tells whether objects of equal fields can differ: the others are not told, or left out. */
  private static boolean isMoreThanItsFields(Object object) {
    return object instanceof Reference<?>
        || object instanceof AccessibleObject
        || object instanceof MethodHandle;
  }

  private boolean add(Object object) throws IOException {
    out.writeUTF(object.getClass().getName());
    if (object.getClass().isArray()) {
      return addArray(object);
    }
    Fields fields = FIELDS.get(object.getClass());
    for (int i = 0; i < fields.primitives.length; i++) {
      out.writeLong(Memory.bits(object, fields.primitives[i], fields.sizes[i]));
    }
    for (long offset : fields.references) {
      if (!refer(Memory.reference(object, offset))) {
        return false;
      }
    }
    return true;
  }

  private boolean addArray(Object array) throws IOException {
    int length = Array.getLength(array);
    out.writeInt(length);
    left -= length / ELEMENTS;
    if (left < 0) {
      return false;
    }
    if (array instanceof Object[] elements) {
      for (Object element : elements) {
        if (!refer(element)) {
          return false;
        }
      }
    } else {
      for (int i = 0; i < length; i++) {
        addPrimitive(Array.get(array, i));
      }
    }
    return true;
  }

  private void addPrimitive(Object boxed) throws IOException {
    if (boxed instanceof Double number) {
      out.writeLong(Double.doubleToRawLongBits(number));
    } else if (boxed instanceof Float number) {
      out.writeInt(Float.floatToRawIntBits(number));
    } else if (boxed instanceof Character character) {
      out.writeChar(character);
    } else if (boxed instanceof Boolean flag) {
      out.writeBoolean(flag);
    } else {
      out.writeLong(((Number) boxed).longValue());
    }
  }

  /** Where the state of a class's objects is, what never changes included. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Fields(long[] references, long[] primitives, int[] sizes) {
    private static Fields of(Class<?> type) {
      List<Field> fields = new ArrayList<>();
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        fields.addAll(List.of(c.getDeclaredFields()));
      }
      fields.removeIf(
          f ->
              Modifier.isStatic(f.getModifiers())
                  || Leaves.isCache(f.getDeclaringClass(), f.getName()));
      List<Field> primitives = fields.stream().filter(f -> f.getType().isPrimitive()).toList();
      return new Fields(
          offsets(fields.stream().filter(f -> !f.getType().isPrimitive()).toList()),
          offsets(primitives),
          primitives.stream().mapToInt(f -> Layout.size(f.getType())).toArray());
    }

    private static long[] offsets(List<Field> fields) {
      return fields.stream().mapToLong(f -> Memory.offset(f, false)).toArray();
    }
  }
}
