package dev.colight.java.compile;

import dev.colight.java.split.Token;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a source of a unit's tokens and the glue around them, each on lines of its own, and
 * remembers which is which.
 */
final class SourceWriter {
  private static final Set<String> AFTER_NON_SEALED =
      Set.of(
          "class",
          "interface",
          "abstract",
          "static",
          "public",
          "protected",
          "private",
          "strictfp",
          "@");
  private final List<Token> tokens;
  private final StringBuilder text = new StringBuilder();
  private int[] offsets = new int[64];
  private int[] firsts = new int[64];
  private int[] lasts = new int[64];
  private final BitSet glue = new BitSet();
  private int entries;
  private int[] lineTokens = new int[64];
  private int lines;
  private TokenSpan owner;

  /** Starts a source; glue belongs to all tokens until {@link #glueFor} says otherwise. */
  SourceWriter(List<Token> tokens) {
    this.tokens = tokens;
    this.owner = new TokenSpan(0, Math.max(0, tokens.size() - 1));
  }

  /** Sets the tokens that the glue from here on belongs to. */
  void glueFor(int first, int last) {
    owner = new TokenSpan(first, last);
  }

  /** Writes code that is not the unit's. */
  void glue(String code) {
    glue.set(entries);
    write(code, owner.first(), owner.last());
  }

  /** Writes a token. */
  void token(int index) {
    tokenAs(index, tokens.get(index).text());
  }

  /** Writes another text in place of a token. */
  void tokenAs(int index, String code) {
    write(code, index, index);
  }

  /** Writes tokens, both ends inclusive. */
  void tokens(int first, int last) {
    for (int i = first; i <= last; i++) {
      if (isNonSealed(i, last)) {
        write("non-sealed", i, i + 2);
        i += 2;
      } else {
        token(i);
      }
    }
  }

  char[] text() {
    return text.toString().toCharArray();
  }

  TokenMap tokenMap() {
    return new TokenMap(offsets, firsts, lasts, glue, entries);
  }

  LineMap lineMap() {
    return new LineMap(lineTokens, lines);
  }

  /** The only token of Java that has others inside. */
  private boolean isNonSealed(int i, int last) {
    return i + 3 <= last
        && tokens.get(i).is("non")
        && tokens.get(i + 1).is("-")
        && tokens.get(i + 2).is("sealed")
        && AFTER_NON_SEALED.contains(tokens.get(i + 3).text());
  }

  private void write(String code, int first, int last) {
    if (entries == offsets.length) {
      offsets = Arrays.copyOf(offsets, entries * 2);
      firsts = Arrays.copyOf(firsts, entries * 2);
      lasts = Arrays.copyOf(lasts, entries * 2);
    }
    offsets[entries] = text.length();
    firsts[entries] = first;
    lasts[entries] = last;
    entries++;
    text.append(code).append('\n');
    addLine(first);
    for (int i = code.indexOf('\n'); i >= 0; i = code.indexOf('\n', i + 1)) {
      addLine(first);
    }
  }

  private void addLine(int token) {
    if (lines == lineTokens.length) {
      lineTokens = Arrays.copyOf(lineTokens, lines * 2);
    }
    lineTokens[lines++] = token;
  }
}
