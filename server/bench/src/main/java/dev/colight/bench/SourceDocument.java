package dev.colight.bench;

import dev.colight.bench.BenchDocument.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A document of a thousand blocks, on the disk beside sources that two of its blocks use: a class
 * by itself, and one that leads through others to the last of a chain.
 */
final class SourceDocument implements AutoCloseable {
  static final int SIZE = 1_000;

  /** Classes from the one that the document calls to the last one. */
  private static final int CHAIN = 5;

  /** How many times what a source gives the block shows that calls it. */
  static final int FACTOR = 2;

  /** What a source gives at first, five digits as always. */
  static final int FIRST = BenchDocument.FIRST;

  private static final String RETURN = "    return ";

  /** Where the number stands in a source that can be edited. */
  static final Spot SPOT = new Spot(4, RETURN.length());

  private final Path folder;
  private final String text;

  /** Writes the sources. */
  SourceDocument() throws IOException {
    folder = Files.createTempDirectory("colight-bench").toRealPath();
    Path sources = Files.createDirectories(folder.resolve("src").resolve("acme"));
    Files.writeString(sources.resolve("Leaf.java"), source("Leaf", Integer.toString(FIRST)));
    for (int i = 0; i < CHAIN; i++) {
      boolean last = i == CHAIN - 1;
      String value = last ? Integer.toString(FIRST) : "Level" + (i + 1) + ".value()";
      Files.writeString(sources.resolve("Level" + i + ".java"), source("Level" + i, value));
    }
    List<String> blocks =
        new ArrayList<>(
            List.of("import acme.*;", "Leaf.value() * " + FACTOR, "Level0.value() * " + FACTOR));
    for (int i = blocks.size(); i < SIZE; i++) {
      blocks.add(i % 2 == 0 ? "int a" + i + " = " + i + ";" : "\"block \" + " + i);
    }
    text = String.join("\n\n", blocks);
    Files.writeString(document(), text);
  }

  private static String source(String name, String value) {
    return "package acme;\n\npublic final class "
        + name
        + " {\n  public static int value() {\n"
        + RETURN
        + value
        + ";\n  }\n}\n";
  }

  private Path document() {
    return folder.resolve("document.jsh");
  }

  String uri() {
    return document().toUri().toString();
  }

  String text() {
    return text;
  }

  /** Returns the class that uses nothing. */
  Path leaf() {
    return folder.resolve("src/acme/Leaf.java");
  }

  /** Returns the class at the end of the chain. */
  Path deep() {
    return folder.resolve("src/acme/Level" + (CHAIN - 1) + ".java");
  }

  @Override
  public void close() throws IOException {
    Folders.delete(folder);
  }
}
