package dev.colight.java.analysis;

import dev.colight.graph.Name;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Collects the names that code uses and does not declare. Used by one thread. */
final class FreeNames {
  private final SortedSet<Name> uses = new TreeSet<>();
  private final SortedSet<Name> assigns = new TreeSet<>();

  void use(Name name, Scope scope) {
    if (!scope.declares(name)) {
      uses.add(name);
    }
  }

  /** Uses the first name of {@code a.b}: a variable where there is one, else a type or package. */
  void useQualifier(String text, Scope scope) {
    Name value = Name.value(text);
    if (!scope.declares(value)) {
      uses.add(value);
      use(Name.type(text), scope);
    }
  }

  void assign(String variable, Scope scope) {
    Name name = Name.value(variable);
    if (!scope.declares(name)) {
      uses.add(name);
      assigns.add(name);
    }
  }

  void addAll(FreeNames other) {
    uses.addAll(other.uses);
    assigns.addAll(other.assigns);
  }

  boolean uses(Name name) {
    return uses.contains(name);
  }

  /** Returns the names, sorted. */
  Set<Name> uses() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(uses));
  }

  /** Returns the names, sorted, without one. */
  Set<Name> usesWithout(Name name) {
    SortedSet<Name> rest = new TreeSet<>(uses);
    rest.remove(name);
    return Collections.unmodifiableSortedSet(rest);
  }

  /** Returns the variables among the names that are assigned to, sorted. */
  Set<Name> assigns() {
    return Collections.unmodifiableSortedSet(new TreeSet<>(assigns));
  }
}
