package dev.colight.java.effects;

import org.jspecify.annotations.Nullable;

/** Gives the class files that code sees; names have slashes. Safe for use by several threads. */
public interface ClassSource {
  /** Returns the bytes of a class, or null where there is none. */
  byte @Nullable [] find(String name);

  /**
   * Returns what tells a class of a library from one of the same name in another, or the empty
   * string where it is of none.
   */
  String origin(String name);

  /** Tells whether a class is compiled from a document. */
  boolean isOfDocument(String name);

  /**
   * Returns the key of the unit of a document that a class is the way into, where calls of that
   * class mean calls of the unit as a whole; else null.
   */
  @Nullable String functionKey(String name);

  /** Tells whether a class is part of the JDK, or of what runs documents. */
  boolean isOfPlatform(String name);
}
