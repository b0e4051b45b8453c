package dev.colight.java.effects;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Collects what a method refers to: calls, method references included, and classes it makes use of.
 */
final class MethodCode extends MethodVisitor {
  /** Calls in the order of the code. */
  final List<CallSite> calls = new ArrayList<>();

  /** Classes that are initialised by being used. */
  final Set<String> used = new java.util.LinkedHashSet<>();

  /** Methods, by class, name and descriptor, that it hands on for somebody to run. */
  final Set<String> tasks = new java.util.HashSet<>();

  /** Texts in the code. */
  final Set<String> texts = new java.util.HashSet<>();

  /** What is handed on to be run, maybe by another thread. */
  private static final Set<String> TASKS =
      Set.of("java/lang/Runnable", "java/util/concurrent/Callable", "java/util/function/Supplier");

  private final Arguments arguments;
  private int line = -1;

  MethodCode(int access, String descriptor) {
    super(Opcodes.ASM9);
    arguments = new Arguments(access, descriptor);
  }

  @Override
  public void visitLineNumber(int newLine, Label start) {
    line = newLine;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    calls.add(arguments.call(opcode, owner, name, descriptor, line));
    if (opcode == Opcodes.INVOKESTATIC) {
      used.add(owner);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... constants) {
    arguments.call(Opcodes.INVOKEDYNAMIC, "", name, descriptor, line);
    Type made = Type.getReturnType(descriptor);
    boolean task = made.getSort() == Type.OBJECT && TASKS.contains(made.getInternalName());
    for (Object constant : constants) {
      if (constant instanceof Handle handle && isCode(handle)) {
        calls.add(
            new CallSite(
                handle.getOwner(),
                handle.getName(),
                handle.getDesc(),
                Set.of(),
                null,
                false,
                false,
                line));
        used.add(handle.getOwner());
        if (task) {
          tasks.add(CallContext.key(handle.getOwner(), handle.getName() + handle.getDesc()));
        }
      }
    }
  }

  private static boolean isCode(Handle handle) {
    return handle.getTag() >= Opcodes.H_INVOKEVIRTUAL;
  }

  @Override
  public void visitEnd() {
    calls.replaceAll(call -> arguments.isCopied(call) ? call.onlyCopied() : call);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    arguments.field(opcode, name, descriptor);
    if (opcode == Opcodes.GETSTATIC || opcode == Opcodes.PUTSTATIC) {
      used.add(owner);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    arguments.type(opcode, type);
    if (opcode == Opcodes.NEW) {
      used.add(type);
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    arguments.text(value);
    if (value instanceof String text) {
      texts.add(text);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    arguments.plain(opcode);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    arguments.plain(opcode);
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    arguments.variable(opcode, index);
  }

  @Override
  public void visitIincInsn(int index, int increment) {}

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    arguments.forget();
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    arguments.forget();
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    arguments.forget();
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    arguments.forget();
  }
}
