package dev.colight.java.sources;

import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a source declares, without a look into its types.
 *
 * @param packageName with slashes; empty for none
 * @param types simple names of its top-level types
 */
record SourceHeader(String packageName, Set<String> types) {
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

  /** Reads the tokens of a text. Total. */
  static SourceHeader of(String text) {
    List<Token> tokens = Tokenizer.tokenize(text.lines().toList());
    String packageName = "";
    Set<String> types = new HashSet<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      String token = tokens.get(i).text();
      switch (token) {
        case "{", "(" -> depth++;
        case "}", ")" -> depth--;
        case "package" -> {
          if (depth == 0 && packageName.isEmpty()) {
            packageName = name(tokens, i + 1);
          }
        }
        default -> {
          if (depth == 0 && TYPES.contains(token) && i + 1 < tokens.size()) {
            types.add(tokens.get(i + 1).text());
          }
        }
      }
    }
    return new SourceHeader(packageName, types);
  }

  private static String name(List<Token> tokens, int first) {
    StringBuilder name = new StringBuilder();
    for (int i = first; i < tokens.size() && !tokens.get(i).text().equals(";"); i++) {
      name.append(tokens.get(i).text());
    }
    return name.toString().replace('.', '/');
  }
}
