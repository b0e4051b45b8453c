package dev.colight.java.assist;

import dev.colight.execution.Assistant.Completions;
import dev.colight.execution.Assistant.Kind;
import dev.colight.execution.Assistant.Proposal;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Proposes what comments say to the system and to JBang. */
final class Directives {
  private static final Pattern PRAGMA =
      Pattern.compile("\\s*(?://|/\\*)\\s*\\|(?:.*[\\s,])?([\\w-]*)");
  private static final Pattern DIRECTIVE = Pattern.compile("//([A-Z_]*)");

  private static final Map<String, String> PRAGMAS = new LinkedHashMap<>();
  private static final Map<String, String> DIRECTIVES = new LinkedHashMap<>();

  static {
    PRAGMAS.put("hide-code", "shows no code of this block");
    PRAGMAS.put("hide-values", "shows no values of this block");
    PRAGMAS.put("hide-prose", "shows no text of this block");
    PRAGMAS.put("hide-all-code", "shows no code of the document");
    PRAGMAS.put("hide-all-values", "shows no values of the document");
    PRAGMAS.put("hide-all-prose", "shows no text of the document");
    DIRECTIVES.put("DEPS", "libraries: group:artifact:version");
    DIRECTIVES.put("REPOS", "where libraries come from");
    DIRECTIVES.put("JAVA", "version of Java");
    DIRECTIVES.put("JAVA_OPTIONS", "options of the JVM");
    DIRECTIVES.put("JAVAC_OPTIONS", "options of the compiler");
    DIRECTIVES.put("SOURCES", "further source files");
    DIRECTIVES.put("FILES", "files to copy");
    DIRECTIVES.put("PREVIEW", "allows preview features");
    DIRECTIVES.put("DESCRIPTION", "what the script does");
  }

  private Directives() {}

  /** Returns what fits in a comment, or null where nothing does. */
  static @Nullable Completions complete(Spot spot) {
    String line = spot.lines().get(spot.at().line()).substring(0, spot.at().column());
    Matcher pragma = PRAGMA.matcher(line);
    if (pragma.matches()) {
      return completions(spot, pragma.group(1), PRAGMAS, "");
    }
    Matcher directive = DIRECTIVE.matcher(line);
    return directive.matches() ? completions(spot, directive.group(1), DIRECTIVES, " ") : null;
  }

  private static Completions completions(
      Spot spot, String prefix, Map<String, String> words, String end) {
    List<Proposal> proposals = new ArrayList<>();
    words.forEach(
        (word, detail) -> {
          if (word.startsWith(prefix)) {
            proposals.add(
                new Proposal(
                    word,
                    Kind.DIRECTIVE,
                    "",
                    detail,
                    word + end,
                    null,
                    proposals.size(),
                    false,
                    List.of(),
                    null));
          }
        });
    int column = spot.at().column();
    Range replaced =
        Range.of(spot.at().line(), column - prefix.length(), spot.at().line(), column)
            .plusLines(spot.startLine());
    return new Completions(replaced, proposals, false);
  }
}
