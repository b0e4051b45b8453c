/** Tests of the socket. */
@NullMarked
package dev.colight.lsp.socket;

import org.jspecify.annotations.NullMarked;
