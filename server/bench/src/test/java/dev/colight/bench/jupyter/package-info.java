@NullMarked
package dev.colight.bench.jupyter;

import org.jspecify.annotations.NullMarked;
