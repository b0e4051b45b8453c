/** Text as immutable lines, positions, ranges and edits. Knows nothing of blocks or languages. */
@NullMarked
package dev.colight.text;

import org.jspecify.annotations.NullMarked;
