package dev.colight.java;

/** Decides whether what a document asks for may be fetched, and run with. */
@FunctionalInterface
public interface Permission {
  /** Lets all documents have what they ask for. */
  Permission ALL = uri -> true;

  /** Tells whether a document may have what it asks for. Called by any thread. */
  boolean allows(String uri);
}
