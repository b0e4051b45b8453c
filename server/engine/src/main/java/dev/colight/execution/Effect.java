package dev.colight.execution;

/**
 * Something that code does to the outside world, or may do.
 *
 * @param does what it does, in words for people, such as {@code writes files}
 * @param call by which it does it, such as {@code Files.delete}
 * @param token token of the unit's text where that stands
 */
public record Effect(String does, String call, int token) {}
