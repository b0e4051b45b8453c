package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockKind;
import dev.colight.document.BlockSpan;
import dev.colight.text.Position;
import dev.colight.text.Text;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Splitting never fails, and nothing is lost, whatever the text. */
final class AnyTextSplitsTest {
  private static void check(String source) {
    Text text = Text.of(source);
    int line = 0;
    for (BlockSpan block : new JavaSplitter().split(text, 0, start -> false)) {
      assertBlank(text, line, block.startLine());
      assertTrue(block.startLine() < block.endLine(), source);
      assertTrue(block.lookahead() > 0, source);
      assertTrue(!isBlank(text.line(block.startLine())), source);
      assertTrue(!isBlank(text.line(block.endLine() - 1)), source);
      line = block.endLine();
      List<String> lines = text.lines(block.startLine(), block.endLine());
      List<Token> tokens = Tokenizer.tokenize(lines);
      checkTokens(lines, Tokenizer.tokenizeWithComments(lines));
      checkSnippets(tokens);
      assertTrue(block.kind() == BlockKind.CODE || tokens.isEmpty(), source);
    }
    assertBlank(text, line, text.lineCount());
  }

  private static void assertBlank(Text text, int from, int to) {
    for (int i = from; i < to; i++) {
      assertTrue(isBlank(text.line(i)), text::toString);
    }
  }

  /** Between tokens there is nothing but white space, and each has the text of its range. */
  private static void checkTokens(List<String> lines, List<Token> tokens) {
    String source = String.join("\n", lines);
    int[] offsets = new int[lines.size()];
    for (int i = 1; i < offsets.length; i++) {
      offsets[i] = offsets[i - 1] + lines.get(i - 1).length() + 1;
    }
    int read = 0;
    for (Token token : tokens) {
      Position start = token.range().start();
      Position end = token.range().end();
      int from = offsets[start.line()] + start.column();
      int to = offsets[end.line()] + end.column();
      assertTrue(isBlank(source.substring(read, from)), source);
      assertEquals(source.substring(from, to), token.text());
      assertTrue(from < to, source);
      read = to;
    }
    assertTrue(isBlank(source.substring(read)), source);
  }

  /** White space to Java; a byte order mark counts as well. */
  private static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (" \t\f\n\uFEFF".indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static void checkSnippets(List<Token> tokens) {
    int next = 0;
    for (Snippet snippet : SnippetSplitter.split(tokens)) {
      assertEquals(next, snippet.firstToken());
      assertTrue(snippet.endToken() > next);
      next = snippet.endToken();
    }
    assertEquals(tokens.size(), next);
  }

  @ParameterizedTest
  @FieldSource("dev.colight.java.split.Documents#NAMES")
  void every_prefix_of_a_document(String name) {
    String source = Documents.read(name).toString();
    for (int i = 0; i <= source.length(); i++) {
      check(source.substring(0, i));
    }
  }

  @ParameterizedTest
  @FieldSource("dev.colight.java.split.Documents#NAMES")
  void every_deletion_of_one_character(String name) {
    String source = Documents.read(name).toString();
    for (int i = 0; i < source.length(); i++) {
      check(source.substring(0, i) + source.substring(i + 1));
    }
  }

  @Test
  void any_sequence_of_characters() {
    Random random = new Random(1);
    String alphabet = " \n\n\t(){}[];\"'\\/*.,=<>+-:?@#%`ax0_u é👍" + "\uD83D\u00A0\uFEFF\u0000";
    for (int i = 0; i < 3_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int length = random.nextInt(120); length > 0; length--) {
        source.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      check(source.toString());
    }
  }

  @Test
  void any_sequence_of_words() {
    Random random = new Random(2);
    List<String> words =
        List.of(
            "if",
            "else",
            "do",
            "while",
            "for",
            "try",
            "catch",
            "finally",
            "switch",
            "case",
            "return",
            "class",
            "record",
            "sealed",
            "non-sealed",
            "interface",
            "@",
            "import",
            "new",
            "int",
            "var",
            "x",
            "Foo",
            "(",
            ")",
            "{",
            "}",
            "[",
            "]",
            "<",
            ">",
            ">>",
            ".",
            ",",
            ";",
            "=",
            "->",
            "::",
            "?",
            ":",
            "+",
            "++",
            "\"a\"",
            "1",
            "\n",
            "\n",
            "\n\n",
            "\n  ",
            "static",
            "throws",
            "yield",
            "default",
            "synchronized",
            "\"\"\"\n",
            "/*",
            "*/",
            "//");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder source = new StringBuilder();
      for (int length = random.nextInt(60); length > 0; length--) {
        source.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      check(source.toString());
    }
  }
}
