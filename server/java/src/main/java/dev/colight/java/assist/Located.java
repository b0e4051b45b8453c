package dev.colight.java.assist;

import dev.colight.graph.Place;
import dev.colight.java.compile.NameUse;
import dev.colight.text.Range;

/**
 * A name in a document, and what it means.
 *
 * @param unit the unit that it is in
 * @param body whether that is a method or a type
 */
record Located(NameUse use, Range range, Place unit, boolean body) {}
