package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text that is no Java and was not meant to be.
 *
 * @param message what to do about it
 * @param tokens number of tokens that it is about
 * @param whole whether nothing below it in the block is Java either
 */
record ForeignText(String message, int tokens, boolean whole) {
  private static final Set<String> DEPENDENCY_MAGICS =
      Set.of("maven", "mavenRepo", "loadFromPOM", "addMavenDependency", "classpath", "jars", "dep");

  /** Several words in a row, as no Java has them; a list's or a heading's mark may come first. */
  private static final Pattern PROSE =
      Pattern.compile(
          "(?!.*\\binstanceof\\b)\\s*(?:[-*>]+\\s+|#+\\s+|\\d+[.)]\\s+)?[\"'(*_`]*\\p{L}[\\p{L}'’`*_-]*"
              + "(?:[,:;]?\\s+[\"'(*_`]*[\\p{L}\\d][\\p{L}\\d'’`*_)-]*){3,}\\b.*");

  private static final Pattern MARKUP = Pattern.compile("\\s*(?:#{1,6}\\s+\\S.*|```.*|~~~.*)");

  /** Recognises text, by its first tokens, that is surely no Java. */
  static @Nullable ForeignText certain(List<Token> tokens) {
    Token first = tokens.get(0);
    if (first.is("package")) {
      int end = TokenScan.nextAtDepth0(tokens, 0, Set.of(";")) + 1;
      return new ForeignText(
          "a live document has no package; remove this line", Math.min(end, tokens.size()), false);
    }
    if (first.is("%")) {
      return magic(tokens, TokenScan.is(tokens, 1, "%") ? 2 : 1);
    }
    if (first.is("/") && isCommand(tokens)) {
      return new ForeignText(
          "`/" + tokens.get(1).text() + "` is a command of the jshell tool, not Java",
          tokensOfLine(tokens, 0),
          false);
    }
    boolean operands = TokenScan.is(tokens, 2, "-") || TokenScan.is(tokens, 2, "/");
    return first.is("!") && isCommand(tokens) && operands && onOneLine(tokens, 2)
        ? magic(tokens, 1)
        : null;
  }

  /** Recognises text that may be Java, but does not parse. */
  static @Nullable ForeignText likely(List<String> lines, List<Token> tokens) {
    boolean arguments = isCommand(tokens) && onOneLine(tokens, 2);
    if (tokens.get(0).is("!") && arguments && TokenScan.isWord(tokens.get(2))) {
      return magic(tokens, 1);
    }
    if (TypeHeader.nameIndex(tokens, 0) >= 0) {
      return null;
    }
    int end = 0;
    while (end < tokens.size() && isProse(lines, tokens, end)) {
      end += tokensOfLine(tokens, end);
    }
    return end == 0
        ? null
        : new ForeignText("this looks like prose: put it into a comment", end, false);
  }

  private static ForeignText magic(List<Token> tokens, int nameIndex) {
    String mark = CanonicalText.compact(tokens.subList(0, Math.min(nameIndex, tokens.size())));
    String name = nameIndex < tokens.size() ? tokens.get(nameIndex).text() : "";
    String message = "`" + mark + name + "` is a notebook magic, not Java";
    boolean dependency = mark.equals("%") && DEPENDENCY_MAGICS.contains(name);
    return new ForeignText(
        dependency ? message + "; use //DEPS group:artifact:version" : message,
        tokensOfLine(tokens, 0),
        mark.equals("%%") && nameIndex < tokensOfLine(tokens, 0));
  }

  private static boolean isProse(List<String> lines, List<Token> tokens, int at) {
    Token first = tokens.get(at);
    int line = first.range().start().line();
    boolean startsLine =
        line < lines.size()
            && lines.get(line).substring(0, first.range().start().column()).isBlank();
    if (!startsLine || first.kind() == Token.Kind.KEYWORD) {
      return false;
    }
    String text = lines.get(line);
    boolean code = text.endsWith(";") || text.endsWith("{") || text.endsWith("}");
    return MARKUP.matcher(text).matches() || (!code && PROSE.matcher(text).matches());
  }

  /** Returns the number of tokens from an index on that start on the same line. */
  private static int tokensOfLine(List<Token> tokens, int from) {
    int line = tokens.get(from).range().start().line();
    int end = from;
    while (end < tokens.size() && tokens.get(end).range().start().line() == line) {
      end++;
    }
    return end - from;
  }

  /** Tells whether a word follows the first character, as in {@code !ls} and {@code /open}. */
  private static boolean isCommand(List<Token> tokens) {
    return tokens.size() > 1
        && TokenScan.isWord(tokens.get(1))
        && tokens.get(0).range().end().equals(tokens.get(1).range().start());
  }

  private static boolean onOneLine(List<Token> tokens, int last) {
    return tokensOfLine(tokens, 0) > last;
  }
}
