/** Java as a language of live documents. */
@NullMarked
package dev.colight.java;

import org.jspecify.annotations.NullMarked;
