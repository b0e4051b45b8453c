package dev.colight.worker;

import dev.colight.worker.render.Bundle;
import dev.colight.worker.render.Rich;
import dev.colight.worker.render.Watch;
import dev.colight.worker.wire.Frames;
import dev.colight.worker.wire.FromWorker;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a worker does with a value: one of a line, and one that is a table. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class ValuePieces {
  private static final int LIMIT = 16 << 10;

  private final String line = "depot 17 keeps 2512 of 10051";

  private final List<Sale> table =
      IntStream.range(0, 100).mapToObj(i -> new Sale("depot " + i, i, i * 2.5)).toList();

  private final List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

  private final FromWorker.Value message =
      new FromWorker.Value(1, false, 0, 0, Map.of("text/plain", line), false, null, null, true);

  private final byte[] frame = Frames.encode(message);

  /** A row of the table. */
  public record Sale(String depot, int pieces, double price) {}

  /** Computes what tells a list of a hundred numbers from others. */
  @Benchmark
  public @Nullable String fingerprint() {
    return ValueDigest.of(numbers);
  }

  /** Renders a string as text. */
  @Benchmark
  public Object renderLine() {
    return Rendering.of(line, LIMIT);
  }

  /** Renders a hundred records as text. */
  @Benchmark
  public Object renderList() {
    return Rendering.of(table, LIMIT);
  }

  /** Makes a table of a hundred records. */
  @Benchmark
  public Bundle presentTable() {
    return Rich.of(table, Watch.PRESENT, "r");
  }

  /** Encodes a result as a frame. */
  @Benchmark
  public byte[] encodeFrame() {
    return Frames.encode(message);
  }

  /** Decodes it. */
  @Benchmark
  public FromWorker decodeFrame() throws IOException {
    return Frames.receiveFromWorker(new ByteArrayInputStream(frame), Frames.MAX_LENGTH);
  }
}
