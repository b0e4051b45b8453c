package dev.colight.fuzz;

import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;

/** Edits as an editor would send them. */
public final class Edits {
  private Edits() {}

  /** Returns the smallest edit that leads from one text to another, and halves no character. */
  public static TextEdit between(String before, String after) {
    int shared = Math.min(before.length(), after.length());
    int head = 0;
    while (head < shared && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    if (head > 0 && Character.isHighSurrogate(before.charAt(head - 1))) {
      head--;
    }
    int tail = 0;
    while (tail < shared - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    if (tail > 0 && Character.isLowSurrogate(before.charAt(before.length() - tail))) {
      tail--;
    }
    return new TextEdit(
        new Range(end(before.substring(0, head)), end(before.substring(0, before.length() - tail))),
        after.substring(head, after.length() - tail));
  }

  private static Position end(String text) {
    return Text.of(text).end();
  }
}
