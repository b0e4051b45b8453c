package dev.colight.java.analysis;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParseException;
import com.github.javaparser.ParseResult;
import com.github.javaparser.ParseStart;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.Problem;
import com.github.javaparser.Providers;
import com.github.javaparser.ast.Node;
import dev.colight.java.split.Token;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Parses snippets with JavaParser. */
final class SnippetParser {
  private static final ParserConfiguration CONFIGURATION = configuration();

  /** One for each thread: it takes longer to make one than to parse a short snippet. */
  private static final ThreadLocal<JavaParser> PARSERS =
      ThreadLocal.withInitial(() -> new JavaParser(CONFIGURATION));

  /** What parsing gave. */
  sealed interface Parsed<N> {}

  record Tree<N>(N root) implements Parsed<N> {}

  /** JavaParser reached the end and wanted more: whatever the language level, this is no Java. */
  record Incomplete<N>() implements Parsed<N> {}

  /** JavaParser does not understand it; a compiler may. */
  record NotUnderstood<N>() implements Parsed<N> {}

  private static ParserConfiguration configuration() {
    ParserConfiguration configuration =
        new ParserConfiguration()
            .setLanguageLevel(ParserConfiguration.LanguageLevel.BLEEDING_EDGE)
            .setStoreTokens(false)
            .setAttributeComments(false);
    // They validate and rewrite trees, and find comments: the compiler validates, and better.
    configuration.getProcessors().clear();
    return configuration;
  }

  /**
   * Parses some tokens.
   *
   * @param text of them, as {@link #text} returns it
   */
  <N extends Node> Parsed<N> parse(ParseStart<N> start, List<Token> tokens, String text) {
    if (Nesting.isTooDeep(tokens)) {
      return new NotUnderstood<>();
    }
    ParseResult<N> result;
    try {
      result = PARSERS.get().parse(start, Providers.provider(text));
    } catch (StackOverflowError | RuntimeException e) {
      // Code that is nested in a way that Nesting does not know, or a defect of the parser: both
      // are as good as a syntax that it does not know. It may have been left in any state.
      PARSERS.remove();
      return new NotUnderstood<>();
    }
    if (result.isSuccessful() && result.getResult().isPresent()) {
      return new Tree<>(result.getResult().get());
    }
    // It recovers from errors in a way that may lead to others at the end, so all must be there.
    return result.getProblems().stream().allMatch(SnippetParser::isAtEnd)
        ? new Incomplete<>()
        : new NotUnderstood<>();
  }

  /**
   * Returns the text to parse. Literals hold no names: there is one of each kind in their place,
   * which parses faster, and is the same where only literals differ.
   */
  static String text(List<Token> tokens) {
    StringBuilder text = new StringBuilder();
    for (Token token : tokens) {
      text.append(source(token)).append('\n');
    }
    return text.toString();
  }

  private static String source(Token token) {
    return switch (token.kind()) {
      case STRING, TEXT_BLOCK -> "\"\"";
      case CHARACTER -> "' '";
      case NUMBER -> isPlainNumber(token.text()) ? "0" : token.text();
      default -> token.text();
    };
  }

  /** Whether what other numbers look like is right is for the parser to say. */
  private static boolean isPlainNumber(String text) {
    boolean point = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' && i > 0 && i < text.length() - 1 && !point) {
        point = true;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return point || text.charAt(0) != '0';
  }

  private static boolean isAtEnd(Problem problem) {
    return problem.getCause().map(SnippetParser::unexpected).map(String::isEmpty).orElse(false);
  }

  /** Returns the text of the token that the parser stumbled over, empty for the end of the text. */
  private static @Nullable String unexpected(Throwable cause) {
    return cause instanceof ParseException failure
            && failure.currentToken != null
            && failure.currentToken.next != null
        ? Objects.requireNonNullElse(failure.currentToken.next.image, "")
        : null;
  }
}
