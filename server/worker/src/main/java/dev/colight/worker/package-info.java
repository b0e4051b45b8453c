/**
 * The process that runs user code. It uses nothing but the JDK, since it shares its class path with
 * the user's.
 */
@NullMarked
package dev.colight.worker;

import org.jspecify.annotations.NullMarked;
