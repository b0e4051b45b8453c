/** Serves editors that connect rather than start the server. */
@NullMarked
package dev.colight.lsp.socket;

import org.jspecify.annotations.NullMarked;
