@NullMarked
package dev.colight.java.dependencies;

import org.jspecify.annotations.NullMarked;
