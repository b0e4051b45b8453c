package dev.colight.java.assist;

import dev.colight.java.compile.Member;
import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Range;
import dev.colight.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Finds what a source file declares, and the comments before that. Reads tokens alone: that is
 * fast, and good enough for code that compiles.
 */
final class SourceDeclarations {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");
  private final List<Declaration> found = new ArrayList<>();
  private final List<Token> tokens = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private final Deque<String> types = new ArrayDeque<>();
  private int at;

  /**
   * Something that is declared.
   *
   * @param owner the type, or what declares a member: names joined by dollars
   * @param name its name
   * @param parameters of a method
   * @param erased types of the parameters without type arguments
   * @param comment what stands before it, or nothing
   * @param range where its name stands
   */
  record Declaration(
      String owner,
      String name,
      boolean isType,
      boolean isMethod,
      List<Member.Parameter> parameters,
      List<String> erased,
      String comment,
      Range range) {}

  private SourceDeclarations(String text) {
    String pending = "";
    for (Token token : Tokenizer.tokenizeWithComments(Text.of(text).lines())) {
      if (token.kind() == Kind.COMMENT) {
        pending = token.text().startsWith("/**") ? token.text() : pending;
      } else {
        tokens.add(token);
        comments.add(pending);
        pending = "";
      }
    }
  }

  static List<Declaration> read(String text) {
    SourceDeclarations reader = new SourceDeclarations(text);
    reader.members();
    return List.copyOf(reader.found);
  }

  /** Reads declarations up to the end of the type, or of the file. */
  private void members() {
    String comment = "";
    int start = at;
    while (at < tokens.size() && !tokens.get(at).is("}")) {
      comment = comments.get(at).isEmpty() ? comment : comments.get(at);
      Token token = tokens.get(at);
      boolean typeName =
          TYPES.contains(token.text())
              && at + 1 < tokens.size()
              && tokens.get(at + 1).kind() == Kind.IDENTIFIER
              && (at == start || !tokens.get(at - 1).is("."))
              && !(at + 2 < tokens.size() && tokens.get(at + 2).is("=")); // a field named record
      if (typeName) {
        type(comment);
      } else if (token.is("(") && at > start && tokens.get(at - 1).kind() == Kind.IDENTIFIER) {
        if (isAnnotation()) {
          skip("(", ")");
          continue;
        }
        method(tokens.get(at - 1), comment);
      } else if ((token.is("=") || token.is(";") || token.is(","))
          && at > start
          && tokens.get(at - 1).kind() == Kind.IDENTIFIER) {
        add(tokens.get(at - 1), false, List.of(), List.of(), comment);
        if (!token.is(",")) {
          skipStatement();
        } else {
          at++;
        }
      } else if (token.is("{")) {
        skip("{", "}");
      } else if (token.is("<")) {
        skipAngles();
        continue;
      } else {
        at++;
        if (!token.is(";")) {
          continue;
        }
      }
      comment = "";
      start = at;
    }
  }

  private boolean isAnnotation() {
    int i = at - 1;
    while (i >= 2 && tokens.get(i - 1).is(".")) {
      i -= 2;
    }
    return i >= 1 && tokens.get(i - 1).is("@");
  }

  private void type(String comment) {
    boolean isEnum = tokens.get(at).is("enum");
    String name = tokens.get(at + 1).text();
    String owner = types.isEmpty() ? name : types.peek() + "$" + name;
    Range range = tokens.get(at + 1).range();
    found.add(new Declaration(owner, name, true, false, List.of(), List.of(), comment, range));
    at += 2;
    while (at < tokens.size() && !tokens.get(at).is("{")) {
      at++;
    }
    at++;
    types.push(owner);
    if (isEnum) {
      constants();
    }
    members();
    types.pop();
    at++;
  }

  private void constants() {
    while (at < tokens.size() && !tokens.get(at).is(";") && !tokens.get(at).is("}")) {
      if (tokens.get(at).kind() == Kind.IDENTIFIER) {
        add(tokens.get(at), false, List.of(), List.of(), comments.get(at));
        at++;
        if (at < tokens.size() && tokens.get(at).is("(")) {
          skip("(", ")");
        }
        if (at < tokens.size() && tokens.get(at).is("{")) {
          skip("{", "}");
        }
      } else {
        at++;
      }
    }
    at += at < tokens.size() && tokens.get(at).is(";") ? 1 : 0;
  }

  private void method(Token name, String comment) {
    int open = at;
    skip("(", ")");
    List<Member.Parameter> parameters = new ArrayList<>();
    List<String> erased = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    int depth = 0;
    for (Token token : tokens.subList(open + 1, Math.max(open + 1, at))) {
      boolean ends = depth == 0 && (token.is(",") || token.is(")"));
      if (ends && !current.isEmpty()) {
        parameters.add(new Member.Parameter("", current.get(current.size() - 1).text()));
        erased.add(erasure(current));
        current.clear();
      } else if (!ends) {
        current.add(token);
      }
      depth += token.is("<") || token.is("(") ? 1 : 0;
      depth -= token.text().matches(">+") ? token.text().length() : token.is(")") ? 1 : 0;
    }
    add(name, true, parameters, erased, comment);
    while (at < tokens.size() && !tokens.get(at).is("{") && !tokens.get(at).is(";")) {
      at++;
    }
    if (at < tokens.size() && tokens.get(at).is("{")) {
      skip("{", "}");
    } else {
      at++;
    }
  }

  /** Returns the type of a parameter without type arguments, modifiers and annotations. */
  private static String erasure(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    int depth = 0;
    for (Token token : tokens.subList(0, tokens.size() - 1)) {
      depth += token.is("<") ? 1 : 0;
      if (depth == 0) {
        boolean word = token.kind() == Kind.IDENTIFIER || token.kind() == Kind.KEYWORD;
        if (word && !token.is("final")) {
          text.setLength(0);
          text.append(token.text());
        } else if (token.is("[")) {
          text.append("[]");
        } else if (token.is("...")) {
          text.append("[]");
        }
      }
      depth -= token.text().matches(">+") ? token.text().length() : 0;
    }
    return text.toString();
  }

  private void add(
      Token name,
      boolean method,
      List<Member.Parameter> parameters,
      List<String> erased,
      String comment) {
    String type = types.peek();
    if (type != null) {
      found.add(
          new Declaration(
              type, name.text(), false, method, parameters, erased, comment, name.range()));
    }
  }

  private void skip(String open, String close) {
    int depth = 0;
    for (; at < tokens.size(); at++) {
      depth += tokens.get(at).is(open) ? 1 : tokens.get(at).is(close) ? -1 : 0;
      if (depth == 0) {
        at++;
        return;
      }
    }
  }

  private void skipAngles() {
    int depth = 0;
    for (; at < tokens.size(); at++) {
      String text = tokens.get(at).text();
      depth += text.equals("<") ? 1 : text.matches(">+") ? -text.length() : 0;
      if (depth <= 0) {
        at++;
        return;
      }
    }
  }

  private void skipStatement() {
    while (at < tokens.size() && !tokens.get(at).is(";")) {
      if (tokens.get(at).is("{")) {
        skip("{", "}");
      } else if (tokens.get(at).is("(")) {
        skip("(", ")");
      } else {
        at++;
      }
    }
    at++;
  }
}
