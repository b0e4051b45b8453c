package dev.colight.differential;

import dev.colight.document.BlockKind;
import dev.colight.document.BlockSpan;
import dev.colight.java.split.JavaSplitter;
import dev.colight.java.split.Snippet;
import dev.colight.java.split.SnippetSplitter;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Position;
import dev.colight.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document, taken apart into what JShell is fed with.
 *
 * @param blocks its code blocks, in order
 */
record Script(List<Block> blocks) {
  /**
   * A code block.
   *
   * @param startLine zero-based line of the document
   * @param lines its text
   */
  record Block(int startLine, List<String> lines, List<String> snippets) {}

  /** Splits a document with the product's own splitter. */
  static Script of(String text) {
    Text lines = Text.of(text);
    List<Block> blocks = new ArrayList<>();
    for (BlockSpan span : new JavaSplitter().split(lines, 0, line -> false)) {
      if (span.kind() == BlockKind.CODE) {
        List<String> code = lines.lines(span.startLine(), span.endLine());
        blocks.add(new Block(span.startLine(), code, snippets(code)));
      }
    }
    return new Script(blocks);
  }

  private static List<String> snippets(List<String> lines) {
    List<Token> tokens = Tokenizer.tokenize(lines);
    List<String> result = new ArrayList<>();
    for (Snippet snippet : SnippetSplitter.split(tokens)) {
      int first = snippet.firstToken();
      int end = snippet.endToken();
      switch (snippet.kind()) {
        case EMPTY -> {}
        case RETURN -> {
          // JShell knows no return at top level; what is returned is an expression to it.
          int last = tokens.get(end - 1).is(";") ? end - 1 : end;
          result.add(source(lines, tokens, first + 1, last));
        }
        case IMPORT, VARIABLE -> result.add(closed(source(lines, tokens, first, end), ";"));
        case STATEMENT -> result.add(closed(source(lines, tokens, first, end), ";", "}"));
        default -> result.add(source(lines, tokens, first, end));
      }
    }
    return result;
  }

  /** JShell insists on a semicolon; the tool adds it to what it reads, too. */
  private static String closed(String source, String... ends) {
    return Stream.of(ends).anyMatch(source::endsWith) ? source : source + ";";
  }

  private static String source(List<String> lines, List<Token> tokens, int first, int end) {
    if (first >= end) {
      return "";
    }
    Position from = tokens.get(first).range().start();
    Position to = tokens.get(end - 1).range().end();
    if (from.line() == to.line()) {
      return lines.get(from.line()).substring(from.column(), to.column());
    }
    StringBuilder source = new StringBuilder(lines.get(from.line()).substring(from.column()));
    for (int line = from.line() + 1; line < to.line(); line++) {
      source.append('\n').append(lines.get(line));
    }
    return source.append('\n').append(lines.get(to.line()), 0, to.column()).toString();
  }
}
