package dev.colight.java.compile;

import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Finds out whether the value of a lambda's body, which is an expression, is returned. */
final class LambdaVisitor extends ASTVisitor {
  private final UnitSource source;
  private final int first;
  private @Nullable Boolean returns;

  private LambdaVisitor(UnitSource source, int first) {
    this.source = source;
    this.first = first;
  }

  /** Returns null where no such body begins with a token, or the compiler knows no type for it. */
  static @Nullable Boolean returns(CompilationUnitDeclaration unit, UnitSource source, int first) {
    LambdaVisitor visitor = new LambdaVisitor(source, first);
    unit.traverse(visitor, unit.scope);
    return visitor.returns;
  }

  @Override
  public boolean visit(LambdaExpression node, BlockScope scope) {
    if (node.body instanceof Expression body
        && node.descriptor != null
        && node.descriptor.returnType != null
        && source.tokens().span(body.sourceStart, body.sourceEnd).first() == first) {
      returns = node.descriptor.returnType.id != TypeIds.T_void;
    }
    return true;
  }
}
