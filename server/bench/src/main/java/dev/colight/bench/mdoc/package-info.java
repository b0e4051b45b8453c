/** The process in which mdoc evaluates worksheets. */
@NullMarked
package dev.colight.bench.mdoc;

import org.jspecify.annotations.NullMarked;
