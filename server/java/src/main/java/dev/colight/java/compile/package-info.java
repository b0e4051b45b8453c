/** Units compiled with ECJ to classes named by their keys. */
@NullMarked
package dev.colight.java.compile;

import org.jspecify.annotations.NullMarked;
