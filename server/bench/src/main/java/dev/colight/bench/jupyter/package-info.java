/** A client of the kernels that Jupyter's notebooks use, as far as it takes to run cells. */
@NullMarked
package dev.colight.bench.jupyter;

import org.jspecify.annotations.NullMarked;
