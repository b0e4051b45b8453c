/** Looks for documents and edits after which something else is shown than in a clean run. */
@NullMarked
package dev.colight.fuzz;

import org.jspecify.annotations.NullMarked;
