/** A client as the protocol describes it, which checks every message that it gets. */
@NullMarked
package dev.colight.client;

import org.jspecify.annotations.NullMarked;
