package dev.colight.live;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document with expectations, and steps that change it. In a file, each begins with {@code ===}
 * and its name, a sentence. Markers stand after {@code //@} and speak of their line's block:
 *
 * <pre>
 * block(A)           gives the block a label
 * shows("2")         the statement that ends on this line has this value
 * prints("a\n")      the statement that ends on this line wrote this to stdout; errs for stderr
 * defines(a, f())    all names that the block provides
 * uses(a, f())       all names that it requires of others
 * says("…")          why the block has no result, or what it threw
 * status(blocked)    how its last attempt ended; ok where nothing is said
 * stale()            what is shown is of an older text
 * </pre>
 *
 * <p>Steps and expectations stand on lines of their own after the document, in this order:
 *
 * <pre>
 * --- edit: OLD -> NEW      replaces a text that occurs once; \n and the like are read as in Java
 * --- delete: A             takes the block's lines out, and a blank line after them
 * --- move: A after B       cuts the block and pastes it below another one; or before
 * --- insert after: A       adds the lines that follow, as a block
 * --- undo                  goes back to the text before the last step
 * --- ran: A B              the blocks that ran since the step, in order, or nothing
 * --- compiled: 1           how many units reached the compiler
 * --- shows: A "5" "6"      all values of a block; the same with prints, errs, says, status, uses
 * --- stale: A "4"          values that are shown for a block and are of an older text
 * </pre>
 *
 * @param document lines of the document at the start
 * @param steps what is done, and expected then
 */
record Fixture(String name, List<Line> document, List<Step> steps) {
  private static final String QUOTED = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern MARKER =
      Pattern.compile("(\\w+)\\(((?:" + QUOTED + "|[^)\"(]|\\(\\))*)\\)");
  private static final Pattern WORD = Pattern.compile(QUOTED + "|([^\\s,\"]+)");

  /** A line of a document and what is said about it. */
  record Line(String text, List<Marker> markers) {}

  /** Something said of a line's block. */
  record Marker(String name, List<String> arguments) {}

  /**
   * A step or an expectation: {@code --- verb: rest}.
   *
   * @param rest the text after the colon
   * @param lines the lines below it
   */
  record Step(String verb, String rest, List<Line> lines) {
    /** Returns the words of the rest; quotes make one, and escapes are read within them. */
    List<String> words() {
      return Fixture.words(rest);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  /** Parses a file of fixtures. */
  static List<Fixture> parse(String file) {
    List<Fixture> result = new ArrayList<>();
    for (String part : file.split("(?m)^=== ")) {
      if (!part.isBlank()) {
        result.add(fixture(part));
      }
    }
    return result;
  }

  private static Fixture fixture(String part) {
    String[] sections = part.stripTrailing().split("(?m)^--- ");
    int end = sections[0].indexOf('\n');
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i < sections.length; i++) {
      String[] halves = sections[i].split("\n", 2);
      int colon = halves[0].indexOf(':');
      String verb = colon < 0 ? halves[0].strip() : halves[0].substring(0, colon);
      String rest = colon < 0 ? "" : halves[0].substring(colon + 1).strip();
      steps.add(new Step(verb, rest, halves.length < 2 ? List.of() : lines(halves[1])));
    }
    return new Fixture(
        sections[0].substring(0, end).strip(), lines(sections[0].substring(end + 1)), steps);
  }

  private static List<Line> lines(String text) {
    List<Line> lines = new ArrayList<>();
    for (String line : text.stripTrailing().split("\n", -1)) {
      int at = line.indexOf("//@");
      lines.add(
          at < 0
              ? new Line(line, List.of())
              : new Line(line.substring(0, at).stripTrailing(), markers(line.substring(at + 3))));
    }
    return text.isBlank() ? List.of() : lines;
  }

  private static List<Marker> markers(String text) {
    List<Marker> markers = new ArrayList<>();
    Matcher matcher = MARKER.matcher(text);
    while (matcher.find()) {
      markers.add(new Marker(matcher.group(1), words(matcher.group(2))));
    }
    return markers;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1).translateEscapes());
    }
    return words;
  }
}
