/** The command line: starts the server, or runs a document and prints what it shows. */
@NullMarked
package dev.colight.cli;

import org.jspecify.annotations.NullMarked;
