package dev.colight.graph;

import dev.colight.text.Range;

/**
 * The language's own form of a unit's code, opaque to the engine but for its tokens' places. Tokens
 * are numbered from 0 in the unit's canonical text, so that places survive reformatting.
 */
public interface Code {
  /** Returns the range of a token, with lines relative to the first line of its block. */
  Range range(int token);

  /** Returns the number of tokens. */
  int tokenCount();
}
