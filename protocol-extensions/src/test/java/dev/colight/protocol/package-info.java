@NullMarked
package dev.colight.protocol;

import org.jspecify.annotations.NullMarked;
