/**
 * The colight/* messages: what a client and the server say to each other beyond LSP. Records mirror
 * the JSON name for name; an absent optional field is null here and left out there.
 */
@NullMarked
package dev.colight.protocol;

import org.jspecify.annotations.NullMarked;
