package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import dev.colight.bench.jupyter.JupyterKernel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A kernel for Java as notebooks use it, with a cell for each block. A notebook does not know which
 * cells require which: people run the one that they have changed and all below, or, where they
 * know, those that they think of.
 */
final class NotebookRival implements Rival {
  private final JupyterKernel kernel;
  private final boolean allBelow;
  private final BenchDocument document;

  /**
   * Starts a kernel, and runs all cells.
   *
   * @param jars the kernel's, the first of which starts it
   * @param allBelow whether all cells below are run again, or just the one that requires it
   */
  NotebookRival(List<Path> jars, BenchDocument document, boolean allBelow)
      throws IOException, InterruptedException {
    this.document = document;
    this.allBelow = allBelow;
    kernel = new JupyterKernel(List.of(Processes.tool("java"), "-jar", jars.get(0).toString()));
    try {
      kernel.run(cells(document.blocks()));
    } catch (IOException | InterruptedException e) {
      kernel.close();
      throw e;
    }
  }

  @Override
  public String edit(Pair pair, int value) throws IOException, InterruptedException {
    BlockText definer = pair.kind().definer(pair.number(), value, value);
    BlockText dependent = pair.kind().dependent(pair.number());
    List<BlockText> blocks = List.of(definer, dependent);
    if (allBelow) {
      List<BlockText> all = document.blocks(pair, value);
      blocks = all.subList(all.indexOf(definer), all.size());
    }
    String shown = kernel.run(cells(blocks)).get(blocks.indexOf(dependent));
    return pair.kind().showsText() && !shown.startsWith("\"") ? '"' + shown + '"' : shown;
  }

  private static List<String> cells(List<BlockText> blocks) {
    return blocks.stream().map(block -> String.join("\n", block.lines())).toList();
  }

  @Override
  public void close() throws IOException {
    kernel.close();
  }
}
