/** The workspace's own sources, and which documents use them. */
@NullMarked
package dev.colight.java.sources;

import org.jspecify.annotations.NullMarked;
