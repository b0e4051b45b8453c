@NullMarked
package dev.colight.java.assist;

import org.jspecify.annotations.NullMarked;
