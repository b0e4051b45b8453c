/** Which documents may run. */
@NullMarked
package dev.colight.trust;

import org.jspecify.annotations.NullMarked;
