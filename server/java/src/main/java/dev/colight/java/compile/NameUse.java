package dev.colight.java.compile;

import java.util.Set;

/**
 * A name in the code of a unit, and what it means.
 *
 * @param token the unit's token that it is
 * @param target tells things of one kind apart that have one name; empty for a method that the
 *     compiler cannot tell
 * @param member what there is to say of it
 * @param declaration whether it is declared here
 * @param write whether it gets another value here
 * @param deferred whether this is code that runs later, where the name may mean something else:
 *     that of a lambda or a type
 * @param overrides whether this is a method that a supertype has too, by its name alone
 * @param overridden the methods that it overrides: targets
 */
public record NameUse(
    int token,
    Scope scope,
    String target,
    Member member,
    boolean declaration,
    boolean write,
    boolean deferred,
    boolean overrides,
    Set<String> overridden) {

  /** Where something is declared. */
  public enum Scope {
    /** In this unit, for a part of it. */
    LOCAL,
    /** A variable of the document. */
    VALUE,
    /** A method of the document; the target is the class of its interface. */
    FUNCTION,
    /** A type of the document; the target is its class. */
    TYPE,
    /** A member of a type of the document; the target begins with the class. */
    MEMBER,
    /** Outside of the document. */
    OUTSIDE
  }

  /** Tells whether two names mean the same, of units in which the document's names do. */
  public boolean means(NameUse other) {
    return scope == other.scope && target.equals(other.target);
  }
}
