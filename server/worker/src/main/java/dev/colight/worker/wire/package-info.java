/** The frames between server and worker. */
@NullMarked
package dev.colight.worker.wire;

import org.jspecify.annotations.NullMarked;
