/** Tests in the editors themselves. */
@NullMarked
package dev.colight.editors;

import org.jspecify.annotations.NullMarked;
