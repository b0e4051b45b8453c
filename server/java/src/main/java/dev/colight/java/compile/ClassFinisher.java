package dev.colight.java.compile;

import dev.colight.execution.CompileUnit;
import dev.colight.execution.Part;
import dev.colight.worker.Hook;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns the class files of one unit, as ECJ wrote them, into those that run.
 *
 * <ul>
 *   <li>Methods of statements get their final names.
 *   <li>Fields that stand in for variables of inferred type move to storages of their own.
 *   <li>The method of a function interface goes to the body that is linked.
 *   <li>What sets a constant sets the field that runs in its place.
 *   <li>A body that calls its own interface calls itself.
 *   <li>Statements say when they begin.
 *   <li>Methods get the checks by which they can be stopped.
 * </ul>
 */
final class ClassFinisher extends ClassVisitor {
  private final CompileUnit unit;
  private final String unitClass;
  private final Map<String, InferredStorage> inferred;
  private final Set<String> assigned;
  private final boolean checked;
  private boolean inUnitClass;

  private ClassFinisher(
      CompileUnit unit,
      String unitClass,
      Map<String, InferredStorage> inferred,
      Set<String> assigned,
      boolean checked,
      ClassWriter out) {
    super(Opcodes.ASM9, out);
    this.checked = checked;
    this.unit = unit;
    this.unitClass = unitClass;
    this.inferred = inferred;
    this.assigned = assigned;
  }

  /**
   * What finishing gave.
   *
   * @param inferred storages of variables of inferred type, by the variable's name
   * @param assigned names, with slashes, of the storage classes that the code assigns to
   * @param statics what the classes keep from run to run
   */
  record Finished(
      List<GeneratedClass> classes,
      Map<String, InferredStorage> inferred,
      Set<String> assigned,
      StaticFields statics) {}

  static Finished finish(
      CompileUnit unit, List<GeneratedClass> classes, Function<String, String> origins) {
    String unitClass = classes.get(0).name().replace('.', '/');
    Map<String, InferredStorage> inferred =
        unit instanceof CompileUnit.Statements
            ? InferredStorage.fieldsOf(classes.get(0).bytes(), origins)
            : Map.of();
    Set<String> assigned = new HashSet<>();
    List<GeneratedClass> finished = new ArrayList<>();
    for (GeneratedClass original : classes) {
      ClassReader reader = new ClassReader(original.bytes());
      byte[] bytes;
      try {
        bytes =
            write(reader, out -> new ClassFinisher(unit, unitClass, inferred, assigned, true, out));
      } catch (MethodTooLargeException e) {
        // It has no room for checks. What does not stop by itself costs its worker, then.
        bytes =
            write(
                reader, out -> new ClassFinisher(unit, unitClass, inferred, assigned, false, out));
      }
      finished.add(new GeneratedClass(original.name(), bytes));
    }
    // The field of a storage is a variable, which is looked after by its name.
    StaticFields statics =
        unit instanceof CompileUnit.Storage ? StaticFields.NONE : StaticFields.of(finished);
    return new Finished(finished, inferred, assigned, statics);
  }

  private static byte[] write(ClassReader reader, Function<ClassWriter, ClassFinisher> finisher) {
    ClassWriter out = new ClassWriter(0);
    reader.accept(finisher.apply(out), 0);
    return out.toByteArray();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    inUnitClass = name.equals(unitClass);
    super.visit(version, access, name, signature, superName, interfaces);
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return inUnitClass && inferred.containsKey(name)
        ? null
        : super.visitField(access, name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    if (unit instanceof CompileUnit.FunctionInterface && (access & Opcodes.ACC_NATIVE) != 0) {
      int real = access & ~Opcodes.ACC_NATIVE;
      MethodVisitor out = super.visitMethod(real, name, descriptor, signature, exceptions);
      return new InterfaceMethod(out, unit.key(), name, descriptor);
    }
    boolean mayBeStatement = inUnitClass && unit instanceof CompileUnit.Statements;
    int statement = mayBeStatement ? Markers.statement(name) : -1;
    String finalName = statement < 0 ? name : GeneratedNames.statementMethod(statement);
    MethodVisitor out = super.visitMethod(access, finalName, descriptor, signature, exceptions);
    MethodVisitor begun = statement < 0 ? out : new Beginning(out);
    return new Redirector(checked ? new StopChecks(name, begun) : begun);
  }

  /** A statement says that it begins from within: getting there is not always the same work. */
  private static final class Beginning extends MethodVisitor {
    private static final String HOOK = Type.getInternalName(Hook.class);

    Beginning(MethodVisitor out) {
      super(Opcodes.ASM9, out);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitMethodInsn(Opcodes.INVOKESTATIC, HOOK, "begin", "()V", false);
    }
  }

  private final class Redirector extends MethodVisitor {
    Redirector(MethodVisitor out) {
      super(Opcodes.ASM9, out);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      InferredStorage storage = owner.equals(unitClass) ? inferred.get(name) : null;
      String target = storage == null ? owner : storage.className().replace('.', '/');
      if (opcode == Opcodes.PUTSTATIC) {
        assigned.add(target);
      }
      boolean constant = name.startsWith(Markers.CONSTANT_PREFIX);
      String field = constant ? name.substring(Markers.CONSTANT_PREFIX.length()) : name;
      super.visitFieldInsn(opcode, target, field, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode == Opcodes.INVOKESTATIC
          && unit instanceof CompileUnit.FunctionBody body
          && owner.equals(interfaceClass(body))) {
        super.visitMethodInsn(
            opcode, unitClass, GeneratedNames.bodyMethod(name), descriptor, isInterface);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }
  }

  private static String interfaceClass(CompileUnit.FunctionBody body) {
    return GeneratedNames.className(Part.FUNCTION_INTERFACE, body.interfaceKey()).replace('.', '/');
  }
}
