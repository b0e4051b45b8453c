package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import java.io.IOException;

/** Something that people use in place of this program, with a document in it. */
interface Rival extends AutoCloseable {
  /**
   * Writes another number into the first block of a pair, and does what shows the result of the
   * second one.
   *
   * @return what is shown, strings in quotes
   */
  String edit(Pair pair, int value) throws IOException, InterruptedException;

  @Override
  void close() throws IOException;
}
