package dev.colight.java.split;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code main} with which a program begins.
 *
 * @param name index of the token {@code main}
 * @param isStatic whether it needs no object
 * @param parameter index of the name of its parameter, or -1 where it has none
 * @param type index of the name of the type that declares it, or -1 where none does
 */
public record MainMethod(int name, boolean isStatic, int parameter, int type) {
  /**
   * Finds it among the tokens of a program, or of the lines that begin it; null if it is not there.
   */
  public static @Nullable MainMethod find(List<Token> code) {
    TokenRun tokens = new TokenRun(code);
    Program program = Program.find(tokens);
    if (program == null) {
      return null;
    }
    boolean isStatic = isStatic(tokens, program);
    int name = program.main().name();
    int parameter = -1;
    for (int i = name + 2; i < tokens.partner(name + 1); i++) {
      parameter = tokens.isIdentifier(i) ? i : parameter;
    }
    Program.TypeAt type = program.type();
    return new MainMethod(name, isStatic, parameter, type == null ? -1 : type.keyword() + 1);
  }

  private static boolean isStatic(TokenRun tokens, Program program) {
    for (int i = program.main().first(); i < program.main().name(); i++) {
      if (tokens.is(i, "static")) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether lines are those of a program, which {@code java} can run. */
  public static boolean isIn(List<String> lines) {
    return find(Tokenizer.tokenize(lines)) != null;
  }
}
