/** Tests the figures, not how large they are. */
@NullMarked
package dev.colight.bench;

import org.jspecify.annotations.NullMarked;
