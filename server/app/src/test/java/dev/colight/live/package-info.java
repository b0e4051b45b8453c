/** Documents that are edited while a real worker runs them: what runs, and what is shown then. */
@NullMarked
package dev.colight.live;

import org.jspecify.annotations.NullMarked;
