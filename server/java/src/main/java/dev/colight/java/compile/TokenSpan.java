package dev.colight.java.compile;

/** Some of a unit's tokens, both ends inclusive. */
record TokenSpan(int first, int last) {}
