package dev.colight.java.analysis;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.AnnotationDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.ReceiverParameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.type.TypeParameter;
import dev.colight.graph.Name;

/** Finds the free names of statements and declarations. */
final class CodeNames extends ExpressionNames {
  CodeNames(FreeNames free) {
    super(free);
  }

  /** Visits all of a method but its body. */
  void visitHeader(MethodDeclaration method, Scope scope) {
    header(method, scope);
  }

  @Override
  public void visit(BlockStmt block, Scope scope) {
    statements(block.getStatements(), scope.inner());
  }

  @Override
  public void visit(VariableDeclarator variable, Scope scope) {
    variable.getType().accept(this, scope);
    scope.declare(Name.value(variable.getNameAsString()));
    variable.getInitializer().ifPresent(value -> value.accept(this, scope));
  }

  @Override
  public void visit(IfStmt branch, Scope scope) {
    Expression condition = branch.getCondition();
    condition.accept(this, scope);
    branch.getThenStmt().accept(this, scope.innerWith(Patterns.boundWhen(true, condition)));
    if (branch.getElseStmt().isPresent()) {
      Scope otherwise = scope.innerWith(Patterns.boundWhen(false, condition));
      branch.getElseStmt().get().accept(this, otherwise);
    }
  }

  @Override
  public void visit(WhileStmt loop, Scope scope) {
    loop.getCondition().accept(this, scope);
    loop.getBody().accept(this, scope.innerWith(Patterns.boundWhen(true, loop.getCondition())));
  }

  @Override
  public void visit(ForStmt loop, Scope scope) {
    Scope head = scope.inner();
    loop.getInitialization().accept(this, head);
    Scope body = head;
    if (loop.getCompare().isPresent()) {
      Expression condition = loop.getCompare().get();
      condition.accept(this, head);
      body = head.innerWith(Patterns.boundWhen(true, condition));
    }
    loop.getUpdate().accept(this, body);
    loop.getBody().accept(this, body);
  }

  @Override
  public void visit(ForEachStmt loop, Scope scope) {
    loop.getIterable().accept(this, scope);
    Scope body = scope.inner();
    loop.getVariable().accept(this, body);
    loop.getBody().accept(this, body);
  }

  @Override
  public void visit(TryStmt attempt, Scope scope) {
    Scope resources = scope.inner();
    attempt.getResources().accept(this, resources);
    attempt.getTryBlock().accept(this, resources);
    attempt.getCatchClauses().accept(this, scope);
    attempt.getFinallyBlock().ifPresent(block -> block.accept(this, scope));
  }

  @Override
  public void visit(CatchClause clause, Scope scope) {
    Scope inner = scope.inner();
    clause.getParameter().accept(this, inner);
    clause.getBody().accept(this, inner);
  }

  @Override
  public void visit(SwitchStmt choice, Scope scope) {
    choice.getSelector().accept(this, scope);
    entries(choice.getEntries(), scope.inner());
  }

  @Override
  public void visit(SwitchExpr choice, Scope scope) {
    choice.getSelector().accept(this, scope);
    entries(choice.getEntries(), scope.inner());
  }

  @Override
  public void visit(LocalClassDeclarationStmt statement, Scope scope) {
    scope.declare(Name.type(statement.getClassDeclaration().getNameAsString()));
    super.visit(statement, scope);
  }

  @Override
  public void visit(LocalRecordDeclarationStmt statement, Scope scope) {
    scope.declare(Name.type(statement.getRecordDeclaration().getNameAsString()));
    super.visit(statement, scope);
  }

  @Override
  public void visit(ClassOrInterfaceDeclaration type, Scope scope) {
    Scope header = typeScope(type, scope);
    typeParameters(type.getTypeParameters(), header);
    type.getExtendedTypes().accept(this, header);
    type.getImplementedTypes().accept(this, header);
    type.getPermittedTypes().accept(this, header);
    Scope body = header.inner();
    Members.declare(type.getMembers(), body);
    type.getMembers().accept(this, body);
  }

  @Override
  public void visit(RecordDeclaration type, Scope scope) {
    Scope header = typeScope(type, scope);
    typeParameters(type.getTypeParameters(), header);
    type.getImplementedTypes().accept(this, header);
    // Unlike those of a class, the members of a record can be seen in its header.
    Scope body = header.inner();
    Members.declare(type, body);
    type.getParameters().accept(this, body);
    type.getMembers().accept(this, body);
  }

  @Override
  public void visit(EnumDeclaration type, Scope scope) {
    Scope header = typeScope(type, scope);
    type.getImplementedTypes().accept(this, header);
    Scope body = header.inner();
    Members.declare(type, body);
    type.getEntries().accept(this, body);
    type.getMembers().accept(this, body);
  }

  @Override
  public void visit(EnumConstantDeclaration constant, Scope scope) {
    constant.getAnnotations().accept(this, scope);
    constant.getArguments().accept(this, scope);
    Scope body = scope.inner();
    Members.declare(constant.getClassBody(), body);
    constant.getClassBody().accept(this, body);
  }

  @Override
  public void visit(AnnotationDeclaration type, Scope scope) {
    Scope body = typeScope(type, scope).inner();
    Members.declare(type.getMembers(), body);
    type.getMembers().accept(this, body);
  }

  @Override
  public void visit(MethodDeclaration method, Scope scope) {
    Scope inner = header(method, scope);
    method.getBody().ifPresent(body -> body.accept(this, inner));
  }

  @Override
  public void visit(ConstructorDeclaration constructor, Scope scope) {
    Scope inner = scope.inner();
    constructor.getAnnotations().accept(this, inner);
    typeParameters(constructor.getTypeParameters(), inner);
    constructor.getReceiverParameter().ifPresent(receiver -> receiver.accept(this, inner));
    constructor.getParameters().accept(this, inner);
    constructor.getThrownExceptions().accept(this, inner);
    constructor.getBody().accept(this, inner);
  }

  @Override
  public void visit(CompactConstructorDeclaration constructor, Scope scope) {
    constructor.getAnnotations().accept(this, scope);
    constructor.getBody().accept(this, scope);
  }

  @Override
  public void visit(Parameter parameter, Scope scope) {
    parameter.getAnnotations().accept(this, scope);
    parameter.getType().accept(this, scope);
    parameter.getVarArgsAnnotations().accept(this, scope);
    scope.declare(Name.value(parameter.getNameAsString()));
  }

  @Override
  public void visit(ReceiverParameter receiver, Scope scope) {
    receiver.getAnnotations().accept(this, scope);
    receiver.getType().accept(this, scope);
  }

  private Scope header(MethodDeclaration method, Scope scope) {
    Scope inner = scope.inner();
    method.getAnnotations().accept(this, inner);
    typeParameters(method.getTypeParameters(), inner);
    method.getType().accept(this, inner);
    method.getReceiverParameter().ifPresent(receiver -> receiver.accept(this, inner));
    method.getParameters().accept(this, inner);
    method.getThrownExceptions().accept(this, inner);
    return inner;
  }

  private Scope typeScope(TypeDeclaration<?> type, Scope scope) {
    Scope header = scope.inner();
    header.declare(Name.type(type.getNameAsString()));
    type.getAnnotations().accept(this, header);
    return header;
  }

  private void typeParameters(NodeList<TypeParameter> parameters, Scope scope) {
    parameters.forEach(parameter -> scope.declare(Name.type(parameter.getNameAsString())));
    parameters.accept(this, scope);
  }

  private void statements(NodeList<Statement> statements, Scope scope) {
    for (Statement statement : statements) {
      statement.accept(this, scope);
      Patterns.introducedBy(statement).forEach(variable -> scope.declare(Name.value(variable)));
    }
  }

  private void entries(NodeList<SwitchEntry> entries, Scope scope) {
    for (SwitchEntry entry : entries) {
      // In a group of statements, locals of the groups before can still be seen.
      boolean group = entry.getType() == SwitchEntry.Type.STATEMENT_GROUP;
      Scope inner = group ? scope : scope.inner();
      for (Expression label : entry.getLabels()) {
        label.accept(this, scope);
        inner = inner.innerWith(Patterns.variables(label));
      }
      if (entry.getGuard().isPresent()) {
        Expression guard = entry.getGuard().get();
        guard.accept(this, inner);
        inner = inner.innerWith(Patterns.boundWhen(true, guard));
      }
      statements(entry.getStatements(), inner);
    }
  }
}
