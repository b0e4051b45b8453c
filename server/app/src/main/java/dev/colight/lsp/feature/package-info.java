/** One handler for each LSP feature: a function of one snapshot. */
@NullMarked
package dev.colight.lsp.feature;

import org.jspecify.annotations.NullMarked;
