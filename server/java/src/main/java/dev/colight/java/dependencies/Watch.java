package dev.colight.java.dependencies;

/** Looks on while libraries are fetched, and can end that. Called by threads of any kind. */
public interface Watch {
  /** Tells whether nobody wants the result any more. */
  boolean cancelled();

  /** Hears what is being done, in words for people. */
  void progress(String message);
}
