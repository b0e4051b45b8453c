package dev.colight.java.analysis;

import dev.colight.graph.Name;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names declared so far in a stretch of code, and in those around it. Used by one thread. */
final class Scope {
  private final @Nullable Scope outer;
  private final Set<Name> names = new HashSet<>(4);

  private Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  static Scope root() {
    return new Scope(null);
  }

  Scope inner() {
    return new Scope(this);
  }

  /** Returns a scope with more variables; this one itself where there are none. */
  Scope innerWith(Collection<String> variables) {
    if (variables.isEmpty()) {
      return this;
    }
    Scope inner = inner();
    variables.forEach(variable -> inner.declare(Name.value(variable)));
    return inner;
  }

  void declare(Name name) {
    names.add(name);
  }

  boolean declares(Name name) {
    for (Scope scope = this; scope != null; scope = scope.outer) {
      if (scope.names.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
