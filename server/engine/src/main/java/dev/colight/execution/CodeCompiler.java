package dev.colight.execution;

import dev.colight.cache.CodeKey;
import java.util.Collection;
import java.util.List;

/** Compiles units. Used by one thread at a time. */
public interface CodeCompiler {
  /**
   * Compiles units together; they may refer to each other and to everything that was compiled
   * before. Never throws for bad code. An error in one unit leaves the others alone, except those
   * that refer to it.
   *
   * @return one result per unit, in order
   */
  List<Compiled> compile(List<CompileUnit> units);

  /**
   * Drops what is kept of code that nobody needs any more; it may be asked for once more. Called by
   * the thread that compiles.
   */
  default void forget(Collection<CodeKey> keys) {}
}
