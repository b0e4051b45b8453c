/** Libraries: where they come from, and what is on a class path. Maven's code is used only here. */
@NullMarked
package dev.colight.java.dependencies;

import org.jspecify.annotations.NullMarked;
