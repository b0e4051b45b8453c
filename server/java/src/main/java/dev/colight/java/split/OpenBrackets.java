package dev.colight.java.split;

/**
 * The brackets that are open at a place. A closing brace closes parentheses and square brackets
 * within it that were left open; a closing bracket that has nothing to close is ignored. So one
 * wrong bracket does the least harm.
 */
final class OpenBrackets {
  private final CharSequence below;
  private int floor;
  private final StringBuilder own = new StringBuilder();
  private int braces;
  private boolean emptied;

  /** Starts with no bracket open. */
  OpenBrackets() {
    this("", 0);
  }

  private OpenBrackets(CharSequence below, int braces) {
    this.below = below;
    this.floor = below.length();
    this.braces = braces;
  }

  /** Returns a view that can be changed without changing this; valid until this changes. */
  OpenBrackets fork() {
    return new OpenBrackets(own, braces);
  }

  boolean isEmpty() {
    return depth() == 0;
  }

  /** Tells whether at some time since it was made the last open bracket was closed. */
  boolean wasEmptied() {
    return emptied;
  }

  /** Takes in one bracket; other characters are ignored. */
  void apply(char bracket) {
    switch (bracket) {
      case '(', '[' -> own.append(bracket);
      case '{' -> {
        own.append(bracket);
        braces++;
      }
      case ')' -> close('(', '[');
      case ']' -> close('[', '(');
      case '}' -> closeBrace();
      default -> {}
    }
  }

  private void close(char opener, char skipped) {
    if (peek(0) == opener) {
      pop();
    } else if (peek(0) == skipped && peek(1) == opener) {
      pop();
      pop();
    }
  }

  private void closeBrace() {
    if (braces == 0) {
      return;
    }
    while (peek(0) != '{') {
      pop();
    }
    pop();
    braces--;
  }

  private int depth() {
    return floor + own.length();
  }

  /** Returns the bracket below a number of others, or 0. */
  private char peek(int others) {
    int index = own.length() - 1 - others;
    if (index >= 0) {
      return own.charAt(index);
    }
    return floor + index >= 0 ? below.charAt(floor + index) : 0;
  }

  private void pop() {
    if (own.length() > 0) {
      own.setLength(own.length() - 1);
    } else {
      floor--;
    }
    emptied |= depth() == 0;
  }
}
