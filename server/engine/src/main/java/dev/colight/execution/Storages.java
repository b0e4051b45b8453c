package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.graph.Definition;

/** Knows the storages of variables whose type the compiler infers. */
interface Storages {
  /** Returns what is known of the storage of a variable of inferred type. */
  State of(Definition definition);

  /** What is known of a storage. */
  sealed interface State {}

  /** The type is known. */
  record Known(CodeKey key) implements State {}

  /** The statements that declare it are still to be compiled. */
  record Pending() implements State {}

  /** The statements that declare it do not compile. */
  record Missing() implements State {}
}
