package dev.colight.java.assist;

import dev.colight.text.Position;

/** A text with a place in it, written as {@code ¦}. */
record Marked(String text, Position position) {
  static Marked of(String marked) {
    int at = marked.indexOf('¦');
    String before = marked.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count();
    int column = at - (before.lastIndexOf('\n') + 1);
    return new Marked(before + marked.substring(at + 1), new Position(line, column));
  }
}
