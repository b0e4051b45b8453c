package dev.colight.document;

/** Names a block for as long as it lives, through edits in place and moves. */
public record BlockId(int value) {
  @Override
  public String toString() {
    return "b" + value;
  }
}
