package dev.colight.java.sources;

import dev.colight.graph.Directive;
import dev.colight.graph.Directive.Word;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A qualified name in a document, which may be that of a type of the workspace, or lead to one.
 *
 * @param path the name, with dots
 * @param all whether all that is in what it names is meant
 * @param byFile whether only the file of its name counts, not others that may declare it
 */
public record Mention(String path, boolean all, boolean byFile) {
  /** Names the directives that mentions come as. */
  public static final String IMPORT = "import";

  private static final Pattern IMPORTED =
      Pattern.compile(
          "(?<![\\w.])import\\s+(?:static\\s+)?(?<path>\\w+(?:\\s*\\.\\s*(?:\\w+|\\*))+)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** What is written like a type in a package. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?<![\\w.])(?<path>(?:\\p{javaLowerCase}\\w*\\.)+\\p{javaUpperCase}\\w*)",
          Pattern.UNICODE_CHARACTER_CLASS);

  /** Creates the mention of a name in full. */
  public Mention(String path, boolean all) {
    this(path, all, false);
  }

  /** Returns what lines mention, in their order. */
  public static List<Directive> read(List<String> lines) {
    List<Directive> found = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.indexOf('.') >= 0) {
        boolean imports = line.contains(IMPORT);
        Matcher name = (imports ? IMPORTED : QUALIFIED).matcher(line);
        while (name.find()) {
          found.add(directive(name, i));
        }
      }
    }
    return found;
  }

  private static Directive directive(Matcher name, int line) {
    String path = name.group("path").replaceAll("\\s", "");
    Range range = Range.of(line, name.start("path"), line, name.end("path"));
    return new Directive(IMPORT, path, List.of(new Word(path, range)), range);
  }

  /** Returns what a directive mentions. */
  public static Mention of(Directive directive) {
    String path = directive.value();
    return path.endsWith(".*")
        ? new Mention(path.substring(0, path.length() - 2), true)
        : new Mention(path, false);
  }
}
