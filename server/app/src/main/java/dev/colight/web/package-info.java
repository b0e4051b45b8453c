/**
 * Live documents in a browser: HTTP and a WebSocket on this machine alone. Netty is used here and
 * nowhere else.
 */
@NullMarked
package dev.colight.web;

import org.jspecify.annotations.NullMarked;
