package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CompileUnit;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.analysis.JavaCode.PlainShape;
import dev.colight.java.analysis.JavaCode.StatementShape;
import dev.colight.java.analysis.JavaCode.StatementsShape;
import dev.colight.java.split.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CategorizedProblem;

/**
 * Finds out whether switches at top level have a value. Where all arms could be statements, only
 * the compiler knows: like {@code jshell}, we take such a switch for an expression, and for a
 * statement if it does not compile as one.
 */
final class SwitchTrials {
  /** Switches that did not compile as expressions. */
  private final Map<CodeKey, Set<Integer>> statements = new HashMap<>();

  /** Returns the statements of a unit, by number, to be tried as expressions. */
  Set<Integer> toTry(CompileUnit unit) {
    Set<Integer> result = new HashSet<>();
    if (unit instanceof CompileUnit.Statements) {
      JavaCode code = Units.codeOf(unit);
      List<StatementShape> shapes = ((StatementsShape) code.shape()).statements();
      for (int i = 0; i < shapes.size(); i++) {
        if (shapes.get(i) instanceof PlainShape plain && hasArrows(code.tokens(), plain)) {
          result.add(i);
        }
      }
      result.removeAll(statements.getOrDefault(unit.key(), Set.of()));
    }
    return result;
  }

  /** Takes in that a source does not compile; tells whether it may as statements. */
  boolean failed(UnitSource source, EcjResult result) {
    Set<Integer> wrong = new HashSet<>();
    Set<Integer> tried = toTry(source.unit());
    if (!tried.isEmpty()) {
      List<StatementShape> shapes =
          ((StatementsShape) Units.codeOf(source.unit()).shape()).statements();
      for (CategorizedProblem problem : result.problems()) {
        int token = source.tokens().span(problem.getSourceStart(), problem.getSourceEnd()).first();
        for (int statement : tried) {
          PlainShape shape = (PlainShape) shapes.get(statement);
          if (problem.isError() && shape.first() <= token && token <= shape.last()) {
            wrong.add(statement);
          }
        }
      }
      statements.computeIfAbsent(source.key(), key -> new HashSet<>()).addAll(wrong);
    }
    return !wrong.isEmpty();
  }

  /** Tells a switch with an arm of the form {@code case x ->} of its own. */
  private static boolean hasArrows(List<Token> tokens, PlainShape shape) {
    if (!tokens.get(shape.first()).is("switch")) {
      return false;
    }
    int depth = 0;
    for (int i = shape.first(); i <= shape.last(); i++) {
      switch (tokens.get(i).text()) {
        case "(", "[", "{" -> depth++;
        case ")", "]", "}" -> depth--;
        case "->" -> {
          if (depth == 1) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }
}
