package dev.colight.graph;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A top-level variable.
 *
 * @param name its name, in {@link Namespace#VALUE}
 * @param typeText canonical text of its declared type, or null where the compiler infers it
 * @param typeUses names in the declared type
 * @param statement number of the statement that declares it
 * @param constant its initialiser, where that may make it a constant, or null
 */
public record ValueDefinition(
    Name name,
    @Nullable String typeText,
    Set<Name> typeUses,
    int statement,
    @Nullable Constant constant) {
  /** Creates a variable that is no constant. */
  public ValueDefinition(Name name, @Nullable String typeText, Set<Name> typeUses, int statement) {
    this(name, typeText, typeUses, statement, null);
  }

  /**
   * The initialiser of a variable that code is compiled with the value of, not only the type, if
   * the initialiser uses no other variables than such.
   *
   * @param text canonical text of the initialiser
   * @param uses names in it
   */
  public record Constant(String text, Set<Name> uses) {}

  /** Returns what others are compiled against, as text; {@code var} where it is to be inferred. */
  public String meaning() {
    String type = typeText == null ? "var" : typeText;
    return constant == null ? type : type + "\n" + constant.text();
  }

  /** Returns the names that decide on what others are compiled against. */
  public Set<Name> storageUses() {
    if (constant == null) {
      return typeUses;
    }
    Set<Name> all = new TreeSet<>(typeUses);
    all.addAll(constant.uses());
    return Collections.unmodifiableSet(all);
  }

  /** Returns this variable as one that is no constant. */
  public ValueDefinition withoutConstant() {
    return constant == null ? this : new ValueDefinition(name, typeText, typeUses, statement);
  }
}
