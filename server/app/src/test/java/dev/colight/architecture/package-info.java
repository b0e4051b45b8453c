/** Holds the layers of docs/ARCHITECTURE.md. */
@NullMarked
package dev.colight.architecture;

import org.jspecify.annotations.NullMarked;
