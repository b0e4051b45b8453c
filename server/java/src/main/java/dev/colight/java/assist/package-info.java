/**
 * Help with editing Java: what may be written at a place, and what is meant by what stands there.
 */
@NullMarked
package dev.colight.java.assist;

import org.jspecify.annotations.NullMarked;
