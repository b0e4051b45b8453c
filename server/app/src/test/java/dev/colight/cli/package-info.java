@NullMarked
package dev.colight.cli;

import org.jspecify.annotations.NullMarked;
