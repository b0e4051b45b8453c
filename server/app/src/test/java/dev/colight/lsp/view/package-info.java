@NullMarked
package dev.colight.lsp.view;

import org.jspecify.annotations.NullMarked;
