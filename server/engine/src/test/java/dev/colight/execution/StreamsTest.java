package dev.colight.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.cache.BoundedCache;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.execution.KernelEvent.Emission.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StreamsTest {
  private static final BoundedCache<RunKey, BlockResult> EMPTY =
      BoundedCache.ofBound(1, result -> PlannerState.weightOf(result.outputs()));

  private static Output piece(Kind kind, int statement, String text) {
    return new Output(Emission.stream(kind, 0, statement, text, false), null, null);
  }

  private static Output value(String text) {
    Emission emission =
        new Emission(Kind.VALUE, 0, 0, Map.of("text/plain", text), false, null, null);
    return new Output(emission, null, null);
  }

  private static List<String> texts(List<Output> outputs) {
    return outputs.stream()
        .map(output -> output.text() + (output.emission().truncated() ? "…" : ""))
        .toList();
  }

  private static BlockResult result(String key, List<Output> outputs) {
    RunKey runKey = new RunKey(Digest.builder().add(key).build());
    return new BlockResult(
        runKey,
        new Outcome.Completed(),
        outputs,
        List.of(),
        Map.of(),
        java.util.Set.of(),
        0,
        false);
  }

  private static BoundedCache<RunKey, BlockResult> with(
      BoundedCache<RunKey, BlockResult> cache, BlockResult result) {
    RunKey key = result.key();
    return key == null ? cache : cache.with(key, result);
  }

  @Test
  void neighbouring_pieces_of_one_stream_and_statement_become_one() {
    List<Output> pieces =
        List.of(
            piece(Kind.STDOUT, 0, "a"),
            piece(Kind.STDOUT, 0, "b"),
            piece(Kind.STDERR, 0, "c"),
            piece(Kind.STDOUT, 0, "d"),
            piece(Kind.STDOUT, 1, "e"),
            value("f"),
            value("g"),
            piece(Kind.STDOUT, 1, "h"));
    assertEquals(
        List.of("ab", "c", "d", "e", "f", "g", "h"), texts(Streams.kept(EMPTY, null, pieces)));
  }

  @Test
  void many_pieces_are_joined_in_time_that_grows_with_their_number() {
    List<Output> pieces = new ArrayList<>();
    for (int i = 0; i < 16_000; i++) {
      pieces.add(piece(Kind.STDOUT, 0, "x".repeat(1_000)));
    }
    assertEquals(16_000_000, Streams.kept(EMPTY, null, pieces).get(0).text().length());
  }

  @Test
  void where_much_is_shown_already_only_the_beginning_of_a_stream_is_kept() {
    String much = "x".repeat(16 << 20);
    List<Output> outputs = List.of(piece(Kind.STDOUT, 0, much), value(much));
    BoundedCache<RunKey, BlockResult> cache = EMPTY;
    for (int i = 0; i < 3; i++) {
      assertEquals(outputs, Streams.kept(cache, null, outputs), "there is room for " + i);
      cache = with(cache, result("block " + i, outputs));
    }
    List<String> kept = texts(Streams.kept(cache, null, outputs));
    assertEquals(List.of("x".repeat(1 << 16) + "…", much), kept);
    // The result that goes makes room.
    assertEquals(outputs, Streams.kept(cache, result("block 1", outputs), outputs));
  }
}
