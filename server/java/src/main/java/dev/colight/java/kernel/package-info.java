/** Workers: processes that run compiled units. */
@NullMarked
package dev.colight.java.kernel;

import org.jspecify.annotations.NullMarked;
