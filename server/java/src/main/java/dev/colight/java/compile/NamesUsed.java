package dev.colight.java.compile;

import java.util.HashSet;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.jspecify.annotations.Nullable;

/**
 * The names that the compiler has looked for in a source, supertypes of what it uses included: what
 * else than its class files refer to it may depend on, and what it would mean if there were other
 * types.
 *
 * @param simple last parts of all names
 * @param qualified names in full, with slashes, of types and of packages that are longer than one
 *     part; its own package is among them, and those it imports all of
 */
public record NamesUsed(Set<String> simple, Set<String> qualified) {
  /** Reads ECJ's lists, which may have gaps. */
  static NamesUsed of(CompilationResult result) {
    Set<String> simple = new HashSet<>();
    Set<String> qualified = new HashSet<>();
    if (result.simpleNameReferences != null) {
      for (char[] name : result.simpleNameReferences) {
        add(name, simple);
      }
    }
    if (result.qualifiedReferences != null) {
      for (char[][] name : result.qualifiedReferences) {
        if (name != null && name.length > 0) {
          add(name[name.length - 1], simple);
          qualified.add(joined(name));
        }
      }
    }
    return new NamesUsed(Set.copyOf(simple), Set.copyOf(qualified));
  }

  private static void add(char @Nullable [] name, Set<String> names) {
    if (name != null) {
      names.add(new String(name));
    }
  }

  private static String joined(char[][] name) {
    StringBuilder all = new StringBuilder();
    for (char[] part : name) {
      all.append(all.isEmpty() ? "" : "/").append(part);
    }
    return all.toString();
  }

  /**
   * Tells whether a name may lead to a top-level type, or would if it were there: by its simple
   * name, in a package that is seen or named.
   *
   * @param type with slashes
   */
  public boolean mayMean(String type) {
    int slash = type.lastIndexOf('/');
    String packageName = type.substring(0, Math.max(0, slash));
    return simple.contains(type.substring(slash + 1))
        && (qualified.contains(packageName)
            || slash < 0
            || (packageName.indexOf('/') < 0 && simple.contains(packageName)));
  }
}
