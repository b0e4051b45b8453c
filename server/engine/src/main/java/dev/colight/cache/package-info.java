/** Digests, keys and the bounded store of results. */
@NullMarked
package dev.colight.cache;

import org.jspecify.annotations.NullMarked;
