package dev.colight.java.compile;

import dev.colight.execution.CompileUnit;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The storage of a variable that may be a constant. Others are compiled against a final field with
 * its value, where it is one. What runs is a field like any other: statements give it its value,
 * and it has none before.
 *
 * @param compiled what others are compiled against
 * @param running what runs
 */
record ConstantStorage(GeneratedClass compiled, GeneratedClass running) {
  private static final int OPEN = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;

  /** Tells whether a unit is such a storage. */
  static boolean is(CompileUnit unit) {
    return unit instanceof CompileUnit.Storage storage && storage.value().constant() != null;
  }

  /** Makes a storage of what ECJ compiled. */
  static ConstantStorage of(CompileUnit unit, GeneratedClass original) {
    String name = Units.memberOf(unit);
    Field field = new Field(name);
    new ClassReader(original.bytes()).accept(field, ClassReader.SKIP_CODE);
    ClassWriter out = StorageClass.begin(original.name(), field.version);
    int access = field.value == null ? OPEN : OPEN | Opcodes.ACC_FINAL;
    out.visitField(access, name, field.descriptor, null, field.value).visitEnd();
    out.visitField(OPEN, Markers.CONSTANT_PREFIX + name, field.descriptor, null, null).visitEnd();
    out.visitEnd();
    return new ConstantStorage(
        new GeneratedClass(original.name(), out.toByteArray()),
        StorageClass.write(original.name(), field.version, name, field.descriptor, null));
  }

  /** Finds out what a field is like. */
  private static final class Field extends ClassVisitor {
    private final String name;
    private int version;
    private String descriptor = "";
    private @Nullable Object value;

    Field(String name) {
      super(Opcodes.ASM9);
      this.name = name;
    }

    @Override
    public void visit(
        int newVersion, int access, String type, String generic, String base, String[] interfaces) {
      version = newVersion;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access, String field, String type, String generic, @Nullable Object constant) {
      if (field.equals(name)) {
        descriptor = type;
        value = constant;
      }
      return null;
    }
  }
}
