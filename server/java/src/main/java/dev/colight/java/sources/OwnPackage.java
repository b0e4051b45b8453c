package dev.colight.java.sources;

import dev.colight.graph.Directive;
import dev.colight.graph.Directive.Word;
import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a program means by simple names: types of its own package, in the files beside it.
 *
 * @param name of the package, with dots; that of generated code where it says none, as those
 *     sources are compiled as of that
 * @param declared simple names of the types that it declares itself
 */
public record OwnPackage(String name, Set<String> declared) {
  private static final String PACKAGE = "package";
  private static final String DECLARED = "type";
  private static final String USED = "name";
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

  /**
   * Returns what lines of a program say of its package: its name, types that they declare, and
   * names that may be those of types, each once.
   */
  public static List<Directive> read(List<String> lines) {
    List<Token> tokens = Tokenizer.tokenize(lines);
    List<Directive> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String before = i == 0 ? "" : tokens.get(i - 1).text();
      if (token.is(PACKAGE)) {
        found.add(packageLine(tokens, i));
      } else if (token.kind() == Token.Kind.IDENTIFIER && TYPES.contains(before)) {
        found.add(directive(DECLARED, token.text(), token));
      } else if (token.kind() == Token.Kind.IDENTIFIER
          && Character.isUpperCase(token.text().codePointAt(0))
          && !before.equals(".")
          && seen.add(token.text())) {
        found.add(directive(USED, token.text(), token));
      }
    }
    return found;
  }

  private static Directive packageLine(List<Token> tokens, int keyword) {
    StringBuilder name = new StringBuilder();
    for (int i = keyword + 1; i < tokens.size() && !tokens.get(i).is(";"); i++) {
      name.append(tokens.get(i).text());
    }
    return directive(PACKAGE, name.toString(), tokens.get(keyword));
  }

  private static Directive directive(String kind, String value, Token at) {
    return new Directive(kind, value, List.of(new Word(value, at.range())), at.range());
  }

  /** Tells whether a directive says something of a program's package. */
  public static boolean isAbout(Directive directive) {
    return switch (directive.name()) {
      case PACKAGE, DECLARED, USED -> true;
      default -> false;
    };
  }

  /** Tells whether a directive says the name of a program's package. */
  public static boolean names(Directive directive) {
    return directive.name().equals(PACKAGE);
  }

  /** Tells whether a directive says what type a program declares. */
  public static boolean declares(Directive directive) {
    return directive.name().equals(DECLARED);
  }

  /** Tells whether a directive names what may be a type of this package, but none it declares. */
  public boolean mayHave(Directive directive) {
    return directive.name().equals(USED) && !declared.contains(directive.value());
  }

  /** Returns what all directives of a document say, those about nothing of this included. */
  public static OwnPackage of(List<Directive> directives) {
    String name =
        directives.stream()
            .filter(OwnPackage::names)
            .map(Directive::value)
            .findFirst()
            .orElse(GeneratedNames.PACKAGE);
    return new OwnPackage(
        name,
        directives.stream()
            .filter(OwnPackage::declares)
            .map(Directive::value)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Tells whether it is that of sources without a package line. */
  public boolean isUnnamed() {
    return name.equals(GeneratedNames.PACKAGE);
  }
}
