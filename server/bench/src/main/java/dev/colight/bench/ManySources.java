package dev.colight.bench;

import dev.colight.bench.BenchDocument.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A workspace of many sources, in layers of packages, on the disk. A class uses three of the layer
 * below it: by the call of a method that goes down to the lowest layer, by the call of one that
 * does not, and by an object. Two documents stand beside them: one that uses a class of a low
 * layer, and with it a few, and one that uses all classes of the uppermost layer, and with them
 * nearly all.
 */
final class ManySources implements AutoCloseable {
  /** Classes in a layer. */
  static final int WIDTH = 50;

  /** The layer that the document with few uses is at. */
  private static final int LOW = 4;

  /** What the deepest class gives at first, five digits as always. */
  static final int FIRST = BenchDocument.FIRST;

  private static final String RETURN = "    return ";

  /** Where the number stands in the deepest class. */
  static final Spot SPOT = new Spot(12, RETURN.length());

  /** Where a number stands in the name of a method of it that nobody calls. */
  static final Spot NAME = new Spot(36, "  public static int outside".length());

  private final Path folder;
  private final int layers;

  /** Writes them. */
  ManySources(int count) throws IOException {
    folder = Files.createTempDirectory("colight-bench").toRealPath();
    layers = Math.max(LOW + 1, count / WIDTH);
    for (int layer = 0; layer < layers; layer++) {
      Path sources = Files.createDirectories(folder.resolve("src/acme/" + packageOf(layer)));
      for (int i = 0; i < WIDTH; i++) {
        Files.writeString(sources.resolve(nameOf(layer, i) + ".java"), source(layer, i));
      }
    }
    Files.writeString(folder.resolve("few.jsh"), few());
    Files.writeString(folder.resolve("all.jsh"), all());
  }

  private static String packageOf(int layer) {
    return "layer" + layer;
  }

  private static String nameOf(int layer, int i) {
    return "Part" + layer + "x" + i % WIDTH;
  }

  private static String source(int layer, int i) {
    String name = nameOf(layer, i);
    boolean lowest = layer == 0;
    List<String> used =
        lowest
            ? List.of()
            : List.of(
                nameOf(layer - 1, i), nameOf(layer - 1, i * 7 + 3), nameOf(layer - 1, i * 3 + 1));
    StringBuilder imports = new StringBuilder();
    used.stream()
        .distinct()
        .forEach(one -> imports.append("import acme." + packageOf(layer - 1) + "." + one + ";\n"));
    String value = lowest ? Integer.toString(FIRST + i) : used.get(0) + ".value()";
    String weight = lowest ? "3" : used.get(1) + ".weight(2) % 7";
    String below = lowest ? "entries.size()" : "new " + used.get(2) + "(entries.size()).count()";
    return """
        package acme.LAYER;

        IMPORTSimport java.util.ArrayList;
        import java.util.List;
        import java.util.Map;
        import java.util.TreeMap;

        /** One of many. */
        public final class NAME {
          private final List<Entry> entries = new ArrayList<>();

          public static int value() {
            return VALUE;
          }

          /** What is held. */
          public record Entry(String key, int amount) {
            Entry doubled() {
              return new Entry(key, amount * 2);
            }
          }

          public NAME(int size) {
            for (int i = 0; i < size; i++) {
              add("key " + i, i % 3);
            }
          }

          public static int weight(int factor) {
            int sum = 0;
            for (int i = 0; i < factor; i++) {
              sum += (i * INDEX) % 11;
            }
            return sum;
          }

          public static int outside10000() {
            return INDEX;
          }

          public static int share() {
            return WEIGHT;
          }

          public void add(String key, int amount) {
            if (amount < 0) {
              throw new IllegalArgumentException(key + " is less than nothing: " + amount);
            }
            entries.add(new Entry(key, amount));
          }

          public Map<String, Integer> totals() {
            Map<String, Integer> totals = new TreeMap<>();
            entries.stream()
                .filter(entry -> entry.amount() > 0)
                .map(Entry::doubled)
                .forEach(entry -> totals.merge(entry.key(), entry.amount(), Integer::sum));
            return totals;
          }

          public int count() {
            return BELOW;
          }

          @Override
          public String toString() {
            return "NAME" + totals() + switch (entries.size()) {
              case 0 -> " empty";
              case 1 -> " single";
              default -> " of " + entries.size();
            };
          }
        }
        """
        .replace("LAYER", packageOf(layer))
        .replace("IMPORTS", imports)
        .replace("NAME", name)
        .replace("VALUE", value)
        .replace("WEIGHT", weight)
        .replace("INDEX", Integer.toString(i))
        .replace("BELOW", below);
  }

  /** Returns a document whose only use leads to a few sources. */
  String few() {
    return "import acme." + packageOf(LOW) + ".*;\n\n" + nameOf(LOW, 0) + ".value() * 2\n";
  }

  /** Returns a document that uses nearly all. */
  String all() {
    List<String> blocks = new ArrayList<>();
    blocks.add("import acme." + packageOf(layers - 1) + ".*;");
    for (int i = WIDTH - 1; i > 0; i--) {
      String name = nameOf(layers - 1, i);
      blocks.add("new " + name + "(" + i + ").count() + " + name + ".share()");
    }
    blocks.add(nameOf(layers - 1, 0) + ".value() * 2");
    return String.join("\n\n", blocks) + "\n";
  }

  /** Returns the address of a document. */
  String uri(String name) {
    return folder.resolve(name).toUri().toString();
  }

  /** Returns the class of the lowest layer that both documents use. */
  Path deepest() {
    return folder.resolve("src/acme/" + packageOf(0) + "/" + nameOf(0, 0) + ".java");
  }

  /** Returns all sources. */
  List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
