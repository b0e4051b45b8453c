package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Position;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What JShell proposes within the examples is proposed here too. */
class JShellCompletionTest extends WithLanguage {
  private static final Path EXAMPLES = Path.of("../../examples");
  private static final int POSITIONS_OF_A_DOCUMENT = 50;

  /**
   * What JShell proposes and we do not. Where code is not complete, it falls back to all names it
   * knows, even after a dot: {@code primes.g} has no member {@code goldbach}, which is the method
   * around it, nor {@code netscape}, which is a package, nor has any value a {@code long}. {@code
   * REPL} is its own, and the insides of the JDK are of no use. {@code dev.colight.document} is on
   * the class path of this test, which JShell sees and documents do not. That of JDK 25 takes an
   * exception for an annotation, and has the {@code clone} that every class inherits.
   */
  private static final Set<String> EXCEPTIONS =
      Set.of(
          "REPL",
          "LoggerFinder", // nested in System; known once JShell has gone through all of the JDK
          "jdk",
          "sun",
          "apple",
          "netscape",
          "goldbach",
          "document",
          "OverlappingFileLockException",
          "clone",
          "boolean",
          "byte",
          "char",
          "double",
          "float",
          "int",
          "long",
          "short");

  /** A place in the middle or at the end of a name. */
  private record Spot(Position position, String prefix) {}

  private static List<Spot> spots(Document document, int index) {
    List<Spot> spots = new ArrayList<>();
    List<Token> tokens = Tokenizer.tokenize(document.block(index).lines());
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.IDENTIFIER
          && token.text().length() > 1
          && !isDeclared(tokens.get(i - 1))) {
        boolean member = tokens.get(i - 1).is(".");
        int length = member ? 1 : 2;
        Position at =
            new Position(
                token.range().start().line() + document.startLine(index),
                token.range().start().column() + length);
        spots.add(new Spot(at, token.text().substring(0, length)));
      }
    }
    return spots;
  }

  /** A name that is being given needs no proposals; JShell has some all the same. */
  private static boolean isDeclared(Token before) {
    return before.kind() == Token.Kind.IDENTIFIER
        || before.text().matches("class|interface|enum|int|long|double|boolean|char|void|>+|]");
  }

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .filter(file -> file.toString().endsWith(".jsh") && !needsNetwork(file))
          .sorted()
          .toList();
    }
  }

  /** What asks for libraries may need a network, which tests have none of. */
  private static boolean needsNetwork(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.anyMatch(line -> line.startsWith("//DEPS "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void what_jshell_proposes_is_proposed_here(Path example) throws Exception {
    List<String> missing = new ArrayList<>();
    int compared = 0;
    try (EditedDocument document = new EditedDocument(language);
        JShellCompletion jshell = new JShellCompletion(language.imports().defaultImports())) {
      document.open(Files.readString(example));
      Document text = document.scene().document();
      for (int i = 0; i < text.size() && compared < POSITIONS_OF_A_DOCUMENT; i++) {
        if (text.block(i).kind() == BlockKind.CODE) {
          for (Spot spot : spots(text, i)) {
            if (compared++ >= POSITIONS_OF_A_DOCUMENT) {
              break;
            }
            Set<String> theirs = jshell.complete(before(text, i, spot.position));
            theirs.removeAll(EXCEPTIONS);
            theirs.removeIf(name -> !name.startsWith(spot.prefix));
            document.complete(spot.position).forEach(ours -> theirs.remove(ours.label()));
            if (!theirs.isEmpty()) {
              missing.add(
                  (spot.position.line() + 1) + ":" + (spot.position.column() + 1) + " " + theirs);
            }
          }
          jshell.take(String.join("\n", text.block(i).lines()));
        }
      }
    }
    int positions = compared;
    assertTrue(positions >= 10, () -> "only " + positions + " positions");
    assertEquals(List.of(), missing, () -> "at " + positions + " positions");
  }

  /** Returns the text of a block before a position of the document. */
  private static String before(Document document, int block, Position position) {
    StringBuilder text = new StringBuilder();
    for (int line = document.startLine(block); line <= position.line(); line++) {
      String written = document.text().line(line);
      text.append(
          line == position.line() ? written.substring(0, position.column()) : written + "\n");
    }
    return text.toString();
  }
}
