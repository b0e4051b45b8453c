package dev.colight.fuzz;

import dev.colight.fuzz.Snippet.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The names that can be seen at a place, and what each stands for there. */
final class Scope {
  private final Map<String, Shape> shapes = new LinkedHashMap<>();

  /** Returns what is defined above a block. */
  static Scope above(Draft draft, int index) {
    Scope scope = new Scope();
    draft.blocks().subList(0, index).forEach(block -> block.forEach(scope::add));
    return scope;
  }

  /** Takes in what a snippet defines, in place of what went by the same names. */
  void add(Snippet snippet) {
    for (Symbol symbol : snippet.declares()) {
      shapes.put(symbol.name(), symbol.shape());
    }
  }

  List<String> names(Shape shape) {
    List<String> result = new ArrayList<>();
    shapes.forEach(
        (name, known) -> {
          if (known == shape) {
            result.add(name);
          }
        });
    return result;
  }

  /** Returns what a name stands for that is in scope. */
  Shape shape(String name) {
    return Objects.requireNonNull(shapes.get(name));
  }

  List<String> names() {
    return List.copyOf(shapes.keySet());
  }
}
