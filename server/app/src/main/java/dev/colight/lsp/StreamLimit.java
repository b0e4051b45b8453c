package dev.colight.lsp;

import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.WorkspaceEvent.BlockOutput;
import java.util.HashMap;
import java.util.Map;

/**
 * How much of a stream a client that loads no addresses is told while the block runs: hardly more
 * than the result is going to hold. Owned by the thread of the client.
 */
final class StreamLimit {
  private final int limit;

  /** By document, the stream that is being written. */
  private final Map<String, Told> told = new HashMap<>();

  /** The last piece of a stream, and characters that its client has been told. */
  private record Told(BlockOutput last, long characters) {
    boolean goesOn(BlockOutput next) {
      OutputView before = last.output();
      return last.block().equals(next.block())
          && last.run() == next.run()
          && next.sequence() > last.sequence()
          && before.kind() == next.output().kind()
          && before.range().equals(next.output().range());
    }
  }

  StreamLimit(int limit) {
    this.limit = limit;
  }

  /** Tells whether a client is to be told of an output. */
  boolean takes(BlockOutput output) {
    Kind kind = output.output().kind();
    if (kind != Kind.STDOUT && kind != Kind.STDERR) {
      return true;
    }
    Told before = told.get(output.uri());
    long characters = before != null && before.goesOn(output) ? before.characters : 0;
    told.put(output.uri(), new Told(output, characters + output.output().text().length()));
    return characters <= limit;
  }

  /** Forgets a document. */
  void closed(String uri) {
    told.remove(uri);
  }
}
