package dev.colight.java.analysis;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Providers;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.colight.java.split.Token;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The code that handles what a part of it throws, if it is put into a {@code try}. Numbers are
 * indexes of a unit's tokens, both ends inclusive.
 */
public record EnclosingStatement(int first, int last, Kind kind) {
  /** What it is. */
  public enum Kind {
    /** A statement, or one that declares something, with all that follows it. */
    STATEMENT,
    /** A statement behind the arrow of a case, where nothing but a block can take its place. */
    CASE,
    /** A lambda's body that is an expression. */
    LAMBDA,
    /** From the name of what is caught to the end, of the last catch of a {@code try} around it. */
    CATCH
  }

  /** Unlike the parser of all that is typed, this one has to say where things are. */
  private static final ParserConfiguration CONFIGURATION =
      new ParserConfiguration()
          .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
          .setAttributeComments(false);

  static {
    CONFIGURATION.getProcessors().clear();
  }

  /** Returns what is around some of a unit's tokens; null where nothing can be surrounded. */
  public static @Nullable EnclosingStatement of(JavaCode code, int first, int last) {
    boolean statements = code.shape() instanceof JavaCode.StatementsShape;
    if (Nesting.isTooDeep(code.tokens())) {
      return null;
    }
    // A token a line, so that lines count tokens; that of a block's brace is 0.
    String text = SnippetParser.text(code.tokens());
    Node root =
        statements
            ? parse(ParseStart.BLOCK, "{" + "\n" + text + "}")
            : parse(ParseStart.CLASS_BODY, "\n" + text);
    Node node = root == null ? null : innermost(root, first + 2, last + 2);
    Node below = node;
    while (node != null && node != root) {
      if (node instanceof MethodReferenceExpr) {
        return null;
      } else if (node instanceof LambdaExpr lambda && lambda.getExpressionBody().isPresent()) {
        Node body = lambda.getExpressionBody().get();
        return below == node ? null : of(body, body, Kind.LAMBDA);
      } else if (node instanceof Statement statement && !isLambdaBody(statement)) {
        EnclosingStatement caught = lastCatch(statement);
        EnclosingStatement found = caught != null ? caught : around(statement);
        if (found != null || !isCaseOfExpression(statement)) {
          boolean top = statements && statement.getParentNode().orElse(null) == root;
          return top && caught == null ? null : found;
        }
      }
      below = node;
      node = node.getParentNode().orElse(null);
    }
    return null;
  }

  private static <N extends Node> @Nullable Node parse(ParseStart<N> start, String text) {
    ParseResult<N> result = new JavaParser(CONFIGURATION).parse(start, Providers.provider(text));
    return result.isSuccessful() ? result.getResult().orElse(null) : null;
  }

  private static @Nullable Node innermost(Node root, int firstLine, int lastLine) {
    Node found = covers(root, firstLine, lastLine) ? root : null;
    Node next = found;
    while (next != null) {
      found = next;
      next =
          found.getChildNodes().stream()
              .filter(child -> covers(child, firstLine, lastLine))
              .findFirst()
              .orElse(null);
    }
    return found;
  }

  private static boolean covers(Node node, int firstLine, int lastLine) {
    return node.getRange()
        .filter(range -> range.begin.line <= firstLine && range.end.line >= lastLine)
        .isPresent();
  }

  private static boolean isLambdaBody(Statement statement) {
    return statement instanceof ExpressionStmt
        && statement.getParentNode().orElse(null) instanceof LambdaExpr;
  }

  /** What such a case says is a value, which a {@code try} has none of. */
  private static boolean isCaseOfExpression(Statement statement) {
    return statement.getParentNode().orElse(null) instanceof SwitchEntry entry
        && entry.getType() != SwitchEntry.Type.STATEMENT_GROUP
        && entry.getParentNode().orElse(null) instanceof SwitchExpr;
  }

  private static @Nullable EnclosingStatement lastCatch(Statement statement) {
    Node below = statement;
    Node node = statement;
    while (node != null && !(node instanceof LambdaExpr) && !(node instanceof BodyDeclaration)) {
      if (node instanceof TryStmt all
          && !all.getCatchClauses().isEmpty()
          && (below == all.getTryBlock() || all.getResources().contains(below))) {
        CatchClause last = all.getCatchClauses().get(all.getCatchClauses().size() - 1);
        return of(last.getParameter().getName(), last, Kind.CATCH);
      }
      below = node;
      node = node.getParentNode().orElse(null);
    }
    return null;
  }

  private static @Nullable EnclosingStatement around(Statement statement) {
    Node parent = statement.getParentNode().orElse(null);
    if (parent instanceof LabeledStmt labeled) {
      return around(labeled);
    } else if (statement instanceof ExplicitConstructorInvocationStmt
        || statement instanceof BlockStmt
        || isCaseOfExpression(statement)) {
      return null;
    } else if (parent instanceof SwitchEntry entry
        && entry.getType() != SwitchEntry.Type.STATEMENT_GROUP) {
      return of(statement, statement, Kind.CASE);
    }
    return of(
        statement, declares(statement) ? lastOf(parent, statement) : statement, Kind.STATEMENT);
  }

  private static boolean declares(Statement statement) {
    return statement instanceof LocalClassDeclarationStmt
        || statement instanceof LocalRecordDeclarationStmt
        || (statement instanceof ExpressionStmt expression
            && expression.getExpression().isVariableDeclarationExpr());
  }

  private static Statement lastOf(@Nullable Node parent, Statement statement) {
    NodeList<Statement> all =
        parent instanceof BlockStmt block
            ? block.getStatements()
            : parent instanceof SwitchEntry entry ? entry.getStatements() : new NodeList<>();
    return all.getLast().orElse(statement);
  }

  private static @Nullable EnclosingStatement of(Node first, Node last, Kind kind) {
    return first.getRange().isPresent() && last.getRange().isPresent()
        ? new EnclosingStatement(
            first.getRange().get().begin.line - 2, last.getRange().get().end.line - 2, kind)
        : null;
  }

  /** Returns those of a unit's tokens that a range in its block touches; empty where none are. */
  public static List<Integer> touched(JavaCode code, Range range) {
    List<Integer> touched = new ArrayList<>();
    List<Token> tokens = code.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).range().start().compareTo(range.end()) < 0
          && tokens.get(i).range().end().compareTo(range.start()) > 0) {
        touched.add(i);
      }
    }
    return touched;
  }
}
