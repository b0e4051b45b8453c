/** What is built from, and what is bundled. */
@NullMarked
package dev.colight.supply;

import org.jspecify.annotations.NullMarked;
