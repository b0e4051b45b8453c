package dev.colight.graph;

/**
 * A top-level statement of a statement unit. Its number is its index in {@link
 * StatementUnit#statements()}.
 *
 * @param firstToken first token in the unit's code
 * @param lastToken last token, inclusive (the {@code ;} where there is one)
 */
public record Statement(int firstToken, int lastToken) {}
