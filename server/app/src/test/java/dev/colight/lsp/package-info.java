@NullMarked
package dev.colight.lsp;

import org.jspecify.annotations.NullMarked;
