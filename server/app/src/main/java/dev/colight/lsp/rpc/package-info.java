/** JSON-RPC that survives whatever a client sends, or does not read. */
@NullMarked
package dev.colight.lsp.rpc;

import org.jspecify.annotations.NullMarked;
