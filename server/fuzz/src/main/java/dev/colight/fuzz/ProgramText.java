package dev.colight.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A draft as a compact source file. Imports come first; methods, types and some variables are
 * members, above {@code main} or below; everything else is in it, in blocks as in the draft. What
 * is only written to be seen is printed, as nothing else shows it there.
 */
final class ProgramText {
  private static final Pattern METHOD =
      Pattern.compile(
          "(static |<[\\w ,]+> )*[\\w.<>\\[\\], ]+ \\w+\\([^()]*\\)( throws \\w+)? \\{.*",
          Pattern.DOTALL);
  private static final Pattern STATEMENT =
      Pattern.compile(
          "(new|return|throw|else|if|for|while|switch|try|do|synchronized)\\b.*", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile(
          "((static|final|sealed|non-sealed|abstract) )*(class|record|enum|interface)\\s.*",
          Pattern.DOTALL);

  private final List<String> imports = new ArrayList<>();
  private final List<String> above = new ArrayList<>();
  private final List<String> below = new ArrayList<>();
  private final List<String> statements = new ArrayList<>();

  ProgramText(Draft draft) {
    for (List<Snippet> block : draft.blocks()) {
      List<String> rest = new ArrayList<>();
      for (Snippet snippet : block) {
        place(snippet, rest);
      }
      if (!rest.isEmpty()) {
        statements.add(String.join("\n", rest));
      }
    }
  }

  private void place(Snippet snippet, List<String> rest) {
    String text = snippet.text().strip();
    if (text.startsWith("import ")) {
      imports.add(text);
    } else if (isMember(snippet, text)) {
      (hash(snippet) % 3 == 0 ? below : above).add(text);
    } else {
      rest.add(printed(text));
    }
  }

  private static boolean isMember(Snippet snippet, String text) {
    if (text.startsWith("static ")) {
      return true;
    }
    if (TYPE.matcher(text).matches()) {
      return hash(snippet) % 4 != 0; // the others are local
    }
    if (METHOD.matcher(text).matches() && !STATEMENT.matcher(text).matches()) {
      return true;
    }
    boolean variable =
        !snippet.declares().isEmpty()
            && snippet.declares().stream().allMatch(symbol -> symbol.shape().isVariable());
    return variable
        && hash(snippet) % 2 == 0
        && text.endsWith(";")
        && text.indexOf('\n') < 0
        && !text.startsWith("var ");
  }

  /** A number that stays the same when the code changes. */
  private static int hash(Snippet snippet) {
    String names =
        snippet.declares().stream().map(Snippet.Symbol::name).collect(Collectors.joining());
    return Math.floorMod(names.hashCode() * 31 + names.length(), 12);
  }

  /** Prints what is an expression by the looks of it. */
  private static String printed(String text) {
    int line = text.lastIndexOf('\n') + 1;
    String last = text.substring(line);
    boolean shows =
        !last.isBlank() && !last.endsWith(";") && !last.endsWith("}") && !last.endsWith("*/");
    return shows && !last.startsWith("//")
        ? text.substring(0, line) + "IO.println(" + last + ");"
        : text;
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!imports.isEmpty()) {
      parts.add(String.join("\n", imports));
    }
    parts.addAll(above);
    parts.add(
        statements.stream()
            .collect(
                Collectors.joining(
                    "\n\n", "void main(String[] args) throws Exception {\n", "\n}")));
    parts.addAll(below);
    return String.join("\n\n", parts) + "\n";
  }
}
