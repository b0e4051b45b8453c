package dev.colight.graph;

import dev.colight.text.Range;
import java.util.List;

/**
 * What a document asks for besides what its code does: a library, an option for what runs it,
 * another file. It stands on one line of a block.
 *
 * @param name says what kind of thing is asked for
 * @param value all that follows the name, empty where nothing does
 * @param words the parts of the value
 * @param range where it stands, in lines relative to the block's first line
 */
public record Directive(String name, String value, List<Word> words, Range range) {
  /** Copies the list. */
  public Directive {
    words = List.copyOf(words);
  }

  /** A part of a value, and where it stands. */
  public record Word(String text, Range range) {}

  /** Returns the same wherever it stands: two that ask for the same are equal then. */
  public Directive withoutPlaces() {
    Range nowhere = Range.of(0, 0, 0, 0);
    List<Word> bare = words.stream().map(word -> new Word(word.text(), nowhere)).toList();
    return new Directive(name, value, bare, nowhere);
  }

  /** Tells whether both ask for the same, wherever they stand. */
  public boolean asksForSame(Directive other) {
    return name.equals(other.name) && value.equals(other.value);
  }

  /** Tells whether two lists ask for the same, in the same order. */
  public static boolean askForSame(List<Directive> before, List<Directive> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < now.size(); i++) {
      if (!before.get(i).asksForSame(now.get(i))) {
        return false;
      }
    }
    return true;
  }
}
