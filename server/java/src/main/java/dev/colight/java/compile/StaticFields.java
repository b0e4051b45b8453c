package dev.colight.java.compile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The static state of a unit's classes: what lasts from run to run in a place of its own.
 *
 * @param classes binary names of the classes that have some
 * @param simple whether initialising them does nothing that anybody could see: no output, no
 *     exception, nothing of the document used but the unit itself. It can then be done early
 */
public record StaticFields(List<String> classes, boolean simple) {
  /** No static state. */
  public static final StaticFields NONE = new StaticFields(List.of(), true);

  private static final String INITIALISER = "<clinit>()V";

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
          "add",
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
          "ofEntries",
          "put",
          "valueOf");

  /** Bases of document types that initialise nothing of the document. */
  private static final Set<String> BASES =
      Set.of("java/lang/Object", "java/lang/Enum", "java/lang/Record");

  private static final String CHECKS = "dev/colight/worker/StopCheck";

  /** Finds the static state of the classes of one unit. */
  static StaticFields of(List<GeneratedClass> unit) {
    if (unit.stream().noneMatch(StaticFields::mayHaveSome)) {
      return NONE;
    }
    Map<String, Reader> readers = new HashMap<>();
    Map<String, Method> methods = new HashMap<>();
    for (GeneratedClass generated : unit) {
      Reader reader = new Reader(methods);
      new ClassReader(generated.bytes())
          .accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      readers.put(generated.name(), reader);
    }
    boolean simple = true;
    List<String> classes = new ArrayList<>();
    for (GeneratedClass generated : unit) {
      Reader reader = Objects.requireNonNull(readers.get(generated.name()));
      boolean plain =
          isPlain(reader.name + "." + INITIALISER, methods)
              && (BASES.contains(reader.base)
                  || readers.containsKey(reader.base.replace('/', '.')));
      if (reader.hasFields || (reader.hasInitialiser && !plain)) {
        classes.add(generated.name());
        simple &= plain;
      }
    }
    return classes.isEmpty() ? NONE : new StaticFields(List.copyOf(classes), simple);
  }

  /** Spares most classes the trouble: they have no static field, and nothing to initialise. */
  private static boolean mayHaveSome(GeneratedClass generated) {
    boolean[] found = new boolean[1];
    int skipped = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;
    new ClassReader(generated.bytes())
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable FieldVisitor visitField(
                  int access, String field, String type, String signature, @Nullable Object value) {
                found[0] |= (access & Opcodes.ACC_STATIC) != 0;
                return null;
              }

              @Override
              public @Nullable MethodVisitor visitMethod(
                  int access, String method, String type, String signature, String[] exceptions) {
                found[0] |= method.equals("<clinit>");
                return null;
              }
            },
            skipped);
    return found[0];
  }

  private static boolean isPlain(String start, Map<String, Method> methods) {
    Deque<String> queue = new ArrayDeque<>(List.of(start));
    Set<String> seen = new HashSet<>(queue);
    while (!queue.isEmpty()) {
      String name = queue.remove();
      Method method = methods.get(name);
      if (method == null && !name.equals(start)) {
        return false;
      } else if (method != null) {
        if (!method.plain) {
          return false;
        }
        method.calls.stream().filter(seen::add).forEach(queue::add);
      }
    }
    return true;
  }

  /** What a method does. */
  private static final class Method {
    private boolean plain = true;
    private final Set<String> calls = new HashSet<>();
  }

  private static final class Reader extends ClassVisitor {
    private final Map<String, Method> methods;
    private String name = "";
    private String base = "";
    private boolean hasFields;
    private boolean hasInitialiser;

    Reader(Map<String, Method> methods) {
      super(Opcodes.ASM9);
      this.methods = methods;
    }

    @Override
    public void visit(
        int version,
        int access,
        String newName,
        String signature,
        String superName,
        String[] interfaces) {
      name = newName;
      base = superName;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access, String field, String descriptor, String signature, @Nullable Object value) {
      boolean constant = (access & Opcodes.ACC_FINAL) != 0 && value != null;
      boolean own = (access & Opcodes.ACC_STATIC) != 0 && (access & Opcodes.ACC_SYNTHETIC) == 0;
      hasFields |= own && !constant;
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String method, String descriptor, String signature, String[] exceptions) {
      Method facts = new Method();
      methods.put(name + "." + method + descriptor, facts);
      hasInitialiser |= (method + descriptor).equals(INITIALISER);
      return new Body(name, facts);
    }
  }

  /** Finds out whether a method only makes things, without loops, and what it calls. */
  private static final class Body extends MethodVisitor {
    private final String owner;
    private final Method facts;
    private final Set<Label> passed = new HashSet<>();

    Body(String owner, Method facts) {
      super(Opcodes.ASM9);
      this.owner = owner;
      this.facts = facts;
    }

    @Override
    public void visitMethodInsn(
        int opcode, String target, String name, String descriptor, boolean isInterface) {
      boolean maker = MAKERS.contains(target) && METHODS.contains(name);
      if (!maker && !target.equals(CHECKS)) {
        boolean bound = opcode == Opcodes.INVOKESTATIC || opcode == Opcodes.INVOKESPECIAL;
        facts.plain &= bound;
        facts.calls.add(target + "." + name + descriptor);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String target, String name, String descriptor) {
      boolean ofObject = opcode == Opcodes.GETFIELD || opcode == Opcodes.PUTFIELD;
      facts.plain &= ofObject || host(target).equals(host(owner));
    }

    private static String host(String name) {
      int nested = name.indexOf('$');
      return nested < 0 ? name : name.substring(0, nested);
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      facts.plain &= bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory");
    }

    @Override
    public void visitLabel(Label label) {
      passed.add(label);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
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
      boolean mayThrow =
          switch (opcode) {
            case Opcodes.ATHROW, Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM -> true;
            case Opcodes.MONITORENTER, Opcodes.ARRAYLENGTH -> true;
            default -> false;
          };
      facts.plain &= !mayThrow;
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      facts.plain &= opcode != Opcodes.CHECKCAST;
    }
  }
}
