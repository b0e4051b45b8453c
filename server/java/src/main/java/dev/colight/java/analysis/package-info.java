/** What a block of Java provides and requires. */
@NullMarked
package dev.colight.java.analysis;

import org.jspecify.annotations.NullMarked;
