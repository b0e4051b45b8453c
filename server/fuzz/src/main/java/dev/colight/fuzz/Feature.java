package dev.colight.fuzz;

import java.util.EnumSet;
import java.util.Set;

/** What a generated document may do. A document has some of these, so that some of them meet. */
enum Feature {
  NUMBERS,
  TEXTS,
  /** Collections and optionals that cannot change. */
  IMMUTABLES,
  METHODS,
  /** Methods and lambdas that assign variables of the document. */
  ASSIGNING,
  LAMBDAS,
  /** Records, enums and classes whose objects cannot change. */
  TYPES,
  IMPORTS,
  PRINTING,
  /** Exceptions, most of them halfway through a block. */
  ERRORS,
  /** Names declared again, as something else. */
  REDECLARATION,
  /** Uses of what is defined further down, or nowhere. */
  FORWARD,
  LISTS,
  MAPS,
  SETS,
  DEQUES,
  ARRAYS,
  BUILDERS,
  /** Seeded {@code Random}, iterators, streams: their state cannot be seen without changing it. */
  OPAQUE,
  /** Objects of classes with fields that change. */
  OBJECTS,
  STATICS,
  /** Records that hold what changes. */
  RECORDS,
  /** Enums with fields that change. */
  ENUMS,
  /** Atomics, optionals of lists, collections in collections. */
  NESTED,
  ALIASES,
  /**
   * The order of what is hashed by identity, and of immutable sets and maps: the platform leaves it
   * to chance.
   */
  HASHES,
  /** Matchers, scanners, buffers and others of the platform whose calls change their state. */
  PLATFORM,
  /** Forms of the language that are in none of the others. */
  LANGUAGE,
  /** Sublists, views of maps, arrays as lists, wrappers. */
  VIEWS,
  /** Methods that change what a variable holds. */
  MUTATING_METHODS,
  /** Lambdas in variables that change what other variables hold. */
  MUTATING_LAMBDAS,
  /** A {@code toString} or {@code equals} that changes its object. */
  SIDE_EFFECTS,
  /** What only programs have: ways to end one, and local variables. */
  ENDINGS;

  static Set<Feature> all() {
    return EnumSet.allOf(Feature.class);
  }

  /**
   * Returns those that the product promises to be right about: what the tests run with. That is
   * all; one that is found not to be right is left out here until it is.
   */
  static Set<Feature> promised() {
    return all();
  }
}
