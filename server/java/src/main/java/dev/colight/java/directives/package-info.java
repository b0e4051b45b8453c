/** What the directives of a document ask for, as JBang reads them. */
@NullMarked
package dev.colight.java.directives;

import org.jspecify.annotations.NullMarked;
