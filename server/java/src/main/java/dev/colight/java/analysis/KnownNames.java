package dev.colight.java.analysis;

import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The free names of code that was read before, the most recently used. While somebody changes a
 * number, or a text, the names are the same; and who helps with editing reads what has been read
 * for a run. Safe for use by several threads: what is kept is not changed any more.
 */
final class KnownNames {
  /** Longer code takes much memory. */
  private static final int MAX_LENGTH = 4_000;

  /** What people may edit in turns, long blocks among it. */
  private static final int MAX_ENTRIES = 6_000;

  private static final int MAX_CHARACTERS = 1_000_000;

  private final Map<Read, NameReader.PartAndWhole> known = new LinkedHashMap<>(64, 0.75f, true);
  private int characters;

  /** How code is read. */
  enum Kind {
    EXPRESSION,
    STATEMENT,
    TYPE,
    FUNCTION,
    VARIABLE
  }

  /**
   * What names depend on.
   *
   * @param text of the code, without its literals
   * @param declared names in it that are declared above
   */
  record Read(Kind kind, String text, Set<Name> declared) {
    /** Returns what names depend on, or null where that is too much to be remembered. */
    static @Nullable Read of(Kind kind, String text, List<Token> tokens, Scope scope) {
      if (text.length() > MAX_LENGTH) {
        return null;
      }
      Set<Name> declared = new HashSet<>(4);
      for (Token token : tokens) {
        if (token.kind() == Token.Kind.IDENTIFIER) {
          addDeclared(Name.value(token.text()), scope, declared);
          addDeclared(Name.type(token.text()), scope, declared);
        }
      }
      return new Read(kind, text, declared);
    }

    private static void addDeclared(Name name, Scope scope, Set<Name> into) {
      if (scope.declares(name)) {
        into.add(name);
      }
    }
  }

  synchronized NameReader.@Nullable PartAndWhole get(Read read) {
    return known.get(read);
  }

  synchronized void put(Read read, NameReader.PartAndWhole names) {
    if (known.put(read, names) == null) {
      characters += read.text().length();
    }
    Iterator<Read> eldest = known.keySet().iterator();
    while (known.size() > MAX_ENTRIES || characters > MAX_CHARACTERS) {
      characters -= eldest.next().text().length();
      eldest.remove();
    }
  }
}
