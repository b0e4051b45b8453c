/** What each block provides and requires, and which definition a name means at a place. */
@NullMarked
package dev.colight.graph;

import org.jspecify.annotations.NullMarked;
