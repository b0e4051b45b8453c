package dev.colight.java.analysis;

import dev.colight.graph.Code;
import dev.colight.java.split.Token;
import dev.colight.text.Range;
import java.util.List;

/**
 * The tokens of a unit, and what the compiler has to know about their roles.
 *
 * @param tokens without comments and modifiers that do not count; joined by newlines they are the
 *     unit's canonical text. Every statement that needs a {@code ;} has one: where none is written,
 *     it takes no room. Every variable has its type before it, those that share one with others
 *     too.
 */
public record JavaCode(List<Token> tokens, Shape shape) implements Code {
  @Override
  public Range range(int token) {
    return tokens.get(token).range();
  }

  @Override
  public int tokenCount() {
    return tokens.size();
  }

  /** The role of tokens. All numbers are token indexes in the unit; ends are inclusive. */
  public sealed interface Shape {}

  /** Code whose tokens need no roles (imports, broken code). */
  public record Plain() implements Shape {}

  /**
   * A type declaration.
   *
   * @param bodyFirst its opening brace
   */
  public record TypeShape(int bodyFirst) implements Shape {}

  /**
   * A method declaration with a body.
   *
   * @param headerFirst first token after modifiers and annotations: type parameters or return type
   * @param name its name
   * @param headerLast last token before the body
   * @param bodyFirst its opening brace
   * @param bodyLast its closing brace
   */
  public record FunctionShape(
      int headerFirst, int name, int headerLast, int bodyFirst, int bodyLast) implements Shape {}

  /** A run of statements, numbered as in {@code StatementUnit.statements()}. */
  public record StatementsShape(List<StatementShape> statements) implements Shape {}

  /** How a statement is compiled. */
  public sealed interface StatementShape {}

  /** An expression whose value is shown; without {@code return} and {@code ;}. */
  public record ExpressionShape(int first, int last) implements StatementShape {}

  /**
   * Any other statement, as it stands, {@code ;} included.
   *
   * @param returns whether it may return from the program
   */
  public record PlainShape(int first, int last, boolean returns) implements StatementShape {}

  /**
   * One declarator of a variable declaration; each is a statement of its own.
   *
   * @param name token of its name
   * @param typeFirst first token of its type, after modifiers and annotations
   * @param typeLast last one; for {@code var}, the token {@code var}
   * @param dimensions number of {@code []} after the name
   * @param inferred whether the type is {@code var}
   * @param initializerFirst first token of the initialiser, or -1 where there is none
   * @param initializerLast last one, or -1
   * @param arrayInitializer whether the initialiser is a bare <code>{…}</code>
   */
  public record DeclaratorShape(
      int name,
      int typeFirst,
      int typeLast,
      int dimensions,
      boolean inferred,
      int initializerFirst,
      int initializerLast,
      boolean arrayInitializer)
      implements StatementShape {}
}
