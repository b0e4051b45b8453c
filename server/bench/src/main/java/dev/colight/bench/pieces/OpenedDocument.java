package dev.colight.bench.pieces;

import dev.colight.bench.BenchDocument;
import dev.colight.bench.BenchDocument.Spot;
import dev.colight.document.Block;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BlockGraph;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.List;

/**
 * A document of the benchmark as far as it is known without running it: split, analysed, and in a
 * graph. An edit is another number in its first block, which defines what the sixth requires.
 */
public final class OpenedDocument implements AutoCloseable {
  private static final String URI = "file:///pieces.jsh";

  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
  private final BenchDocument blocks;
  private final Document document;
  private final BlockGraph graph;
  private int number = BenchDocument.FIRST;

  /** Opens a document of a multiple of ten blocks. */
  public OpenedDocument(int size) {
    blocks = new BenchDocument(size);
    document =
        Document.empty(URI).replace(1, Text.of(blocks.text()), language.splitter(URI)).after();
    BlockGraph all = BlockGraph.EMPTY;
    for (int i = 0; i < document.size(); i++) {
      Block block = document.block(i);
      all = all.with(block.id(), block.order(), analyse(block));
    }
    graph = all;
  }

  /** Returns the language, to ask for what takes part. */
  public JavaLanguage language() {
    return language;
  }

  /** Returns the graph of the document as it was opened. */
  public BlockGraph graph() {
    return graph;
  }

  /** Returns the block that requires what edits change. */
  public Block dependent() {
    return document.block(BenchDocument.GROUP / 2);
  }

  /** Writes a number that never was there before, which splits the document again. */
  public DocumentChange edit() {
    number++;
    Spot spot = blocks.pairs().get(0).value();
    Range range = Range.of(spot.line(), spot.column(), spot.line(), spot.end());
    TextEdit edit = new TextEdit(range, Integer.toString(number));
    return document.edit(number, List.of(edit), language.splitter(URI));
  }

  /** Returns the block of an edit. */
  public static Block edited(DocumentChange change) {
    return change.after().block(0);
  }

  /** Takes a block apart. */
  public BlockAnalysis analyse(Block block) {
    return language.analyzer().analyze(block.role(), block.lines());
  }

  @Override
  public void close() {
    language.close();
  }
}
