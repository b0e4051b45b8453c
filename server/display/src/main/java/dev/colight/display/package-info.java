/**
 * What documents call to show more than text: {@code import static dev.colight.display.Display.*;}.
 *
 * <p>In a live document what is shown stands beside its code. Under plain {@code java} or {@code
 * jshell} it is printed as text. Nothing but the JDK is needed.
 */
@NullMarked
package dev.colight.display;

import org.jspecify.annotations.NullMarked;
