package dev.colight.trust;

/**
 * Decides which documents may run. Of one that may not, nothing is done but to read its text: no
 * process starts for it, nothing is fetched, and no file is read that it or its folder names, build
 * files included. Who reads such a file for a document asks first, about the document.
 */
@FunctionalInterface
public interface Trust {
  /** Trusts all documents: those that somebody has asked to run. */
  Trust ALL = uri -> true;

  /** Tells whether a document may run. Looks at the disk; may be called by any thread. */
  boolean trusts(String uri);
}
