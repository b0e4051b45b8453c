/** The builds of projects that documents lie in, and the files that those are made of. */
@NullMarked
package dev.colight.java.project;

import org.jspecify.annotations.NullMarked;
