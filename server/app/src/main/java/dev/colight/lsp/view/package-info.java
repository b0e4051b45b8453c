/** How the engine's views look to a client: positions, texts, records of the protocol. */
@NullMarked
package dev.colight.lsp.view;

import org.jspecify.annotations.NullMarked;
