package dev.colight.java.compile;

import dev.colight.java.compile.StaticFields.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Finds out whether a method does nothing but make things, and what it calls: it has no loop, it
 * throws nothing, and it leaves alone what is not its unit's own.
 */
final class PlainCode extends MethodVisitor {
  /** Classes whose {@link #METHODS} only make things. */
  private static final Set<String> MAKERS =
      Set.of(
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Character",
          "java/lang/Class",
          "java/lang/Double",
          "java/lang/Enum",
          "java/lang/Float",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Object",
          "java/lang/Record",
          "java/lang/Short",
          "java/lang/StringBuilder",
          "java/util/ArrayDeque",
          "java/util/ArrayList",
          "java/util/Arrays",
          "java/util/Collection",
          "java/util/Collections",
          "java/util/Deque",
          "java/util/EnumMap",
          "java/util/EnumSet",
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/LinkedHashMap",
          "java/util/LinkedHashSet",
          "java/util/LinkedList",
          "java/util/List",
          "java/util/Map",
          "java/util/Optional",
          "java/util/PriorityQueue",
          "java/util/Queue",
          "java/util/Random",
          "java/util/Set",
          "java/util/TreeMap",
          "java/util/TreeSet",
          "java/util/concurrent/ConcurrentHashMap",
          "java/util/concurrent/CopyOnWriteArrayList",
          "java/util/concurrent/atomic/AtomicBoolean",
          "java/util/concurrent/atomic/AtomicInteger",
          "java/util/concurrent/atomic/AtomicLong",
          "java/util/concurrent/atomic/AtomicReference",
          "java/util/concurrent/atomic/LongAdder");

  private static final Set<String> METHODS =
      Set.of(
          "<init>",
          "asList",
          "clone",
          "copyOf",
          "desiredAssertionStatus",
          "empty",
          "emptyList",
          "emptyMap",
          "emptySet",
          "entry",
          "noneOf",
          "of",
          "valueOf");

  private static final String CHECKS = "dev/colight/worker/StopCheck";

  private static final Set<String> DISTINCT = Set.of("java/util/Set", "java/util/Map");

  private final String owner;
  private final boolean isConstructor;
  private final Method facts;
  private final Set<Label> passed = new HashSet<>();

  /** The constants that were pushed since a static field was last set. */
  private final List<Object> constants = new ArrayList<>();

  /** How many of the last instructions push the length of an array. */
  private int lengths;

  /** Arrays on the stack that were just made, and whose elements are set one by one. */
  private int fresh;

  /** The last instruction, or -1 where it does not matter. */
  private int last = -1;

  private boolean lastIsThis;

  PlainCode(String owner, String method, Method facts) {
    super(Opcodes.ASM9);
    this.owner = owner;
    this.isConstructor = method.equals("<init>");
    this.facts = facts;
  }

  private void next(int opcode) {
    facts.plain &= last != Opcodes.ACONST_NULL || isPut(opcode);
    last = opcode;
    lengths = 0;
    lastIsThis = false;
  }

  private static boolean isPut(int opcode) {
    return opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD;
  }

  private void constant(int opcode, Object value) {
    int before = lengths;
    next(opcode);
    constants.add(value);
    lengths = value instanceof Integer length && length >= 0 ? before + 1 : 0;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String target, String name, String descriptor, boolean isInterface) {
    next(opcode);
    if (MAKERS.contains(target) && METHODS.contains(name)) {
      facts.plain &=
          !name.equals("of") || !DISTINCT.contains(target) || isDistinct(target, descriptor);
    } else if (!target.equals(CHECKS)) {
      facts.plain &= opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
      facts.calls.add(target + "." + name + descriptor);
    }
  }

  /** Tells whether elements or keys, which must be distinct, are constants that are so. */
  private boolean isDistinct(String target, String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    int step = target.endsWith("Map") ? 2 : 1;
    int count = parameters.length;
    if (count <= step) {
      return count == 0 || parameters[0].getSort() == Type.OBJECT;
    } else if (constants.size() < count) {
      return false;
    }
    List<Object> arguments = constants.subList(constants.size() - count, constants.size());
    Set<Object> keys = new HashSet<>();
    for (int i = 0; i < count; i += step) {
      if (!keys.add(arguments.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void visitFieldInsn(int opcode, String target, String name, String descriptor) {
    boolean ofThis =
        (opcode == Opcodes.GETFIELD && lastIsThis)
            || (opcode == Opcodes.PUTFIELD && isConstructor && target.equals(owner));
    boolean isStatic = opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC;
    facts.plain &= ofThis || (isStatic && host(target).equals(host(owner)));
    next(opcode);
    if (opcode == Opcodes.PUTSTATIC) {
      constants.clear();
    }
  }

  private static String host(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    next(Opcodes.INVOKEDYNAMIC);
    facts.plain &= bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory");
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    next(opcode);
    facts.plain &= !passed.contains(label);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label dflt, Label... labels) {
    facts.plain = false;
  }

  @Override
  public void visitLookupSwitchInsn(Label dflt, int[] keys, Label[] labels) {
    facts.plain = false;
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
      constant(opcode, opcode - Opcodes.ICONST_0);
      return;
    }
    boolean isStore = opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
    boolean isElement = last == Opcodes.ANEWARRAY || last == Opcodes.IASTORE;
    if (opcode == Opcodes.DUP && isElement) {
      fresh++;
    }
    boolean mayThrow =
        switch (opcode) {
          case Opcodes.ATHROW, Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM -> true;
          case Opcodes.MONITORENTER, Opcodes.ARRAYLENGTH -> true;
          default ->
              (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD) || (isStore && --fresh < 0);
        };
    facts.plain &= !mayThrow;
    next(isStore ? Opcodes.IASTORE : opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    if (opcode == Opcodes.NEWARRAY) {
      array(1);
    } else {
      constant(opcode, operand);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant(Opcodes.LDC, value);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    array(dimensions);
  }

  private void array(int dimensions) {
    facts.plain &= lengths >= dimensions;
    next(Opcodes.ANEWARRAY);
  }

  @Override
  public void visitVarInsn(int opcode, int variable) {
    next(opcode);
    lastIsThis = isConstructor && opcode == Opcodes.ALOAD && variable == 0;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.ANEWARRAY) {
      array(1);
    } else {
      next(opcode);
      facts.plain &= opcode != Opcodes.CHECKCAST;
    }
  }
}
