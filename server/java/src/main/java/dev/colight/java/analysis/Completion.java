package dev.colight.java.analysis;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.DoStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import com.github.javaparser.ast.stmt.WhileStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells which statements can complete normally (Java Language Specification, section 14.22), for
 * that decides how far pattern variables reach. Of constant conditions only literals count.
 */
final class Completion {
  private Completion() {}

  static boolean completes(Statement statement) {
    if (statement instanceof BlockStmt block) {
      return block.getStatements().stream().allMatch(Completion::completes);
    }
    if (statement instanceof IfStmt branch) {
      return completes(branch.getThenStmt())
          || branch.getElseStmt().map(Completion::completes).orElse(true);
    }
    if (statement instanceof LabeledStmt labeled) {
      return completes(labeled.getStatement())
          || breaksTo(labeled.getLabel().asString(), labeled.getStatement());
    }
    if (statement instanceof WhileStmt loop) {
      return !isTrue(loop.getCondition()) || breaks(loop.getBody());
    }
    if (statement instanceof ForStmt loop) {
      return !loop.getCompare().map(Completion::isTrue).orElse(true) || breaks(loop.getBody());
    }
    if (statement instanceof DoStmt loop) {
      boolean reachesCondition = completes(loop.getBody()) || continues(loop.getBody());
      return (reachesCondition && !isTrue(loop.getCondition())) || breaks(loop.getBody());
    }
    if (statement instanceof TryStmt attempt) {
      return attempt.getFinallyBlock().map(Completion::completes).orElse(true)
          && (completes(attempt.getTryBlock())
              || attempt.getCatchClauses().stream().anyMatch(c -> completes(c.getBody())));
    }
    if (statement instanceof SynchronizedStmt synchronizedStatement) {
      return completes(synchronizedStatement.getBody());
    }
    if (statement instanceof SwitchStmt choice) {
      return completes(choice);
    }
    return !(statement instanceof ReturnStmt
        || statement instanceof ThrowStmt
        || statement instanceof BreakStmt
        || statement instanceof ContinueStmt
        || statement instanceof YieldStmt);
  }

  /** Tells whether a loop's or switch's body holds a {@code break} out of it. */
  static boolean breaks(Node body) {
    return jumps(
        body,
        node -> isLoop(node) || node instanceof SwitchStmt,
        node -> node instanceof BreakStmt b && b.getLabel().isEmpty());
  }

  /** Tells whether a statement holds a {@code break} with a label. */
  static boolean breaksTo(String label, Statement statement) {
    return jumps(
        statement,
        node -> false,
        node ->
            node instanceof BreakStmt b
                && b.getLabel().map(name -> name.asString().equals(label)).orElse(false));
  }

  private static boolean continues(Statement body) {
    return jumps(body, Completion::isLoop, ContinueStmt.class::isInstance);
  }

  private static boolean completes(SwitchStmt choice) {
    List<SwitchEntry> entries = choice.getEntries();
    boolean exhaustive =
        entries.stream()
            .anyMatch(
                e -> e.isDefault() || e.getLabels().stream().anyMatch(l -> l.isPatternExpr()));
    if (!exhaustive || entries.stream().anyMatch(Completion::breaks)) {
      return true;
    }
    SwitchEntry last = entries.get(entries.size() - 1);
    if (last.getType() == SwitchEntry.Type.STATEMENT_GROUP) {
      return last.getStatements().stream().allMatch(Completion::completes);
    }
    return entries.stream()
        .anyMatch(e -> e.getStatements().stream().allMatch(Completion::completes));
  }

  private static boolean isTrue(Expression condition) {
    return condition instanceof EnclosedExpr enclosed
        ? isTrue(enclosed.getInner())
        : condition instanceof BooleanLiteralExpr literal && literal.getValue();
  }

  private static boolean jumps(Node node, Predicate<Node> opaque, Predicate<Node> jump) {
    if (jump.test(node)) {
      return true;
    }
    for (Node child : node.getChildNodes()) {
      if (isStatement(child) && !opaque.test(child) && jumps(child, opaque, jump)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStatement(Node node) {
    return (node instanceof Statement
            && !(node instanceof LocalClassDeclarationStmt)
            && !(node instanceof LocalRecordDeclarationStmt))
        || node instanceof SwitchEntry
        || node instanceof CatchClause;
  }

  private static boolean isLoop(Node node) {
    return node instanceof WhileStmt
        || node instanceof DoStmt
        || node instanceof ForStmt
        || node instanceof ForEachStmt;
  }
}
