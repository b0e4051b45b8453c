package dev.colight.java.analysis;

import dev.colight.java.split.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of classes that code has in strings, where it looks some up by name: what it does
 * depends on those classes, as if it named them.
 */
final class LookedUpNames {
  private static final Set<String> FINDING = Set.of("forName", "loadClass", "findClass");
  private static final Pattern NAME =
      Pattern.compile("\"(\\p{javaLowerCase}\\w*)\\.(?:\\w+\\.)*+\\p{javaUpperCase}[\\w$]*\"");

  private LookedUpNames() {}

  /** Returns the first parts of such names. */
  static Set<String> in(List<Token> tokens) {
    if (tokens.stream().noneMatch(token -> FINDING.contains(token.text()))) {
      return Set.of();
    }
    Set<String> names = new HashSet<>();
    for (Token token : tokens) {
      Matcher name = NAME.matcher(token.kind() == Token.Kind.STRING ? token.text() : "");
      if (name.matches()) {
        names.add(name.group(1));
      }
    }
    return names;
  }
}
