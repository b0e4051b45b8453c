package dev.colight.display;

import java.util.Map;

/**
 * Gives rich forms to values of types that are not {@link Displayable} themselves. Found by {@link
 * java.util.ServiceLoader} on the class path of the document.
 *
 * <p>It is asked on a thread of its own and has a second; one that throws or takes longer costs the
 * rich forms of that value, and nothing else. It must not change what it is given.
 */
public interface Renderer {
  /** Returns the forms of a value by MIME type, as {@link Displayable#mime}; none for others. */
  Map<String, String> render(Object value);
}
