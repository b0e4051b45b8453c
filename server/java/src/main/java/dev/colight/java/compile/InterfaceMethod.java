package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the code of a function's interface: it passes its arguments on to whatever the worker's
 * linker has bound to it. Only attributes come from the method that is visited.
 */
final class InterfaceMethod extends MethodVisitor {
  private static final Handle BOOTSTRAP =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          "dev/colight/worker/Linker",
          "bootstrap",
          "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
              + "Ljava/lang/invoke/MethodType;Ljava/lang/String;)"
              + "Ljava/lang/invoke/CallSite;",
          false);
  private final CodeKey key;
  private final String name;
  private final String descriptor;

  InterfaceMethod(MethodVisitor out, CodeKey key, String name, String descriptor) {
    super(Opcodes.ASM9, out);
    this.key = key;
    this.name = name;
    this.descriptor = descriptor;
  }

  /** Ends a method that had no code until now. */
  @Override
  public void visitEnd() {
    visitCode();
    int local = 0;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      visitVarInsn(argument.getOpcode(Opcodes.ILOAD), local);
      local += argument.getSize();
    }
    visitInvokeDynamicInsn(name, descriptor, BOOTSTRAP, key.toString());
    Type result = Type.getReturnType(descriptor);
    visitInsn(result.getOpcode(Opcodes.IRETURN));
    visitMaxs(Math.max(local, result.getSize()), local);
    super.visitEnd();
  }
}
