/**
 * Parts of an edit, each by itself, under JMH. Parts that only their package can see are measured
 * by classes of the same package.
 */
@NullMarked
package dev.colight.bench.pieces;

import org.jspecify.annotations.NullMarked;
