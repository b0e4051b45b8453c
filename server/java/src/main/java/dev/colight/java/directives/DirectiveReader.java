package dev.colight.java.directives;

import dev.colight.graph.Directive;
import dev.colight.graph.Directive.Word;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds directives as JBang does: a line that begins with two slashes, without any space before or
 * after them, and a name in capitals. What follows a further {@code //} between spaces is a remark.
 * Code means nothing to JBang, so such a line counts in a text block, too.
 */
public final class DirectiveReader {
  private static final Pattern LINE =
      Pattern.compile(
          "//(?<name>(?:[A-Z]+:)?[A-Z_]+)(?:\\s+(?<value>.*?))?(?:\\s//\\s.*)?", Pattern.DOTALL);

  /** Words between white space; quotes hold several together. */
  private static final Pattern SPACED = Pattern.compile("[^\\s\"']+|\"([^\"]*)\"|'([^']*)'");

  /** Words between white space, commas or semicolons. */
  private static final Pattern LISTED = Pattern.compile("[^\\s;,\"']+|\"([^\"]*)\"|'([^']*)'");

  private static final Set<String> LISTS = Set.of("DEPS", "REPOS", "SOURCES", "FILES");

  private final Variables variables;

  /** Reads directives in which variables stand for what they are given here. */
  public DirectiveReader(Variables variables) {
    this.variables = variables;
  }

  /** Returns the directives among some lines, in order. */
  public List<Directive> read(List<String> lines) {
    List<Directive> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      // Most lines are code: a look at the third character spares them the pattern.
      if (line.startsWith("//") && line.length() > 2 && isCapital(line.charAt(2))) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
          found.add(directive(matcher, i));
        }
      }
    }
    return found;
  }

  private static boolean isCapital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private Directive directive(Matcher line, int number) {
    String name = line.group("name");
    String raw = line.group("value");
    int end = raw == null ? line.end("name") : line.end("value");
    Range range = Range.of(number, 0, number, end);
    if (raw == null) {
      return new Directive(name, "", List.of(), range);
    }
    Variables.Replaced value = variables.replace(raw);
    int start = line.start("value");
    List<Word> words = new ArrayList<>();
    Matcher word = (LISTS.contains(name) ? LISTED : SPACED).matcher(value.text());
    while (word.find()) {
      int from = start + value.origin(word.start());
      int to = start + value.origin(word.end());
      words.add(new Word(unquoted(word), Range.of(number, from, number, to)));
    }
    return new Directive(name, value.text().trim(), words, range);
  }

  private static String unquoted(Matcher word) {
    if (word.group(1) != null) {
      return word.group(1);
    }
    return word.group(2) != null ? word.group(2) : word.group();
  }
}
