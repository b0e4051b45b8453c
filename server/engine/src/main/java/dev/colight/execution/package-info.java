/** The planner that decides what compiles and runs, and the contracts of what does so. */
@NullMarked
package dev.colight.execution;

import org.jspecify.annotations.NullMarked;
