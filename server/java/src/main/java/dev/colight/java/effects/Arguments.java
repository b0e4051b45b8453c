package dev.colight.java.effects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Follows what is on the stack as far as it is plain to see: constants, and declared types. What is
 * not is left out, and counts as anything.
 */
final class Arguments {
  /** Methods of {@code java.util} that copy what they are given. */
  private static final Set<String> COPIERS = Set.of("<init>", "putAll", "copyOf");

  /** Methods of {@code java.util} that only read what they are called on. */
  private static final Set<String> READERS =
      Set.of(
          "clone",
          "contains",
          "containsKey",
          "containsValue",
          "get",
          "getOrDefault",
          "getProperty",
          "isEmpty",
          "list",
          "propertyNames",
          "size",
          "store",
          "storeToXML",
          "stringPropertyNames",
          "toString");

  private final Deque<Item> stack = new ArrayDeque<>();
  private final Map<Integer, @Nullable String> locals = new HashMap<>();

  /** Calls whose results were seen to be copied, or only read; told apart by which they are. */
  private final Set<CallSite> copied = Collections.newSetFromMap(new IdentityHashMap<>());

  /** A value; an array is the same item wherever it is, and fills up. */
  private static final class Item {
    final @Nullable String type;
    final Set<String> says = new HashSet<>();
    boolean complete;

    /** The call that returned it, where nothing else has been done with it. */
    @Nullable CallSite from;

    Item(@Nullable String type, boolean complete) {
      this.type = type;
      this.complete = complete;
    }

    static Item unknown() {
      return new Item(null, false);
    }

    static Item saying(@Nullable String type, String text) {
      Item item = new Item(type, true);
      item.says.add(text);
      return item;
    }

    void add(Item other) {
      says.addAll(other.says);
      complete &= other.complete;
    }
  }

  Arguments(int access, String descriptor) {
    int index = (access & Opcodes.ACC_STATIC) != 0 ? 0 : 1;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      locals.put(index, name(type));
      index += type.getSize();
    }
  }

  private static @Nullable String name(Type type) {
    return type.getSort() == Type.OBJECT ? type.getInternalName() : null;
  }

  /** Forgets all: something comes that is not followed, or code from elsewhere goes on here. */
  void forget() {
    stack.clear();
  }

  private Item pop() {
    Item item = stack.poll();
    return item == null ? Item.unknown() : item;
  }

  void text(Object constant) {
    stack.push(constant instanceof String text ? Item.saying("java/lang/String", text) : number());
  }

  /** A number says nothing, but is nothing that is not plain to see. */
  private static Item number() {
    return new Item(null, true);
  }

  void field(int opcode, String name, String descriptor) {
    if (opcode == Opcodes.GETSTATIC) {
      // The name of a variable says nothing of what is in it; that of a constant does.
      boolean constant = name.equals(name.toUpperCase(java.util.Locale.ROOT)) || isStream(name);
      String type = name(Type.getType(descriptor));
      stack.push(constant ? Item.saying(type, name) : new Item(type, false));
    } else if (opcode == Opcodes.GETFIELD) {
      pop();
      stack.push(new Item(name(Type.getType(descriptor)), false));
    } else {
      forget();
    }
  }

  private static boolean isStream(String name) {
    return name.equals("out") || name.equals("err");
  }

  void variable(int opcode, int index) {
    switch (opcode) {
      case Opcodes.ALOAD -> stack.push(new Item(locals.get(index), false));
      case Opcodes.ASTORE -> locals.put(index, pop().type);
      case Opcodes.ILOAD, Opcodes.LLOAD, Opcodes.FLOAD, Opcodes.DLOAD -> stack.push(number());
      default -> pop();
    }
  }

  void type(int opcode, String type) {
    switch (opcode) {
      case Opcodes.NEW -> stack.push(new Item(type, false));
      case Opcodes.ANEWARRAY -> {
        pop();
        stack.push(new Item(null, true));
      }
      case Opcodes.CHECKCAST -> {
        Item cast = new Item(type, false);
        cast.add(pop());
        stack.push(cast);
      }
      default -> forget();
    }
  }

  void plain(int opcode) {
    if ((opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.DCONST_1)
        || opcode == Opcodes.BIPUSH
        || opcode == Opcodes.SIPUSH) {
      stack.push(number());
    } else if (opcode == Opcodes.ACONST_NULL) {
      stack.push(new Item(null, true));
    } else if (opcode == Opcodes.DUP) {
      Item top = pop();
      top.from = null;
      stack.push(top);
      stack.push(top);
    } else if (opcode == Opcodes.AASTORE) {
      Item value = pop();
      pop();
      pop().add(value);
    } else if (opcode == Opcodes.POP) {
      pop();
    } else if (opcode != Opcodes.NOP) {
      forget();
    }
  }

  /** Takes a call in, and returns it with what is known of its arguments. */
  CallSite call(int opcode, String owner, String name, String descriptor, int line) {
    List<Item> arguments = new ArrayList<>();
    Type[] types = Type.getArgumentTypes(descriptor);
    boolean complete = types.length > 0;
    for (int i = types.length - 1; i >= 0; i--) {
      Item argument = pop();
      arguments.add(argument);
      if (argument.from != null && owner.startsWith("java/util/") && COPIERS.contains(name)) {
        copied.add(argument.from);
      }
      complete &= argument.complete || !isSeveral(types[i]);
    }
    if (opcode != Opcodes.INVOKESTATIC && opcode != Opcodes.INVOKEDYNAMIC) {
      Item receiver = pop();
      if (receiver.from != null && owner.startsWith("java/util/") && READERS.contains(name)) {
        copied.add(receiver.from);
      }
    }
    Item last = arguments.isEmpty() ? null : arguments.get(0);
    CallSite call =
        new CallSite(
            owner,
            name,
            descriptor,
            said(arguments, types),
            last == null ? null : last.type,
            complete,
            false,
            line);
    Type result = Type.getReturnType(descriptor);
    if (result.getSort() != Type.VOID) {
      Item item = new Item(name(result), owner.startsWith("java/util/"));
      if (owner.startsWith("java/util/")) {
        arguments.forEach(item::add);
      }
      item.from = call;
      stack.push(item);
    }
    return call;
  }

  /** Returns what the last arguments say; a text that is not plain to see says nothing. */
  private static Set<String> said(List<Item> lastFirst, Type[] types) {
    for (int i = 0; i < lastFirst.size(); i++) {
      Item item = lastFirst.get(i);
      if (!item.says.isEmpty()
          || types[types.length - 1 - i].getClassName().equals("java.lang.String")) {
        return Set.copyOf(item.says);
      }
    }
    return Set.of();
  }

  /** Tells whether what a call returns is only copied, as far as is plain to see. */
  boolean isCopied(CallSite call) {
    return copied.contains(call);
  }

  /** Tells whether a type is of values that hold others, such as options. */
  private static boolean isSeveral(Type type) {
    return type.getSort() == Type.ARRAY || type.getInternalName().equals("java/util/Set");
  }
}
