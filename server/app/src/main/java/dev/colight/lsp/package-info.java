/** The language server: lifecycle, documents, and who is told what. */
@NullMarked
package dev.colight.lsp;

import org.jspecify.annotations.NullMarked;
