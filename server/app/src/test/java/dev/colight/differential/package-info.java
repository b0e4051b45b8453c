/**
 * Compares what documents show here with what the JDK's own JShell makes of them, on the documents
 * of {@code examples/} and of the test resources.
 */
@NullMarked
package dev.colight.differential;

import org.jspecify.annotations.NullMarked;
