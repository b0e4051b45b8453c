package dev.colight.java.assist;

import dev.colight.java.compile.Member;
import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The declarations around a place whose ends are still to be written. Reads tokens alone, as nobody
 * else knows of what does not parse; a method that is being written may call itself all the same.
 */
final class OpenDeclarations {
  private static final Map<String, Member.Kind> TYPES =
      Map.of(
          "class", Member.Kind.CLASS,
          "interface", Member.Kind.INTERFACE,
          "enum", Member.Kind.ENUM,
          "record", Member.Kind.RECORD);

  private final List<Token> tokens;
  private final List<Type> types = new ArrayList<>();
  private final List<Method> methods = new ArrayList<>();

  /** A type, or a type parameter. */
  record Type(String name, Member.Kind kind) {}

  /** A method whose body is open. */
  record Method(String name, List<Member.Parameter> parameters, String type) {}

  private OpenDeclarations(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Reads the declarations that are open after some tokens. */
  static OpenDeclarations after(List<Token> tokens) {
    OpenDeclarations open = new OpenDeclarations(tokens);
    open.readHeader(tokens.size(), false);
    for (int at : Brackets.open(tokens)) {
      if (tokens.get(at).is("{")) {
        open.readHeader(at, true);
        open.readTypesWithin(at);
      }
    }
    return open;
  }

  List<Type> types() {
    return types;
  }

  List<Method> methods() {
    return methods;
  }

  /** Reads what stands before a brace, or before the place. */
  private void readHeader(int end, boolean body) {
    for (int i = startOfHeader(end); i < end; i++) {
      Member.Kind kind = TYPES.get(tokens.get(i).text());
      if (kind != null && isName(i + 1, end)) {
        types.add(new Type(tokens.get(i + 1).text(), kind));
        readTypeParameters(i + 2, end);
      } else if (!follows(i, Kind.IDENTIFIER) && !isBefore(i, ".")) {
        readTypeParameters(i, end);
      }
    }
    if (body) {
      readMethod(end);
    }
  }

  /**
   * Reads the types that are declared after a brace which is open, beside what is being written.
   */
  private void readTypesWithin(int brace) {
    int depth = 0;
    for (int i = brace + 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Member.Kind kind = TYPES.get(token.text());
      if (token.is("{")) {
        depth++;
      } else if (token.is("}")) {
        depth--;
      } else if (depth == 0 && kind != null && isName(i + 1, tokens.size())) {
        types.add(new Type(tokens.get(i + 1).text(), kind));
      }
    }
  }

  private int startOfHeader(int end) {
    int i = end;
    while (i > 0) {
      Token token = tokens.get(i - 1);
      if (token.is(")")) {
        i = Brackets.opening(tokens, i - 1);
        if (i < 0) {
          return 0;
        }
      } else if (token.is(";") || token.is("{") || token.is("}") || token.is("->")) {
        return i;
      } else {
        i--;
      }
    }
    return 0;
  }

  private boolean isName(int index, int end) {
    return index < end && tokens.get(index).kind() == Kind.IDENTIFIER;
  }

  private boolean follows(int index, Kind kind) {
    return index > 0 && tokens.get(index - 1).kind() == kind;
  }

  private boolean isBefore(int index, String text) {
    return index > 0 && tokens.get(index - 1).is(text);
  }

  /** Reads what stands between {@code <} and {@code >}, of which the latter may be missing. */
  private void readTypeParameters(int open, int end) {
    if (open >= end || !tokens.get(open).is("<")) {
      return;
    }
    int depth = 0;
    for (int i = open; i < end; i++) {
      Token token = tokens.get(i);
      if (token.is("<")) {
        depth++;
      } else if (token.kind() == Kind.OPERATOR && token.text().matches(">+")) {
        depth -= token.text().length();
      }
      if (depth <= 0) {
        return;
      }
      if (depth == 1 && (token.is("<") || token.is(",")) && isName(i + 1, end)) {
        types.add(new Type(tokens.get(i + 1).text(), Member.Kind.TYPE_PARAMETER));
      }
    }
  }

  /** Reads {@code type name(parameters) throws Exceptions} before a brace. */
  private void readMethod(int brace) {
    int last = brace - 1;
    for (int i = last; i > 0 && !tokens.get(i).is(")"); i--) {
      if (tokens.get(i).is("throws")) {
        last = i - 1;
      }
    }
    if (last < 0 || !tokens.get(last).is(")")) {
      return;
    }
    int name = Brackets.opening(tokens, last) - 1;
    if (name > 0 && isName(name, brace)) {
      int type = startOfType(name - 1);
      if (type >= 0) {
        methods.add(
            new Method(
                tokens.get(name).text(),
                Pretty.parameters(tokens, name, last),
                Pretty.text(tokens.subList(type, name))));
      }
    }
  }

  /** Returns where a type starts that ends at an index, or -1 where none does. */
  private int startOfType(int last) {
    int i = last;
    while (i > 0 && tokens.get(i).is("]")) {
      i -= 2;
    }
    if (i > 0 && tokens.get(i).text().matches(">+")) {
      i = Brackets.openingAngle(tokens, i) - 1;
    }
    if (i < 0 || !(tokens.get(i).kind() == Kind.IDENTIFIER || Context.isPrimitive(tokens.get(i)))) {
      return -1;
    }
    while (isBefore(i, ".") && i > 1) {
      i -= 2;
    }
    return i;
  }
}
