package dev.colight.java.split;

import dev.colight.java.split.Snippet.Kind;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds the end and the kind of one top-level statement, declaration or expression. Brackets are
 * jumped over, and the statements that wait for one within them to end are a stack of {@link
 * Frame}s rather than of calls, so that nothing nests too deep.
 */
final class StatementScan {
  /** A statement that waits for the one within it to end. */
  private enum Frame {
    /** May go on with {@code else}. */
    IF,
    /** Must go on with {@code while}. */
    DO
  }

  private final TokenRun tokens;
  private final Headers headers;
  private final LineBreaks breaks;
  private final int start;
  private final int end;
  private final Deque<Frame> frames = new ArrayDeque<>();

  /** First token of the innermost statement that is being read. */
  private int leafStart;

  private Kind kind = Kind.STATEMENT;
  private boolean broken;

  /** Scans the snippet whose first token has an index. */
  StatementScan(TokenRun tokens, int start) {
    this.tokens = tokens;
    this.headers = new Headers(tokens);
    this.breaks = new LineBreaks(tokens, headers);
    this.start = start;
    this.end = statement();
  }

  int end() {
    return end;
  }

  Kind kind() {
    return broken || tokens.hasBad(start, end) ? Kind.BROKEN : kind;
  }

  private int statement() {
    int i = enter(start);
    boolean nested = i > start;
    while (!broken) {
      i = leave(leaf(i));
      if (!tokens.isKeyword(i) || !tokens.is(i, "else") || frames.isEmpty()) {
        break;
      }
      frames.pop();
      i = enter(i + 1);
    }
    if (nested) {
      kind = Kind.STATEMENT;
    }
    return i;
  }

  /** Goes over labels and headers to the statement within. */
  private int enter(int from) {
    int i = from;
    while (i < tokens.size() && !(i > start && isMissing(i))) {
      int body = header(i);
      if (body == i || broken) {
        return body;
      }
      i = body;
    }
    return broken(i);
  }

  private int header(int i) {
    if (tokens.isIdentifier(i)) {
      return tokens.is(i + 1, ":") && tokens.sameLine(i + 1) ? i + 2 : i;
    }
    return switch (tokens.get(i).text()) {
      case "if" -> {
        frames.push(Frame.IF);
        yield group(i + 1, "(");
      }
      case "for", "while" -> group(i + 1, "(");
      case "do" -> {
        frames.push(Frame.DO);
        yield i + 1;
      }
      default -> i;
    };
  }

  /** Tells whether the statement that a header asks for is not there yet. */
  private boolean isMissing(int i) {
    if (tokens.isCloser(i)) {
      return true;
    }
    return tokens.startsLine(i)
        && tokens.indent(i) <= tokens.indent(start)
        && (tokens.is(i, "import")
            || headers.startsTypeDeclaration(headers.skipModifiers(i))
            || headers.startsVariableOrMethod(i));
  }

  /** Ends the statements that end with the one within them; stops before an {@code else}. */
  private int leave(int from) {
    int i = from;
    while (!broken && !frames.isEmpty()) {
      if (frames.peek() == Frame.IF && tokens.is(i, "else")) {
        return i;
      }
      if (frames.pop() == Frame.DO) {
        i = tokens.is(i, "while") ? group(i + 1, "(") : broken(i);
        i += !broken && tokens.is(i, ";") ? 1 : 0;
      }
    }
    return i;
  }

  /** Reads a statement that is no frame for another one. */
  private int leaf(int i) {
    leafStart = i;
    Token token = tokens.get(i);
    if (token.kind() == Token.Kind.KEYWORD) {
      return keyword(i);
    }
    if (token.kind() == Token.Kind.OPERATOR) {
      if (token.is(";")) {
        kind = Kind.EMPTY;
        return i + 1;
      }
      if (token.is("{")) {
        return group(i, "{");
      }
      if (tokens.isCloser(i)) {
        return strayClosers(i);
      }
    }
    return declaration(i);
  }

  private int keyword(int i) {
    return switch (tokens.get(i).text()) {
      case "import" -> {
        kind = Kind.IMPORT;
        yield qualifiedName(i + 1);
      }
      case "package" -> {
        kind = Kind.PACKAGE;
        yield qualifiedName(i + 1);
      }
      case "return" -> {
        kind = Kind.RETURN;
        yield expression(i + 1);
      }
      case "throw", "assert", "break", "continue" -> expression(i + 1);
      case "try" -> tryStatement(i);
      case "switch" -> switchStatement(i);
      case "synchronized" -> tokens.is(i + 1, "(") ? headed(i + 1) : declaration(i);
      case "else", "catch", "finally", "case" -> broken(recover(i + 1));
      default -> declaration(i);
    };
  }

  private int strayClosers(int from) {
    int i = from + 1;
    while (tokens.sameLine(i) && (tokens.isCloser(i) || tokens.is(i, ";"))) {
      i++;
    }
    return broken(i);
  }

  private int qualifiedName(int from) {
    int i = from;
    for (; i < tokens.size(); i++) {
      boolean complete = tokens.is(i - 1, "*") || tokens.isIdentifier(i - 1);
      if (tokens.is(i, ";")) {
        return i + 1;
      }
      if (tokens.startsLine(i) && (complete ? !tokens.is(i, ".") : breaks.startsAfresh(i))) {
        return complete ? i : broken(i);
      }
      boolean part = tokens.is(i, ".") || tokens.is(i, "*") || tokens.is(i, "static");
      if (!part && !tokens.isIdentifier(i)) {
        return broken(recover(i));
      }
    }
    return tokens.is(i - 1, "*") || tokens.isIdentifier(i - 1) ? i : broken(i);
  }

  private int tryStatement(int keyword) {
    int i = keyword + 1;
    boolean resources = tokens.is(i, "(");
    i = resources ? headed(i) : group(i, "{");
    boolean handled = resources;
    while (!broken && tokens.is(i, "catch")) {
      i = headed(i + 1);
      handled = true;
    }
    if (!broken && tokens.is(i, "finally")) {
      i = group(i + 1, "{");
      handled = true;
    }
    return handled ? i : broken(i);
  }

  private int switchStatement(int keyword) {
    int i = headed(keyword + 1);
    if (broken) {
      return i;
    }
    boolean continued = i < tokens.size() && breaks.continuesSwitch(i);
    if (continued || new SwitchValue(tokens).exists(tokens.partner(i - 1))) {
      kind = Kind.EXPRESSION;
    }
    return continued ? expression(i) : i;
  }

  /** Reads parentheses and a block. */
  private int headed(int i) {
    int block = group(i, "(");
    return broken ? block : group(block, "{");
  }

  /** Reads a pair of brackets with what is in it. */
  private int group(int i, String opener) {
    return tokens.isPaired(i, opener) ? tokens.partner(i) + 1 : broken(recover(i));
  }

  private int declaration(int from) {
    int i = headers.skipModifiers(from);
    if (headers.startsTypeDeclaration(i)) {
      kind = Kind.TYPE;
      return typeDeclaration(i);
    }
    boolean declares = i > from;
    if (declares && tokens.is(i, "{")) {
      return group(i, "{");
    }
    int type = i;
    if (tokens.is(i, "<")) {
      declares = true;
      type = tokens.afterAngles(i);
    }
    int name = type == Headers.NONE ? Headers.NONE : headers.skipType(type);
    if (name != Headers.NONE
        && tokens.isIdentifier(name)
        && (declares || tokens.sameLine(name) || !tokens.isIdentifier(name - 1))) {
      return tokens.is(name + 1, "(") && tokens.sameLine(name + 1)
          ? method(name + 1)
          : variable(name + 1);
    }
    if (type != Headers.NONE && isConstructor(type)) {
      return method(type + 1);
    }
    kind = Kind.EXPRESSION;
    broken = declares;
    return expression(i);
  }

  /** Tells whether a method without a return type starts at an index. */
  private boolean isConstructor(int i) {
    if (!tokens.isIdentifier(i) || !tokens.isPaired(i + 1, "(")) {
      return false;
    }
    int after = tokens.partner(i + 1) + 1;
    return tokens.sameLine(after) && (tokens.is(after, "{") || tokens.is(after, "throws"));
  }

  private int variable(int afterName) {
    kind = Kind.VARIABLE;
    return expression(afterName);
  }

  private int method(int parameters) {
    kind = Kind.METHOD;
    int i = group(parameters, "(");
    if (broken) {
      return i;
    }
    i = headers.skipDimensions(i);
    if (tokens.is(i, "throws")) {
      i = headers.skipTypes(i + 1);
    }
    if (tokens.is(i, "{")) {
      return group(i, "{");
    }
    return tokens.is(i, ";") ? i + 1 : broken(recover(i));
  }

  private int typeDeclaration(int keyword) {
    int i = headers.skipTypeHeader(keyword);
    return tokens.is(i, "{") ? group(i, "{") : broken(recover(i));
  }

  /** Reads to the end of an expression, or of a declaration from after its name on. */
  private int expression(int from) {
    int i = from;
    while (i < tokens.size()) {
      if (i > leafStart && tokens.startsLine(i)) {
        if (breaks.canEndBefore(i)) {
          if (!breaks.continues(i, leafStart)) {
            return i;
          }
        } else if (breaks.startsAfresh(i)) {
          return broken(i);
        }
      }
      if (tokens.is(i, ";")) {
        return i + 1;
      }
      if (tokens.isOpener(i)) {
        if (!tokens.hasPartner(i)) {
          return broken(recover(i));
        }
        i = tokens.partner(i) + 1;
      } else if (tokens.isCloser(i) && i > start && tokens.startsLine(i)) {
        return broken(i);
      } else {
        i++;
      }
    }
    return breaks.canEndBefore(i) ? i : broken(i);
  }

  private int broken(int to) {
    broken = true;
    return to;
  }

  /**
   * Finds where a broken snippet ends. What is behind an opening bracket that is never closed does
   * not run by itself only because it is behind a {@code ;}.
   */
  private int recover(int from) {
    boolean unclosed = false;
    int i = from;
    while (i < tokens.size()) {
      if (i > start
          && tokens.startsLine(i)
          && tokens.indent(i) <= tokens.indent(start)
          && !tokens.isCloser(i)
          && !breaks.continues(i, start)) {
        return i;
      }
      if (tokens.is(i, ";") && !unclosed) {
        return i + 1;
      }
      boolean opener = tokens.isOpener(i);
      unclosed |= opener && !tokens.hasPartner(i);
      i = opener && tokens.hasPartner(i) ? tokens.partner(i) + 1 : i + 1;
    }
    return i;
  }
}
