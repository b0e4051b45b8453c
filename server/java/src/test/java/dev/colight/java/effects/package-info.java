@NullMarked
package dev.colight.java.effects;

import org.jspecify.annotations.NullMarked;
