package dev.colight.java.compile;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Adds to a method the checks by which it can be stopped: at its entry, and before each jump back.
 * The check is a call without arguments or result, so that no frame of the method changes.
 *
 * <p>A class whose initialiser is stopped is lost for as long as its loader lives. So initialisers
 * are not checked at their entry, and say when they begin and end.
 */
final class StopChecks extends MethodVisitor {
  private static final String OWNER = "dev/colight/worker/StopCheck";

  private final boolean initialiser;
  private final Set<Label> passed = new HashSet<>();

  /** The entry's check, as long as it has no line number: a stack overflow needs one there too. */
  private @Nullable Label unnumbered;

  StopChecks(String method, MethodVisitor out) {
    super(Opcodes.ASM9, out);
    initialiser = method.equals("<clinit>");
  }

  @Override
  public void visitCode() {
    super.visitCode();
    Label entry = new Label();
    super.visitLabel(entry);
    call(initialiser ? "initialising" : "poll");
    unnumbered = entry;
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    if (unnumbered != null) {
      super.visitLineNumber(line, unnumbered);
      unnumbered = null;
    }
    super.visitLineNumber(line, start);
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    super.visitLabel(label);
  }

  @Override
  public void visitInsn(int opcode) {
    if (initialiser && opcode == Opcodes.RETURN) {
      call("initialised");
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    checkBefore(label);
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label defaultLabel, Label... labels) {
    checkBefore(defaultLabel, labels);
    super.visitTableSwitchInsn(min, max, defaultLabel, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label defaultLabel, int[] keys, Label[] labels) {
    checkBefore(defaultLabel, labels);
    super.visitLookupSwitchInsn(defaultLabel, keys, labels);
  }

  private void checkBefore(Label target, Label... others) {
    boolean back = passed.contains(target);
    for (Label other : others) {
      back |= passed.contains(other);
    }
    if (back) {
      call("poll");
    }
  }

  private void call(String method) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, method, "()V", false);
  }
}
