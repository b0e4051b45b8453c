package dev.colight.bench.pieces;

import dev.colight.document.Block;
import dev.colight.document.DocumentChange;
import dev.colight.graph.BlockAnalysis;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** From the text to the units of a block. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(
    value = 1,
    jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class TextPieces {
  /** Blocks of the document. */
  @Param({"10", "1000", "10000"})
  public int blocks;

  private OpenedDocument document;
  private Block block;

  /** Opens the document. */
  @Setup
  public void open() {
    document = new OpenedDocument(blocks);
    block = OpenedDocument.edited(document.edit());
  }

  /** Ends what belongs to it. */
  @TearDown
  public void close() {
    document.close();
  }

  /** Splits a document again after an edit of one number. */
  @Benchmark
  public DocumentChange split() {
    return document.edit();
  }

  /** Parses a block, and finds what it defines and uses. */
  @Benchmark
  public BlockAnalysis parse() {
    return document.analyse(block);
  }
}
