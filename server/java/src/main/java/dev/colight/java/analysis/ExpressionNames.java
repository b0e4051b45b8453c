package dev.colight.java.analysis;

import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.visitor.VoidVisitorAdapter;

/** Finds the free names of expressions and types. */
abstract class ExpressionNames extends VoidVisitorAdapter<Scope> {
  final FreeNames free;

  ExpressionNames(FreeNames free) {
    this.free = free;
  }

  @Override
  public void visit(NameExpr name, Scope scope) {
    free.use(dev.colight.graph.Name.value(name.getNameAsString()), scope);
  }

  @Override
  public void visit(FieldAccessExpr access, Scope scope) {
    Expression first = access.getScope();
    while (first instanceof FieldAccessExpr inner) {
      first = inner.getScope();
    }
    qualifier(first, scope);
  }

  @Override
  public void visit(MethodCallExpr call, Scope scope) {
    if (call.getScope().isPresent()) {
      qualifier(call.getScope().get(), scope);
    } else {
      free.use(dev.colight.graph.Name.function(call.getNameAsString()), scope);
    }
    call.getTypeArguments().ifPresent(arguments -> arguments.accept(this, scope));
    call.getArguments().accept(this, scope);
  }

  @Override
  public void visit(MethodReferenceExpr reference, Scope scope) {
    boolean constructor = reference.getIdentifier().equals("new");
    if (!constructor
        && reference.getScope() instanceof TypeExpr expression
        && expression.getType() instanceof ClassOrInterfaceType type
        && isPlainName(type)) {
      free.useQualifier(firstName(type), scope);
    } else {
      qualifier(reference.getScope(), scope);
    }
    reference.getTypeArguments().ifPresent(arguments -> arguments.accept(this, scope));
  }

  @Override
  public void visit(ClassOrInterfaceType type, Scope scope) {
    type.getAnnotations().accept(this, scope);
    type.getTypeArguments().ifPresent(arguments -> arguments.accept(this, scope));
    if (type.getScope().isPresent()) {
      type.getScope().get().accept(this, scope);
    } else if (!type.getNameAsString().equals("var")) {
      free.use(dev.colight.graph.Name.type(type.getNameAsString()), scope);
    }
  }

  /** Visits the name of an annotation, or of the type before {@code .this} and {@code .super}. */
  @Override
  public void visit(Name name, Scope scope) {
    Name first = name;
    while (first.getQualifier().isPresent()) {
      first = first.getQualifier().get();
    }
    free.use(dev.colight.graph.Name.type(first.getIdentifier()), scope);
  }

  @Override
  public void visit(ObjectCreationExpr creation, Scope scope) {
    ClassOrInterfaceType type = creation.getType();
    if (creation.getScope().isPresent()) {
      // The type is a member of what the outer object is, so its name is not free.
      creation.getScope().get().accept(this, scope);
      type.getAnnotations().accept(this, scope);
      type.getTypeArguments().ifPresent(arguments -> arguments.accept(this, scope));
    } else {
      type.accept(this, scope);
    }
    creation.getTypeArguments().ifPresent(arguments -> arguments.accept(this, scope));
    creation.getArguments().accept(this, scope);
    creation
        .getAnonymousClassBody()
        .ifPresent(
            body -> {
              Scope members = scope.inner();
              Members.declare(body, members);
              body.accept(this, members);
            });
  }

  @Override
  public void visit(AssignExpr assignment, Scope scope) {
    assign(assignment.getTarget(), scope);
    assignment.getTarget().accept(this, scope);
    assignment.getValue().accept(this, scope);
  }

  @Override
  public void visit(UnaryExpr unary, Scope scope) {
    switch (unary.getOperator()) {
      case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
          assign(unary.getExpression(), scope);
      case PLUS, MINUS, BITWISE_COMPLEMENT, LOGICAL_COMPLEMENT -> {}
    }
    unary.getExpression().accept(this, scope);
  }

  @Override
  public void visit(BinaryExpr binary, Scope scope) {
    binary.getLeft().accept(this, scope);
    Scope right =
        switch (binary.getOperator()) {
          case AND -> scope.innerWith(Patterns.boundWhen(true, binary.getLeft()));
          case OR -> scope.innerWith(Patterns.boundWhen(false, binary.getLeft()));
          default -> scope;
        };
    binary.getRight().accept(this, right);
  }

  @Override
  public void visit(ConditionalExpr choice, Scope scope) {
    Expression condition = choice.getCondition();
    condition.accept(this, scope);
    choice.getThenExpr().accept(this, scope.innerWith(Patterns.boundWhen(true, condition)));
    choice.getElseExpr().accept(this, scope.innerWith(Patterns.boundWhen(false, condition)));
  }

  @Override
  public void visit(InstanceOfExpr test, Scope scope) {
    test.getExpression().accept(this, scope);
    if (test.getPattern().isPresent()) {
      test.getPattern().get().accept(this, scope);
    } else {
      test.getType().accept(this, scope);
    }
  }

  /** Visits the type alone: where the variable can be seen is for {@link Patterns} to say. */
  @Override
  public void visit(TypePatternExpr pattern, Scope scope) {
    pattern.getType().accept(this, scope);
  }

  @Override
  public void visit(RecordPatternExpr pattern, Scope scope) {
    pattern.getType().accept(this, scope);
    pattern.getPatternList().forEach(component -> component.accept(this, scope));
  }

  @Override
  public void visit(LambdaExpr lambda, Scope scope) {
    Scope inner = scope.inner();
    lambda.getParameters().accept(this, inner);
    lambda.getBody().accept(this, inner);
  }

  private void qualifier(Expression expression, Scope scope) {
    if (expression instanceof NameExpr name) {
      free.useQualifier(name.getNameAsString(), scope);
    } else {
      expression.accept(this, scope);
    }
  }

  private void assign(Expression target, Scope scope) {
    Expression inner = target;
    while (inner instanceof EnclosedExpr enclosed) {
      inner = enclosed.getInner();
    }
    if (inner instanceof NameExpr name) {
      free.assign(name.getNameAsString(), scope);
    }
  }

  /** Tells whether a type could just as well be the name of a variable, or its field. */
  private static boolean isPlainName(ClassOrInterfaceType type) {
    return type.getTypeArguments().isEmpty()
        && type.getAnnotations().isEmpty()
        && type.getScope().map(ExpressionNames::isPlainName).orElse(true);
  }

  private static String firstName(ClassOrInterfaceType type) {
    return type.getScope().map(ExpressionNames::firstName).orElseGet(type::getNameAsString);
  }
}
