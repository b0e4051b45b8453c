package dev.colight.java;

import dev.colight.graph.ImportResolver;
import dev.colight.graph.Name;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The imports of a document whose libraries are not there. */
record LackingImports(ImportResolver rest, String lack) implements ImportResolver {
  @Override
  public List<String> defaultImports() {
    return rest.defaultImports();
  }

  @Override
  public List<String> resolve(Name name, List<String> onDemand) {
    return rest.resolve(name, onDemand);
  }

  @Override
  public @Nullable String problem(String text) {
    return rest.problem(text);
  }

  @Override
  public String origin(String text) {
    return rest.origin(text);
  }

  @Override
  public String origin(Name name) {
    return rest.origin(name);
  }

  @Override
  public String lasting(String text) {
    return rest.lasting(text);
  }

  @Override
  public String lasting(Name name) {
    return rest.lasting(name);
  }
}
