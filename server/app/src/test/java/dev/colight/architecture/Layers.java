package dev.colight.architecture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The table of modules in docs/ARCHITECTURE.md: who may use what. */
final class Layers {
  static final String ROOT = "dev.colight.";

  /** What every layer may use. */
  private static final List<String> ALWAYS = List.of("java..", "org.jspecify.annotations..");

  private static final Map<String, Layer> ALL = new TreeMap<>();

  static {
    layer("text").libraries();
    layer("document", "text").libraries("org.pcollections..");
    layer("graph", "document").libraries("org.pcollections..");
    layer("cache").libraries("org.pcollections..");
    layer("execution", "graph", "cache").libraries("org.pcollections..");
    layer("trust").libraries();
    layer("workspace", "execution", "trust").libraries("org.pcollections..");
    layer("display").libraries("javax.imageio..");
    layer("worker.wire").libraries();
    layer("worker.render", "display", "worker.wire").libraries("javax.swing..");
    layer("worker", "display", "worker.render", "worker.wire").libraries();
    layer("java.split", "workspace").libraries("javax.lang.model..");
    layer("java.analysis", "java.split").libraries("com.github.javaparser..");
    layer("java.effects", "workspace").libraries("org.objectweb.asm..");
    layer("java.compile", "java.split", "java.analysis", "java.effects", "worker")
        .libraries("org.eclipse.jdt..", "org.objectweb.asm..");
    layer("java.assist", "java.split", "java.analysis", "java.compile")
        .libraries("javax.lang.model..");
    layer("java.kernel", "java.compile", "display", "worker", "worker.wire").libraries();
    layer("java.directives", "java.split").libraries();
    layer("java.dependencies", "java.directives")
        .libraries(
            "eu.maveniverse..",
            "org.eclipse.aether..",
            "org.apache.maven..",
            "org.codehaus.plexus..");
    layer("java.project", "java.dependencies").libraries();
    layer("java.sources", "java.compile", "java.directives").libraries();
    layer("java", "java.assist", "java.kernel", "java.project", "java.sources", "worker")
        .libraries();
    layer("fuzz", "java").libraries();
    layer("protocol").libraries("org.eclipse.lsp4j..", "com.google.gson..");
    layer("lsp", "java", "protocol").libraries("org.eclipse.lsp4j..", "com.google.gson..");
    layer("web", "lsp").libraries("io.netty..", "org.eclipse.lsp4j..");
    layer("cli", "lsp", "web").libraries("com.google.gson..");
  }

  private Layers() {}

  /** A layer: what it may use of ours, directly, and of others. */
  private static final class Layer {
    final List<String> uses;
    List<String> libraries = List.of();

    Layer(List<String> uses) {
      this.uses = uses;
    }

    void libraries(String... names) {
      libraries = List.of(names);
    }
  }

  private static Layer layer(String name, String... uses) {
    Layer layer = new Layer(List.of(uses));
    ALL.put(name, layer);
    return layer;
  }

  /** Returns the names of all layers, without {@code dev.colight.}. */
  static Set<String> names() {
    return ALL.keySet();
  }

  /** Returns the pattern of the packages that belong to a layer. */
  static List<String> packages(String name) {
    // These hold layers of their own below them.
    return name.equals("java") || name.equals("worker")
        ? List.of(ROOT + name)
        : List.of(ROOT + name, ROOT + name + "..");
  }

  /** Returns the patterns of all packages that a layer may use, itself included. */
  static String[] allowed(String name) {
    List<String> patterns = new ArrayList<>(ALWAYS);
    Set<String> reached = new LinkedHashSet<>();
    reach(name, reached);
    reached.forEach(layer -> patterns.addAll(packages(layer)));
    patterns.addAll(layerOf(name).libraries);
    return patterns.toArray(new String[0]);
  }

  private static void reach(String name, Set<String> reached) {
    if (reached.add(name)) {
      layerOf(name).uses.forEach(used -> reach(used, reached));
    }
  }

  private static Layer layerOf(String name) {
    Layer layer = ALL.get(name);
    if (layer == null) {
      throw new IllegalArgumentException("no layer " + name + " in " + Arrays.asList(names()));
    }
    return layer;
  }
}
