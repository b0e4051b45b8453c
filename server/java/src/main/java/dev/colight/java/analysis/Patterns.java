package dev.colight.java.analysis;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.RecordPatternExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.WhileStmt;
import java.util.ArrayList;
import java.util.List;

/** Finds where pattern variables are in scope (Java Language Specification, section 6.3). */
final class Patterns {
  private Patterns() {}

  /** Returns the variables that are bound where an expression is true, or false. */
  static List<String> boundWhen(boolean outcome, Expression expression) {
    List<String> names = new ArrayList<>(0);
    collect(outcome, expression, names);
    return names;
  }

  /** Returns the variables that a pattern declares. */
  static List<String> variables(Expression pattern) {
    List<String> names = new ArrayList<>(1);
    collectVariables(pattern, names);
    return names;
  }

  /** Returns the variables that are in scope after a statement, in the same block. */
  static List<String> introducedBy(Statement statement) {
    if (statement instanceof IfStmt branch) {
      return introducedByIf(branch);
    }
    if (statement instanceof WhileStmt loop) {
      return afterLoop(loop.getCondition(), loop.getBody());
    }
    if (statement instanceof DoStmt loop) {
      return afterLoop(loop.getCondition(), loop.getBody());
    }
    if (statement instanceof ForStmt loop && loop.getCompare().isPresent()) {
      return afterLoop(loop.getCompare().get(), loop.getBody());
    }
    if (statement instanceof LabeledStmt labeled
        && !Completion.breaksTo(labeled.getLabel().asString(), labeled.getStatement())) {
      return introducedBy(labeled.getStatement());
    }
    return List.of();
  }

  private static List<String> introducedByIf(IfStmt branch) {
    List<String> whenTrue = boundWhen(true, branch.getCondition());
    List<String> whenFalse = boundWhen(false, branch.getCondition());
    if (whenTrue.isEmpty() && whenFalse.isEmpty()) {
      return List.of();
    }
    boolean thenCompletes = Completion.completes(branch.getThenStmt());
    boolean elseCompletes = branch.getElseStmt().map(Completion::completes).orElse(true);
    if (thenCompletes == elseCompletes) {
      return List.of();
    }
    return thenCompletes ? whenTrue : whenFalse;
  }

  private static List<String> afterLoop(Expression condition, Statement body) {
    List<String> names = boundWhen(false, condition);
    return names.isEmpty() || Completion.breaks(body) ? List.of() : names;
  }

  private static void collect(boolean outcome, Expression expression, List<String> names) {
    if (expression instanceof EnclosedExpr enclosed) {
      collect(outcome, enclosed.getInner(), names);
    } else if (expression instanceof UnaryExpr unary) {
      if (unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT) {
        collect(!outcome, unary.getExpression(), names);
      }
    } else if (expression instanceof BinaryExpr binary) {
      BinaryExpr.Operator both = outcome ? BinaryExpr.Operator.AND : BinaryExpr.Operator.OR;
      if (binary.getOperator() == both) {
        collect(outcome, binary.getLeft(), names);
        collect(outcome, binary.getRight(), names);
      }
    } else if (expression instanceof InstanceOfExpr test && outcome) {
      test.getPattern().ifPresent(pattern -> collectVariables(pattern, names));
    }
  }

  private static void collectVariables(Expression pattern, List<String> names) {
    if (pattern instanceof TypePatternExpr type) {
      names.add(type.getNameAsString());
    } else if (pattern instanceof RecordPatternExpr record) {
      record.getPatternList().forEach(component -> collectVariables(component, names));
    }
  }
}
