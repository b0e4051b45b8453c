package dev.colight.java.split;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the program of a {@code .java} file stands in its tokens: the first {@code main} of the
 * file itself, or of one of its types.
 *
 * @param type the type that declares it; null where the file is a compact one
 * @param main the method
 */
record Program(@Nullable TypeAt type, MainAt main) {
  /**
   * A type at top level.
   *
   * @param first first token, modifiers included
   * @param keyword the token {@code class} or alike
   * @param open its opening brace
   * @param close its closing brace, or the number of tokens where it is not closed
   */
  record TypeAt(int first, int keyword, int open, int close) {}

  /**
   * A method {@code main}.
   *
   * @param first first token, modifiers included
   * @param name the token {@code main}
   * @param open its opening brace
   * @param close its closing brace, or the number of tokens where it is not closed
   */
  record MainAt(int first, int name, int open, int close) {}

  /** Finds the program; null where there is none. */
  static @Nullable Program find(TokenRun tokens) {
    Headers headers = new Headers(tokens);
    List<TypeAt> types = new ArrayList<>();
    MainAt compact = scan(tokens, headers, 0, tokens.size(), types);
    if (compact != null) {
      return new Program(null, compact);
    }
    for (TypeAt type : types) {
      MainAt main = scan(tokens, headers, type.open + 1, type.close, new ArrayList<>());
      if (main != null) {
        return new Program(type, main);
      }
    }
    return tokens.hasBad(0, tokens.size()) ? byIndentation(tokens, headers) : null;
  }

  /**
   * Returns the {@code main} among members, and adds the types that stand before it: one that takes
   * arguments before one that does not, as {@code java} has it.
   */
  private static @Nullable MainAt scan(
      TokenRun tokens, Headers headers, int from, int to, List<TypeAt> types) {
    MainAt plain = null;
    int i = from;
    while (i < to) {
      int declared = headers.skipModifiers(i);
      MainAt main = mainAt(tokens, headers, i, declared);
      if (main != null && !tokens.is(main.name + 2, ")")) {
        return main;
      }
      plain = plain == null ? main : plain;
      if (declared < to && headers.startsTypeDeclaration(declared)) {
        int open = headers.skipTypeHeader(declared);
        if (tokens.is(open, "{")) {
          int close = end(tokens, open);
          types.add(new TypeAt(i, declared, open, close));
          i = close + 1;
          continue;
        }
      }
      i = tokens.isOpener(i) && tokens.hasPartner(i) ? tokens.partner(i) + 1 : i + 1;
    }
    return plain;
  }

  private static @Nullable MainAt mainAt(TokenRun tokens, Headers headers, int first, int at) {
    boolean named =
        tokens.is(at, "void") && tokens.is(at + 1, "main") && tokens.isPaired(at + 2, "(");
    if (!named || !areArguments(tokens, at + 3, tokens.partner(at + 2))) {
      return null;
    }
    int open = tokens.partner(at + 2) + 1;
    if (tokens.is(open, "throws")) {
      open = headers.skipTypes(open + 1);
    }
    return tokens.is(open, "{") ? new MainAt(first, at + 1, open, end(tokens, open)) : null;
  }

  private static boolean areArguments(TokenRun tokens, int from, int to) {
    boolean strings = false;
    boolean arrays = false;
    for (int i = from; i < to; i++) {
      if (tokens.is(i, ",")) {
        return false;
      }
      strings |= tokens.is(i, "String");
      arrays |= tokens.is(i, "[") || tokens.is(i, "...");
    }
    return from == to || (strings && arrays);
  }

  private static int end(TokenRun tokens, int open) {
    return tokens.hasPartner(open) ? tokens.partner(open) : tokens.size();
  }

  /** Finds the program of a text whose brackets do not match: the outermost {@code main}. */
  private static @Nullable Program byIndentation(TokenRun tokens, Headers headers) {
    MainAt main = null;
    TypeAt type = null;
    List<TypeAt> around = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.startsLine(i)) {
        continue;
      }
      int declared = headers.skipModifiers(i);
      if (declared < tokens.size() && headers.startsTypeDeclaration(declared)) {
        int open = headers.skipTypeHeader(declared);
        if (tokens.is(open, "{")) {
          around.add(new TypeAt(i, declared, open, end(tokens, open)));
        }
      }
      MainAt found = mainAt(tokens, headers, i, declared);
      if (found != null && (main == null || tokens.indent(i) < tokens.indent(main.first))) {
        main = found;
        type = enclosing(tokens, around, i);
      }
    }
    return main == null ? null : new Program(type, main);
  }

  private static @Nullable TypeAt enclosing(TokenRun tokens, List<TypeAt> above, int main) {
    for (int i = above.size() - 1; i >= 0; i--) {
      if (tokens.indent(above.get(i).first) == 0 && tokens.indent(main) > 0) {
        return above.get(i);
      }
    }
    return null;
  }
}
