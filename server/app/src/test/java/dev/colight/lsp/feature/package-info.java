@NullMarked
package dev.colight.lsp.feature;

import org.jspecify.annotations.NullMarked;
