package dev.colight.graph;

import java.util.List;
import java.util.Set;

/**
 * A run of top-level statements of one block, expressions and variable declarations included, in
 * which no name is declared twice or used before its declaration.
 *
 * @param values the variables it declares, in order
 * @param uses free names: those that it needs from elsewhere, without those it declares itself
 * @param assigns variables among {@code uses} that it assigns to
 */
public record StatementUnit(
    String text,
    List<Statement> statements,
    List<ValueDefinition> values,
    Set<Name> uses,
    Set<Name> assigns,
    Code code)
    implements Unit {}
