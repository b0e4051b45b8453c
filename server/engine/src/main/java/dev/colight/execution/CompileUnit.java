package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import java.util.List;
import java.util.Set;

/**
 * A thing to compile, named by its key: two with equal keys compile to the same code.
 *
 * <p>{@code bindings} says what the free names mean. A name without a binding is left to the
 * language (a type of {@code java.lang}, an inherited member, an unknown name).
 */
public sealed interface CompileUnit {
  CodeKey key();

  List<Binding> bindings();

  /** Returns the unit of a block that it is made from. */
  Unit unit();

  /** Compiles a type. Its own name is bound to its own key. */
  record Type(CodeKey key, TypeUnit unit, List<Binding> bindings) implements CompileUnit {}

  /** Compiles what callers of a function see. */
  record FunctionInterface(CodeKey key, FunctionUnit unit, List<Binding> bindings)
      implements CompileUnit {}

  /**
   * Compiles a function's body.
   *
   * @param interfaceKey its own interface, through which others (and, by name, itself) call it
   */
  record FunctionBody(CodeKey key, CodeKey interfaceKey, FunctionUnit unit, List<Binding> bindings)
      implements CompileUnit {}

  /**
   * Compiles the storage of a variable whose type is declared; it may turn out to be a constant.
   */
  record Storage(CodeKey key, StatementUnit unit, ValueDefinition value, List<Binding> bindings)
      implements CompileUnit {}

  /**
   * Compiles statements. Variables that they declare with a type are among the bindings; for one
   * with an inferred type the compiler makes a storage and names it in {@link Compiled#inferred}.
   *
   * @param constants the variables among those it declares that may be constants
   */
  record Statements(CodeKey key, StatementUnit unit, Set<Name> constants, List<Binding> bindings)
      implements CompileUnit {}
}
