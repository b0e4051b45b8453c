/** Documents as a sequence of blocks that keep their identity across edits. */
@NullMarked
package dev.colight.document;

import org.jspecify.annotations.NullMarked;
