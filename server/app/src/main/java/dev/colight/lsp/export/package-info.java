/** Documents with their results in other formats. */
@NullMarked
package dev.colight.lsp.export;

import org.jspecify.annotations.NullMarked;
