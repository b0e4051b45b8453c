package dev.colight.java.assist;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import dev.colight.java.split.Tokenizer;
import dev.colight.text.Position;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in a block, and the code around it. Where there is no block, one of the line alone; below
 * one that is open, that block.
 *
 * @param block the block, or an id that no block has
 * @param order its order, or one between those of its neighbours
 * @param index its index, or that of the block below
 * @param startLine line of the document that the block starts at
 * @param lines text of the block
 * @param at the place, relative to the block
 * @param word the word that it is in or at the end of; empty where there is none
 * @param wordStart where that starts
 * @param before tokens before the word, without comments
 * @param after tokens after the word
 * @param enclosing the comment, string or number that it is in, or null
 */
record Spot(
    BlockId block,
    long order,
    int index,
    int startLine,
    List<String> lines,
    Position at,
    String word,
    Position wordStart,
    List<Token> before,
    List<Token> after,
    @Nullable Token enclosing) {

  private static final BlockId NO_BLOCK = new BlockId(-1);

  /** Looks at a place; null where the document has no such line. */
  static @Nullable Spot of(Document document, Position position) {
    if (position.line() < 0 || position.line() >= document.text().lineCount()) {
      return null;
    }
    Position at = document.text().clamp(position);
    int index = document.firstBlockFrom(at.line());
    boolean inside = index < document.size() && document.startLine(index) <= at.line();
    if (inside) {
      Block block = document.block(index);
      int start = document.startLine(index);
      return read(block.id(), block.order(), index, start, block.lines(), at.plusLines(-start));
    }
    int above = index - 1;
    while (above > 0 && isIndentedProse(document, above)) {
      above--;
    }
    if (above >= 0 && isOpen(document, above)) {
      // A line that is still blank, below what is being written, maybe with comments between.
      Block block = document.block(above);
      int start = document.startLine(above);
      List<String> lines = new ArrayList<>(block.lines());
      for (int line = start + lines.size(); line <= at.line(); line++) {
        lines.add(document.text().line(line));
      }
      return read(block.id(), block.order(), above, start, lines, at.plusLines(-start));
    }
    long order = index == 0 ? 0 : document.block(index - 1).order() + 1;
    List<String> line = List.of(document.text().line(at.line()));
    return read(NO_BLOCK, order, index, at.line(), line, at.plusLines(-at.line()));
  }

  private static boolean isIndentedProse(Document document, int index) {
    return document.block(index).kind() == BlockKind.PROSE
        && Character.isWhitespace(document.block(index).lines().get(0).charAt(0));
  }

  /** Tells whether a block has a bracket that nothing closes. */
  private static boolean isOpen(Document document, int index) {
    return isCode(document, index)
        && !Brackets.open(Tokenizer.tokenize(document.block(index).lines())).isEmpty();
  }

  private static Spot read(
      BlockId block, long order, int index, int startLine, List<String> lines, Position at) {
    WordAt word = WordAt.of(lines.get(at.line()), at.column());
    Position wordStart = new Position(at.line(), word.start());
    Position wordEnd = new Position(at.line(), word.end());
    List<Token> before = new ArrayList<>();
    List<Token> after = new ArrayList<>();
    Token enclosing = null;
    for (Token token : Tokenizer.tokenizeWithComments(lines)) {
      Range range = token.range();
      if (encloses(token, at)) {
        enclosing = token;
      }
      if (token.kind() == Kind.COMMENT) {
        continue;
      }
      if (range.end().compareTo(wordStart) <= 0) {
        before.add(token);
      } else if (range.start().compareTo(wordEnd) >= 0) {
        after.add(token);
      }
    }
    return new Spot(
        block,
        order,
        index,
        startLine,
        lines,
        at,
        word.text(),
        wordStart,
        before,
        after,
        enclosing);
  }

  /** Tells whether a place is in what holds no code: also at the end of what is not closed. */
  private static boolean encloses(Token token, Position at) {
    boolean open =
        (token.kind() == Kind.COMMENT && !token.text().startsWith("/*"))
            || token.kind() == Kind.NUMBER
            || (token.kind() == Kind.ERROR && isQuote(token.text().charAt(0)));
    boolean closed =
        token.kind() == Kind.COMMENT
            || token.kind() == Kind.STRING
            || token.kind() == Kind.TEXT_BLOCK
            || token.kind() == Kind.CHARACTER;
    int end = at.compareTo(token.range().end());
    return (open || closed)
        && token.range().start().compareTo(at) < 0
        && (end < 0 || (end == 0 && open));
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  /** Returns what stands between the start of the word and the place. */
  String prefix() {
    return word.substring(0, at.column() - wordStart.column());
  }

  /** Returns the range of {@link #prefix} in the document. */
  Range prefixRange() {
    return new Range(wordStart, at).plusLines(startLine);
  }

  /** Returns the token before the word, counted from there, or null. */
  @Nullable Token back(int count) {
    int i = before.size() - 1 - count;
    return i < 0 ? null : before.get(i);
  }

  /** Tells whether a token before the word, counted from there, has a text. */
  boolean isBack(int count, String text) {
    Token token = back(count);
    return token != null && token.is(text);
  }

  /** Tells whether what follows the word on its line is an argument list. */
  boolean isCalled() {
    return !after.isEmpty() && after.get(0).is("(") && isOnLine(after.get(0));
  }

  /** Tells whether a token starts on the line of the place. */
  boolean isOnLine(Token token) {
    return token.range().start().line() == at.line();
  }

  /** Returns where a position relative to the block is in its lines joined by newlines. */
  int offset(Position position) {
    int offset = position.column();
    for (int i = 0; i < position.line(); i++) {
      offset += lines.get(i).length() + 1;
    }
    return offset;
  }

  /** Returns the lines joined by newlines. */
  String text() {
    return String.join("\n", lines);
  }

  /** Tells whether a block of a document is code. */
  static boolean isCode(Document document, int index) {
    return document.block(index).kind() == BlockKind.CODE;
  }
}
