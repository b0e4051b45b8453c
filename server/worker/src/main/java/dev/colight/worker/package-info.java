/** Runs in the user's JVM. JDK only. */
@NullMarked
package dev.colight.worker;

import org.jspecify.annotations.NullMarked;
