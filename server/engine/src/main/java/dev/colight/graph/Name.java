package dev.colight.graph;

import org.jspecify.annotations.Nullable;

/** A simple name in its namespace. */
public record Name(Namespace namespace, String text) implements Comparable<Name> {
  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Name name && namespace == name.namespace && text.equals(name.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  public static Name value(String text) {
    return new Name(Namespace.VALUE, text);
  }

  public static Name function(String text) {
    return new Name(Namespace.FUNCTION, text);
  }

  public static Name type(String text) {
    return new Name(Namespace.TYPE, text);
  }

  public static Name permitted(String text) {
    return new Name(Namespace.PERMITTED, text);
  }

  @Override
  public int compareTo(Name other) {
    int byText = text.compareTo(other.text);
    return byText != 0 ? byText : namespace.compareTo(other.namespace);
  }

  @Override
  public String toString() {
    return namespace == Namespace.FUNCTION ? text + "()" : text;
  }
}
