package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** All of a document run again under plain {@code java}, which compiles it first. */
final class JavaRival implements Rival {
  private static final String END = "end of the program";

  private final Path folder;
  private final Path file;
  private final BenchDocument document;

  JavaRival(BenchDocument document) throws IOException {
    this.document = document;
    folder = Files.createTempDirectory("colight-bench");
    file = folder.resolve(JavaProgram.NAME + ".java");
  }

  @Override
  public String edit(Pair pair, int value) throws IOException, InterruptedException {
    Files.writeString(file, JavaProgram.of(document.blocks(pair, value), END));
    List<String> lines = Processes.output(Processes.tool("java"), file.toString()).lines().toList();
    if (lines.isEmpty() || !lines.get(lines.size() - 1).equals(END)) {
      throw new IOException("java says " + lines);
    }
    // One line for each pair, in order.
    String shown = lines.get(pair.number() - 1);
    return pair.kind().showsText() ? '"' + shown + '"' : shown;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
