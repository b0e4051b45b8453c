@NullMarked
package dev.colight.lsp.rpc;

import org.jspecify.annotations.NullMarked;
