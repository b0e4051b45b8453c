package dev.colight.java.compile;

import dev.colight.text.Position;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the line and the column of a place in a text. */
final class LineStarts {
  private final List<Integer> starts = new ArrayList<>(List.of(0));

  LineStarts(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        starts.add(i + 1);
      }
    }
  }

  Range range(int from, int to) {
    return new Range(position(from), position(Math.max(from, to)));
  }

  private Position position(int offset) {
    int found = Collections.binarySearch(starts, Math.max(0, offset));
    int line = found >= 0 ? found : -found - 2;
    return new Position(line, Math.max(0, offset) - starts.get(line));
  }
}
