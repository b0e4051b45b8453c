package dev.colight.java.compile;

import java.util.Map;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.SwitchExpression;
import org.eclipse.jdt.internal.compiler.codegen.CodeStream;
import org.eclipse.jdt.internal.compiler.flow.FlowContext;
import org.eclipse.jdt.internal.compiler.flow.FlowInfo;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Evaluates an expression by itself, without a target type, and shows its value if it has one. */
final class ShownValue extends Statement {
  private final Expression expression;
  private final int number;
  private final Map<Integer, String> types;
  private @Nullable HookCall hook;

  ShownValue(Expression expression, int number, Map<Integer, String> types) {
    this.expression = expression;
    this.number = number;
    this.types = types;
    this.sourceStart = expression.sourceStart;
    this.sourceEnd = expression.sourceEnd;
  }

  @Override
  public void resolve(BlockScope scope) {
    TypeBinding type = expression.resolveType(scope);
    if (type == null || type.id == TypeBinding.VOID.id) {
      if (expression instanceof SwitchExpression) {
        // ECJ does not mind, and dies of it when it writes the code
        scope.problemReporter().illegalVoidExpression(expression);
      }
      return;
    }
    hook = HookCall.forType(type, scope);
    expression.computeConversion(scope, hook.parameter(), type);
    types.put(number, TypeNames.of(InferredTypes.denotable(type, scope)));
  }

  @Override
  public FlowInfo analyseCode(BlockScope scope, FlowContext flowContext, FlowInfo flowInfo) {
    return expression.analyseCode(scope, flowContext, flowInfo);
  }

  @Override
  public void generateCode(BlockScope scope, CodeStream codeStream) {
    int pc = codeStream.position;
    expression.generateCode(scope, codeStream, hook != null);
    if (hook != null) {
      hook.generate(codeStream, number);
    }
    codeStream.recordPositionsFrom(pc, sourceStart);
  }

  @Override
  public void traverse(ASTVisitor visitor, BlockScope scope) {
    expression.traverse(visitor, scope);
  }

  @Override
  public StringBuilder printStatement(int indent, StringBuilder output) {
    return expression.print(indent, output).append(';');
  }
}
