package dev.colight.java.compile;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CastExpression;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Expression;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.NullLiteral;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Finds the call of {@link Here} in a resolved tree, and tells what could be named there. */
final class PointVisitor extends ASTVisitor {
  private static final char[] NAME = Here.NAME.toCharArray();
  private @Nullable Point point;

  private PointVisitor() {}

  static @Nullable Point find(CompilationUnitDeclaration unit) {
    PointVisitor visitor = new PointVisitor();
    unit.traverse(visitor, unit.scope);
    return visitor.point;
  }

  @Override
  public boolean visit(MessageSend call, BlockScope scope) {
    if (point == null && CharOperation.equals(call.selector, NAME)) {
      point = read(call, scope);
    }
    return point == null;
  }

  private static Point read(MessageSend call, @Nullable BlockScope scope) {
    if (scope == null) { // of a lambda that the compiler has not looked into
      return new Point(false, "", "", false, "", List.of(), List.of());
    }
    TypeBinding expected = expected(call);
    MemberLister lister = new MemberLister(call, scope, expected);
    String wanted = expected == null ? "" : TypeNames.of(expected);
    if (call.arguments == null || call.arguments.length == 0) {
      return new Point(
          false,
          "",
          "",
          true,
          wanted,
          new ScopeLister(lister, scope).visible(call.sourceStart),
          List.of());
    }
    Expression receiver = call.arguments[0];
    // In brackets of its own, it is a value of that type.
    boolean ofType =
        receiver instanceof CastExpression cast
            && cast.expression instanceof NullLiteral
            && (receiver.bits & ASTNode.ParenthesizedMASK) == 0;
    TypeBinding type =
        receiver instanceof CastExpression cast && ofType
            ? cast.type.resolvedType
            : receiver.resolvedType;
    if (type == null || !type.isValidBinding() || type.id == TypeBinding.VOID.id) {
      return new Point(ofType, "", "", false, wanted, List.of(), List.of());
    }
    List<Member> members = new ArrayList<>(lister.members(type, ofType));
    return new Point(
        ofType,
        TypeNames.of(type),
        TypeNames.qualified(InferredTypes.denotable(type, scope)),
        true,
        wanted,
        members,
        ofType ? lister.constructors(type) : List.of());
  }

  /** Inference finds out what is expected where the call stands; nothing special is an object. */
  private static @Nullable TypeBinding expected(MessageSend call) {
    TypeBinding type = call.expectedType != null ? call.expectedType : call.resolvedType;
    return type == null
            || !type.isValidBinding()
            || type.id == TypeBinding.VOID.id
            || type.id == TypeIds.T_JavaLangObject
        ? null
        : type;
  }
}
