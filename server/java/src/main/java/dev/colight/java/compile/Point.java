package dev.colight.java.compile;

import java.util.List;

/**
 * A place in code, as somebody who writes there sees it.
 *
 * @param ofType whether something before the dot is a type, of which only static members count
 * @param receiver the type of what is before the dot, or empty where there is nothing
 * @param declared that type as it can be declared where nothing is imported
 * @param known whether what is before the dot has a type at all
 * @param expected the type that is expected there, or empty
 * @param members what can be named: members of what is before the dot, else locals and members of
 *     the types around
 * @param constructors constructors of the type before the dot
 */
public record Point(
    boolean ofType,
    String receiver,
    String declared,
    boolean known,
    String expected,
    List<Member> members,
    List<Member> constructors) {}
