package dev.colight.java.compile;

import dev.colight.worker.Hook;
import java.util.Objects;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.codegen.CodeStream;
import org.eclipse.jdt.internal.compiler.codegen.Opcodes;
import org.eclipse.jdt.internal.compiler.flow.FlowContext;
import org.eclipse.jdt.internal.compiler.flow.FlowInfo;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** A call of a method of {@link Hook} without parameters, whatever the document calls so. */
final class HookStatement extends Statement {
  private static final char[][] HOOK =
      CharOperation.splitOn('.', Hook.class.getName().toCharArray());

  private final String selector;
  private @Nullable MethodBinding method;

  HookStatement(String selector, ASTNode at) {
    this.selector = selector;
    this.sourceStart = at.sourceStart;
    this.sourceEnd = at.sourceEnd;
  }

  @Override
  public void resolve(BlockScope scope) {
    ReferenceBinding hook = (ReferenceBinding) scope.getType(HOOK, HOOK.length);
    method =
        hook.getExactMethod(
            selector.toCharArray(), new TypeBinding[0], scope.compilationUnitScope());
  }

  @Override
  public FlowInfo analyseCode(BlockScope scope, FlowContext flowContext, FlowInfo flowInfo) {
    return flowInfo;
  }

  @Override
  public void generateCode(BlockScope scope, CodeStream codeStream) {
    if ((bits & ASTNode.IsReachable) == 0) {
      return;
    }
    int pc = codeStream.position;
    MethodBinding called = Objects.requireNonNull(method);
    codeStream.invoke(Opcodes.OPC_invokestatic, called, called.declaringClass);
    codeStream.recordPositionsFrom(pc, sourceStart);
  }

  @Override
  public StringBuilder printStatement(int indent, StringBuilder output) {
    return output.append("Hook.").append(selector).append("();");
  }
}
