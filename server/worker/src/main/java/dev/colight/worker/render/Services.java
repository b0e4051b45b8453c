package dev.colight.worker.render;

import dev.colight.display.Renderer;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The renderers that libraries on the class path bring along. */
final class Services {
  private static final int MAX_FAILURES = 100;

  private static final List<Renderer> RENDERERS = found();

  private Services() {}

  private static List<Renderer> found() {
    List<Renderer> found = new ArrayList<>();
    Iterator<Renderer> renderers =
        ServiceLoader.load(Renderer.class, Services.class.getClassLoader()).iterator();
    int failures = 0;
    while (true) {
      try {
        if (!renderers.hasNext()) {
          return List.copyOf(found);
        }
        found.add(renderers.next());
      } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
        if (++failures > MAX_FAILURES) {
          return List.copyOf(found); // one that fails in the same way again and again
        }
      }
    }
  }

  /** Returns the forms that the first renderer gives which knows a value. */
  static Bundle of(Object value) {
    for (Renderer renderer : RENDERERS) {
      Map<String, String> forms = forms(renderer, value);
      if (!forms.isEmpty()) {
        return new Bundle(forms, false, null);
      }
    }
    return Bundle.NONE;
  }

  /** Asks a renderer; one that throws does as well as one that does not know the value. */
  private static Map<String, String> forms(Renderer renderer, Object value) {
    try {
      Map<String, String> forms = renderer.render(value);
      return forms == null ? Map.of() : Map.copyOf(forms);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return Map.of();
    }
  }
}
