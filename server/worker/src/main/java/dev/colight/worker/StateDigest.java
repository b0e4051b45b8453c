package dev.colight.worker;

import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ref.Reference;
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

  /** The primitives of a class's objects that never change; {@link Layout} has the others. */
  private static final ClassValue<List<Constant>> CONSTANTS =
      new ClassValue<>() {
        @Override
        protected List<Constant> computeValue(Class<?> type) {
          return constants(type);
        }
      };

  private final DataOutputStream out;
  private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
  private final Deque<Object> queue = new ArrayDeque<>();
  private int left = BUDGET;

  private StateDigest(DataOutputStream out) {
    this.out = out;
  }

  private record Constant(long offset, int bytes) {}

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
    Layout.Kind kind = Layout.of(type).kind();
    if (kind == Layout.Kind.LEAF && Leaves.isLeaf(type)) {
      out.writeByte(1);
      return ValueDigest.addTo(out, object);
    }
    if (kind == Layout.Kind.OUTSIDE
        || type.isHidden()
        || object instanceof Reference<?>
        || Leaves.isUnderWay(object)) {
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

  private boolean add(Object object) throws IOException {
    out.writeUTF(object.getClass().getName());
    if (object.getClass().isArray()) {
      return addArray(object);
    }
    Layout layout = Layout.of(object.getClass());
    for (Constant constant : CONSTANTS.get(object.getClass())) {
      out.writeLong(Memory.bits(object, constant.offset, constant.bytes));
    }
    for (int i = 0; i < layout.primitives().length; i++) {
      out.writeLong(Memory.bits(object, layout.primitives()[i], layout.sizes()[i]));
    }
    for (long offset : layout.links()) {
      if (!refer(Memory.reference(object, offset))) {
        return false;
      }
    }
    for (long offset : layout.references()) {
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

  private static List<Constant> constants(Class<?> type) {
    List<Constant> result = new ArrayList<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        int modifiers = field.getModifiers();
        if (field.getType().isPrimitive()
            && Modifier.isFinal(modifiers)
            && !Modifier.isStatic(modifiers)) {
          result.add(new Constant(Memory.offset(field, false), Layout.size(field.getType())));
        }
      }
    }
    return List.copyOf(result);
  }
}
