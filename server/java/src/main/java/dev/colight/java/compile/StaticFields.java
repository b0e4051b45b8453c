package dev.colight.java.compile;

import java.util.ArrayList;
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

  /** Bases of document types that initialise nothing of the document. */
  private static final Set<String> BASES =
      Set.of("java/lang/Object", "java/lang/Enum", "java/lang/Record");

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

  /** Returns these of the classes as they run in a package, given with slashes. */
  StaticFields placed(String home) {
    return new StaticFields(
        classes.stream()
            .map(name -> GeneratedNames.placed(name.replace('.', '/'), home).replace('/', '.'))
            .toList(),
        simple);
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
    Method initialiser = methods.get(start);
    return initialiser == null || isPlain(initialiser, methods, new HashSet<>());
  }

  /**
   * Tells whether a method and all that it calls are plain.
   *
   * @param callers the methods that call it: a recursion may have no end
   */
  private static boolean isPlain(Method method, Map<String, Method> methods, Set<Method> callers) {
    if (!method.plain || !callers.add(method)) {
      return false;
    }
    for (String name : method.calls) {
      Method called = methods.get(name);
      if (called == null || !isPlain(called, methods, callers)) {
        return false;
      }
    }
    callers.remove(method);
    return true;
  }

  /** What a method does. */
  static final class Method {
    boolean plain = true;
    final Set<String> calls = new HashSet<>();
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
      return new PlainCode(name, method, facts);
    }
  }
}
