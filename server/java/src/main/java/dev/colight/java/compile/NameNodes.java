package dev.colight.java.compile;

import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ASTVisitor;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.Argument;
import org.eclipse.jdt.internal.compiler.ast.ArrayQualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ArrayTypeReference;
import org.eclipse.jdt.internal.compiler.ast.Assignment;
import org.eclipse.jdt.internal.compiler.ast.CompoundAssignment;
import org.eclipse.jdt.internal.compiler.ast.ConstructorDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.ast.LambdaExpression;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.MemberValuePair;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.MethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ParameterizedQualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.ParameterizedSingleTypeReference;
import org.eclipse.jdt.internal.compiler.ast.PostfixExpression;
import org.eclipse.jdt.internal.compiler.ast.PrefixExpression;
import org.eclipse.jdt.internal.compiler.ast.QualifiedNameReference;
import org.eclipse.jdt.internal.compiler.ast.QualifiedTypeReference;
import org.eclipse.jdt.internal.compiler.ast.RecordComponent;
import org.eclipse.jdt.internal.compiler.ast.ReferenceExpression;
import org.eclipse.jdt.internal.compiler.ast.SingleNameReference;
import org.eclipse.jdt.internal.compiler.ast.SingleTypeReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeParameter;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.CompilationUnitScope;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/** Finds the nodes of a tree that name something, and where in the source they do. */
abstract class NameNodes extends ASTVisitor {
  /** A name of a variable. */
  abstract void variable(
      ASTNode node, int start, int end, @Nullable Binding binding, boolean declares);

  /** A simple name that the compiler cannot tell the meaning of. */
  abstract void unresolved(String name, int start, int end);

  /** A method that is called by its name alone, and that the compiler cannot tell. */
  abstract void unresolvedCall(String name, int start, int end);

  abstract void method(int start, int end, @Nullable MethodBinding method, boolean declares);

  abstract void type(TypeReference reference);

  abstract void typeName(int start, int end, @Nullable TypeBinding type, boolean declares);

  /** What is imported of a type: all that is static and has a name. */
  void imported(ImportReference node, int start, int end, ReferenceBinding type, char[] name) {}

  /** What is assigned to; told before its name. */
  abstract void assigned(ASTNode node);

  /** Code begins that runs later. */
  abstract void enter();

  /** That code ends. */
  abstract void leave();

  @Override
  public boolean visit(SingleNameReference node, BlockScope scope) {
    if (node.binding instanceof TypeBinding type) {
      typeName(node.sourceStart, node.sourceEnd, type, false);
    } else if (node.binding == null || !node.binding.isValidBinding()) {
      unresolved(new String(node.token), node.sourceStart, node.sourceEnd);
    } else {
      variable(node, node.sourceStart, node.sourceEnd, node.binding, false);
    }
    return true;
  }

  @Override
  public boolean visit(QualifiedNameReference node, BlockScope scope) {
    long[] positions = node.sourcePositions;
    if (node.binding instanceof TypeBinding type) {
      types(positions, positions.length - 1, type);
      return true;
    }
    if (node.binding == null || !node.binding.isValidBinding()) {
      unresolved(new String(node.tokens[0]), (int) (positions[0] >>> 32), (int) positions[0]);
      return true;
    }
    int first = node.indexOfFirstFieldBinding - 1;
    if (first < 0 || first >= positions.length) {
      return true;
    }
    int others = node.otherBindings == null ? 0 : node.otherBindings.length;
    variable(
        others == 0 ? node : new SingleNameReference(new char[0], 0),
        (int) (positions[first] >>> 32),
        (int) positions[first],
        node.binding,
        false);
    if (node.binding instanceof FieldBinding) {
      types(positions, first - 1, node.actualReceiverType);
    }
    for (int i = 0; i < others && first + 1 + i < positions.length; i++) {
      long at = positions[first + 1 + i];
      variable(node, (int) (at >>> 32), (int) at, node.otherBindings[i], false);
    }
    return true;
  }

  /** Tells of a type, and of those that it is named by that it stands in. */
  private void types(long[] positions, int last, @Nullable TypeBinding type) {
    TypeBinding at = type;
    for (int i = last; i >= 0 && at != null; i--) {
      typeName((int) (positions[i] >>> 32), (int) positions[i], at, false);
      at = at.enclosingType();
    }
  }

  /** Tells of the types that an import names, and of what it imports of the last one. */
  @Override
  public boolean visit(ImportReference node, CompilationUnitScope scope) {
    boolean member = node.isStatic() && (node.bits & ASTNode.OnDemand) == 0;
    int last = node.tokens.length - (member ? 2 : 1);
    if (last > 0
        && scope.getImport(CharOperation.subarray(node.tokens, 0, last + 1), true, 0)
            instanceof ReferenceBinding type) {
      types(node.sourcePositions, last, type);
      if (member) {
        long at = node.sourcePositions[last + 1];
        imported(node, (int) (at >>> 32), (int) at, type, node.tokens[last + 1]);
      }
    }
    return false;
  }

  @Override
  public boolean visit(MemberValuePair node, BlockScope scope) {
    method(node.sourceStart, node.sourceStart + node.name.length - 1, node.binding, false);
    return true;
  }

  @Override
  public boolean visit(MemberValuePair node, ClassScope scope) {
    method(node.sourceStart, node.sourceStart + node.name.length - 1, node.binding, false);
    return true;
  }

  @Override
  public boolean visit(FieldReference node, BlockScope scope) {
    long at = node.nameSourcePosition;
    variable(node, (int) (at >>> 32), (int) at, node.binding, false);
    return true;
  }

  @Override
  public boolean visit(MessageSend node, BlockScope scope) {
    boolean known = node.binding != null && node.binding.isValidBinding();
    if (!known && node.receiver.isImplicitThis()) {
      String name = new String(node.selector);
      unresolvedCall(name, node.nameSourceStart(), node.nameSourceEnd());
    } else {
      method(node.nameSourceStart(), node.nameSourceEnd(), node.binding, false);
    }
    return true;
  }

  @Override
  public boolean visit(ReferenceExpression node, BlockScope scope) {
    if (!node.isConstructorReference()) {
      int start = node.nameSourceStart;
      method(start, start + node.selector.length - 1, node.binding, false);
    }
    return true;
  }

  @Override
  public boolean visit(LocalDeclaration node, BlockScope scope) {
    variable(node, node.sourceStart, node.sourceEnd, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(Argument node, BlockScope scope) {
    variable(node, node.sourceStart, node.sourceEnd, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(Argument node, ClassScope scope) {
    variable(node, node.sourceStart, node.sourceEnd, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(FieldDeclaration node, MethodScope scope) {
    variable(node, node.sourceStart, node.sourceEnd, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(RecordComponent node, BlockScope scope) {
    if (node.binding != null && node.binding.declaringRecord != null) {
      FieldBinding field = node.binding.declaringRecord.getField(node.name, false);
      variable(node, node.sourceStart, node.sourceEnd, field, true);
    }
    return true;
  }

  @Override
  public boolean visit(MethodDeclaration node, ClassScope scope) {
    method(node.sourceStart, node.sourceStart + node.selector.length - 1, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(ConstructorDeclaration node, ClassScope scope) {
    if (node.binding != null && !node.isDefaultConstructor()) {
      int end = node.sourceStart + node.selector.length - 1;
      typeName(node.sourceStart, end, node.binding.declaringClass, false);
    }
    return true;
  }

  @Override
  public boolean visit(TypeDeclaration node, CompilationUnitScope scope) {
    return declared(node);
  }

  @Override
  public boolean visit(TypeDeclaration node, ClassScope scope) {
    return declared(node);
  }

  @Override
  public boolean visit(TypeDeclaration node, BlockScope scope) {
    enter();
    return declared(node);
  }

  @Override
  public void endVisit(TypeDeclaration node, BlockScope scope) {
    leave();
  }

  private boolean declared(TypeDeclaration node) {
    if ((node.bits & ASTNode.IsAnonymousType) == 0) {
      typeName(node.sourceStart, node.sourceEnd, node.binding, true);
    }
    return true;
  }

  @Override
  public boolean visit(LambdaExpression node, BlockScope scope) {
    enter();
    return true;
  }

  @Override
  public void endVisit(LambdaExpression node, BlockScope scope) {
    leave();
  }

  @Override
  public boolean visit(TypeParameter node, BlockScope scope) {
    typeName(node.sourceStart, node.sourceEnd, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(TypeParameter node, ClassScope scope) {
    typeName(node.sourceStart, node.sourceEnd, node.binding, true);
    return true;
  }

  @Override
  public boolean visit(Assignment node, BlockScope scope) {
    assigned(node.lhs);
    return true;
  }

  @Override
  public boolean visit(CompoundAssignment node, BlockScope scope) {
    assigned(node.lhs);
    return true;
  }

  @Override
  public boolean visit(PrefixExpression node, BlockScope scope) {
    assigned(node.lhs);
    return true;
  }

  @Override
  public boolean visit(PostfixExpression node, BlockScope scope) {
    assigned(node.lhs);
    return true;
  }

  @Override
  public boolean visit(SingleTypeReference node, BlockScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(SingleTypeReference node, ClassScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ArrayTypeReference node, BlockScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ArrayTypeReference node, ClassScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ParameterizedSingleTypeReference node, BlockScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ParameterizedSingleTypeReference node, ClassScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(QualifiedTypeReference node, BlockScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(QualifiedTypeReference node, ClassScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ArrayQualifiedTypeReference node, BlockScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ArrayQualifiedTypeReference node, ClassScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ParameterizedQualifiedTypeReference node, BlockScope scope) {
    type(node);
    return true;
  }

  @Override
  public boolean visit(ParameterizedQualifiedTypeReference node, ClassScope scope) {
    type(node);
    return true;
  }

  /** Returns where each name of a type reference stands: start in the upper half, end below. */
  static long[] positionsOf(TypeReference reference, char[][] names) {
    if (reference instanceof QualifiedTypeReference qualified) {
      return qualified.sourcePositions;
    }
    long start = reference.sourceStart;
    return new long[] {(start << 32) | (start + names[0].length - 1)};
  }
}
