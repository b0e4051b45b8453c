/** What compiled code does to the outside world. */
@NullMarked
package dev.colight.java.effects;

import org.jspecify.annotations.NullMarked;
