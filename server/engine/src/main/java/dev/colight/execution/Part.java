package dev.colight.execution;

/** Tells which part of a unit is compiled. */
public enum Part {
  /** A type declaration. */
  TYPE,
  /** What callers of a function are compiled against; calls go through it to the bound body. */
  FUNCTION_INTERFACE,
  /** A function's implementation. */
  FUNCTION_BODY,
  /** The storage of a variable of declared type. */
  STORAGE,
  /** Statements to run. */
  STATEMENTS
}
