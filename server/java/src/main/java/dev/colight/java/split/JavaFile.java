package dev.colight.java.split;

import dev.colight.text.Text;
import java.util.List;

/** Tells which {@code .java} files are documents. */
public final class JavaFile {
  private static final String SUFFIX = ".java";

  /** The pragma with which a file says that it is live. */
  private static final String LIVE = "live";

  private JavaFile() {}

  /** Tells whether a document is a {@code .java} file, by its name. */
  public static boolean isNamed(String uri) {
    return uri.endsWith(SUFFIX);
  }

  /** Tells whether a text has a {@code main} that can be run. */
  public static boolean isProgram(String text) {
    return text.contains("main") && MainMethod.isIn(lines(text));
  }

  /** Tells whether a text is one of a document: it can be run, or says that it is live. */
  public static boolean isDocument(String text) {
    return isProgram(text) || isMarkedLive(lines(text));
  }

  /** Tells whether lines say {@code // | live} above its first type or method. */
  public static boolean isMarkedLive(List<String> lines) {
    if (lines.stream().noneMatch(line -> line.contains(LIVE))) {
      return false;
    }
    Lexer lexer = new Lexer(lines);
    while (lexer.next() && lexer.first() != '{') {
      if (lexer.kind() == Token.Kind.COMMENT
          && Comments.pragmas(lexer.tokenText()).contains(LIVE)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> lines(String text) {
    return Text.of(text).lines();
  }
}
