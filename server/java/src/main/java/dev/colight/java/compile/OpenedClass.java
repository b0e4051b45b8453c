package dev.colight.java.compile;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Opens what a class leaves to its package, for code that is compiled as of another package but
 * runs in that one. A protected method that can be overridden stays protected: else what overrides
 * it would have to be public.
 */
final class OpenedClass extends ClassVisitor {
  private static final int SAID = Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED | Opcodes.ACC_PRIVATE;

  private boolean isFinal;

  private OpenedClass(ClassVisitor out) {
    super(Opcodes.ASM9, out);
  }

  /** Returns a class file to compile against. */
  static byte[] of(byte[] bytes) {
    ClassWriter out = new ClassWriter(0);
    new ClassReader(bytes).accept(new OpenedClass(out), ClassReader.SKIP_CODE);
    return out.toByteArray();
  }

  private static int opened(int access) {
    return (access & SAID) == 0 ? access | Opcodes.ACC_PUBLIC : access;
  }

  private static int openedAll(int access) {
    return opened(access & ~Opcodes.ACC_PROTECTED);
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      String signature,
      String superName,
      String[] interfaces) {
    isFinal = (access & Opcodes.ACC_FINAL) != 0;
    super.visit(version, opened(access), name, signature, superName, interfaces);
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outerName, @Nullable String innerName, int access) {
    super.visitInnerClass(name, outerName, innerName, openedAll(access));
  }

  @Override
  public FieldVisitor visitField(
      int access, String name, String descriptor, String signature, Object value) {
    return super.visitField(openedAll(access), name, descriptor, signature, value);
  }

  @Override
  public MethodVisitor visitMethod(
      int access, String name, String descriptor, String signature, String[] exceptions) {
    boolean stays =
        isFinal
            || name.equals("<init>")
            || (access & (Opcodes.ACC_STATIC | Opcodes.ACC_FINAL)) != 0;
    int said = stays ? openedAll(access) : opened(access);
    return super.visitMethod(said, name, descriptor, signature, exceptions);
  }
}
