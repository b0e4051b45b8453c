package dev.colight.java.analysis;

import dev.colight.graph.Name;
import dev.colight.graph.Statement;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.split.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gathers statements that become one unit. Used by one thread. */
final class StatementRun {
  /** Bounds what one edit compiles again, and keeps generated classes within the JVM's limits. */
  private static final int MAX_STATEMENTS = 500;

  private final Scope scope = Scope.root();
  private final FreeNames free = new FreeNames();
  private final List<Token> tokens = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<JavaCode.StatementShape> shapes = new ArrayList<>();
  private final List<ValueDefinition> values = new ArrayList<>();

  boolean isEmpty() {
    return statements.isEmpty();
  }

  boolean isFull() {
    return statements.size() >= MAX_STATEMENTS;
  }

  /** Tells whether a variable can be declared next: nothing before it may mean another one. */
  boolean canDeclare(Name variable) {
    return !scope.declares(variable) && !free.uses(variable);
  }

  /** Returns a scope for the next statement, in which the variables so far are declared. */
  Scope scopeOfNext() {
    return scope.inner();
  }

  /** Declares the next variable, which its own initialiser can see. */
  void declare(Name variable) {
    scope.declare(variable);
  }

  /**
   * Adds an expression.
   *
   * @param prefix number of tokens before it, {@code return} that is
   */
  void addExpression(List<Token> expression, int prefix, FreeNames names) {
    int first = tokens.size();
    add(expression, first, names);
    shapes.add(new JavaCode.ExpressionShape(first + prefix, tokens.size() - 2));
  }

  /**
   * Adds a statement that is no declaration.
   *
   * @param returns whether it may return from the program
   */
  void addPlain(List<Token> statement, FreeNames names, boolean returns) {
    int first = tokens.size();
    add(statement, first, names);
    shapes.add(new JavaCode.PlainShape(first, tokens.size() - 1, returns));
  }

  /**
   * Adds a variable.
   *
   * @param leading whether it is the first one of its declaration: only that one spans the type
   * @param constant its initialiser, where that may make it a constant, or null
   */
  void addDeclarator(
      Declarator declarator,
      boolean leading,
      Set<Name> typeUses,
      FreeNames names,
      ValueDefinition.@Nullable Constant constant) {
    int first = tokens.size();
    values.add(
        new ValueDefinition(
            Name.value(declarator.name().text()),
            declarator.inferred() ? null : declarator.typeText(),
            typeUses,
            statements.size(),
            constant));
    JavaCode.DeclaratorShape shape = declarator.shape(first);
    add(declarator.tokens(), leading ? first : shape.name(), names);
    shapes.add(shape);
  }

  private void add(List<Token> statement, int firstToken, FreeNames names) {
    tokens.addAll(statement);
    statements.add(new Statement(firstToken, tokens.size() - 1));
    free.addAll(names);
  }

  StatementUnit unit() {
    return new StatementUnit(
        CanonicalText.of(tokens),
        List.copyOf(statements),
        List.copyOf(values),
        free.uses(),
        free.assigns(),
        new JavaCode(List.copyOf(tokens), new JavaCode.StatementsShape(List.copyOf(shapes))));
  }

  /** Returns the first statements of a unit, as a unit of their own. */
  static StatementUnit prefix(StatementUnit unit, int statements) {
    JavaCode code = (JavaCode) unit.code();
    JavaCode.StatementsShape shape = (JavaCode.StatementsShape) code.shape();
    int end = unit.statements().get(statements - 1).lastToken() + 1;
    List<Token> tokens = List.copyOf(code.tokens().subList(0, end));
    return new StatementUnit(
        CanonicalText.of(tokens),
        List.copyOf(unit.statements().subList(0, statements)),
        unit.values().stream().filter(value -> value.statement() < statements).toList(),
        writtenIn(tokens, unit.uses()),
        writtenIn(tokens, unit.assigns()),
        new JavaCode(
            tokens,
            new JavaCode.StatementsShape(List.copyOf(shape.statements().subList(0, statements)))));
  }

  private static Set<Name> writtenIn(List<Token> tokens, Set<Name> names) {
    Set<String> texts = tokens.stream().map(Token::text).collect(Collectors.toSet());
    return names.stream()
        .filter(name -> texts.contains(name.text()))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(TreeSet::new), Collections::unmodifiableSortedSet));
  }
}
