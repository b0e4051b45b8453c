/** Fuzzes for a while, and makes sure that fuzzing can find something. */
@NullMarked
package dev.colight.fuzz;

import org.jspecify.annotations.NullMarked;
