/**
 * Turns values into the forms in which they are shown. Nothing here knows of runs or of a server:
 * what is made of a value depends on the value alone.
 */
@NullMarked
package dev.colight.worker.render;

import org.jspecify.annotations.NullMarked;
