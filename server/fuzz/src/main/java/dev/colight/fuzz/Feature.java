package dev.colight.fuzz;

import java.util.EnumSet;
import java.util.Set;

/** What a generated document may do. A document has some of these, so that some of them meet. */
enum Feature {
  NUMBERS(false),
  TEXTS(false),
  /** Collections and optionals that cannot change. */
  IMMUTABLES(false),
  METHODS(false),
  /** Methods and lambdas that assign variables of the document. */
  ASSIGNING(false),
  LAMBDAS(false),
  /** Records, enums and classes whose objects cannot change. */
  TYPES(false),
  IMPORTS(false),
  PRINTING(false),
  /** Exceptions, most of them halfway through a block. */
  ERRORS(false),
  /** Names declared again, as something else. */
  REDECLARATION(false),
  /** Uses of what is defined further down, or nowhere. */
  FORWARD(false),
  LISTS(true),
  MAPS(true),
  SETS(true),
  DEQUES(true),
  ARRAYS(true),
  BUILDERS(true),
  /** Seeded {@code Random}, iterators, streams: their state cannot be seen without changing it. */
  OPAQUE(true),
  /** Objects of classes with fields that change. */
  OBJECTS(true),
  STATICS(true),
  /** Records that hold what changes. */
  RECORDS(true),
  /** Enums with fields that change. */
  ENUMS(true),
  /** Atomics, optionals of lists, collections in collections. */
  NESTED(true),
  ALIASES(true),
  /** Sublists, views of maps, arrays as lists, wrappers. */
  VIEWS(true),
  /** Methods that change what a variable holds. */
  MUTATING_METHODS(true),
  /** Lambdas in variables that change what other variables hold. */
  MUTATING_LAMBDAS(true),
  /** A {@code toString} or {@code equals} that changes its object. */
  SIDE_EFFECTS(true);

  private final boolean mutates;

  Feature(boolean mutates) {
    this.mutates = mutates;
  }

  /** Returns those that change nothing in place. */
  static Set<Feature> withoutMutation() {
    Set<Feature> result = EnumSet.noneOf(Feature.class);
    for (Feature feature : values()) {
      if (!feature.mutates) {
        result.add(feature);
      }
    }
    return result;
  }

  static Set<Feature> all() {
    return EnumSet.allOf(Feature.class);
  }

  /** Returns those that the product promises to be right about: what the tests run with. */
  static Set<Feature> promised() {
    return withoutMutation();
  }
}
