@NullMarked
package dev.colight.lsp.export;

import org.jspecify.annotations.NullMarked;
