/** The façade: changes in, immutable snapshots and notifications out. */
@NullMarked
package dev.colight.workspace;

import org.jspecify.annotations.NullMarked;
