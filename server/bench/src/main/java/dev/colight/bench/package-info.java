/** Measures how long an edit takes, beside the least that it could take and beside JShell. */
@NullMarked
package dev.colight.bench;

import org.jspecify.annotations.NullMarked;
