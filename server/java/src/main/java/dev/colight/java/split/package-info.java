/** Tokens, blocks and statements, from text that need not be complete. */
@NullMarked
package dev.colight.java.split;

import org.jspecify.annotations.NullMarked;
