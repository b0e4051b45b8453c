package dev.colight.workspace;

import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.Verification.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Compares what a document shows with what a clean run of the same text shows. */
final class Comparison {
  private final UnaryOperator<String> essence;

  private Comparison(UnaryOperator<String> essence) {
    this.essence = essence;
  }

  /**
   * Compares block by block.
   *
   * @param essence leaves out of a text what is another in each process
   */
  static Compared of(SnapshotView shown, SnapshotView clean, UnaryOperator<String> essence) {
    Comparison comparison = new Comparison(essence);
    List<BlockView> expected = clean.blocks();
    List<Difference> differences = new ArrayList<>();
    List<BlockView> unclaimed = new ArrayList<>();
    List<BlockView> unfinished = new ArrayList<>();
    for (BlockView block : shown.blocks()) {
      if (block.kind() == BlockKind.PROSE) {
        continue;
      }
      if (block.state() == BlockState.RUNNING) {
        unfinished.add(block);
        continue;
      }
      ResultView actual = block.result();
      if (actual == null
          || shown.isPending(block.id())
          || !claims(block, actual, shown.running())) {
        unclaimed.add(block);
        continue;
      }
      BlockView twin = block.index() < expected.size() ? expected.get(block.index()) : null;
      ResultView result = twin != null && twin.range().equals(block.range()) ? twin.result() : null;
      if (twin != null && twin.state() == BlockState.HELD) {
        unclaimed.add(block); // a clean run that nobody consented to does not touch the world
      } else if (twin != null && !ended(actual, twin, clean.running())) {
        unfinished.add(block);
      } else if (!comparison.essence(actual).equals(comparison.essence(result))) {
        differences.add(new Difference(block, result, actual));
      }
    }
    return new Compared(shown, differences, unclaimed, unfinished);
  }

  /**
   * Tells whether a block has ended in the clean run, or at least in one of both.
   *
   * @param running whether something goes on in the clean run, or is fetched for it
   */
  private static boolean ended(ResultView actual, BlockView twin, boolean running) {
    ResultView expected = twin.result();
    boolean stopped = expected != null && expected.status() == Status.TIMEOUT;
    return twin.state() != BlockState.RUNNING
        && twin.state() != BlockState.QUEUED
        && !(running && expected != null && expected.status() == Status.BLOCKED)
        && !(stopped && actual.status() == Status.TIMEOUT);
  }

  /**
   * Tells whether a result is shown as that of the present text.
   *
   * @param running whether something goes on, or is fetched: what a block waits for may yet come
   */
  private static boolean claims(BlockView block, ResultView result, boolean running) {
    return switch (result.status()) {
      case OK, ERROR, TIMEOUT -> block.state() == BlockState.FRESH;
      case INVALID, BLOCKED ->
          !(running && result.status() == Status.BLOCKED)
              && (block.state() == BlockState.FRESH || block.state() == BlockState.STALE);
      case CANCELLED, HELD -> false;
    };
  }

  /** Returns all that a result tells, but for how long it took and where it came from. */
  private List<Object> essence(@Nullable ResultView result) {
    List<Object> parts = new ArrayList<>();
    if (result != null) {
      parts.add(result.status());
      parts.addAll(outputs(result.outputs()));
      for (ErrorView error = result.error(); error != null; error = error.cause()) {
        parts.add(String.valueOf(error.type()));
        parts.add(essence.apply(error.message()));
        parts.add(String.valueOf(error.range()));
        // How calls within libraries go may depend on how often they have gone before.
        error.trace().stream().filter(frame -> frame.line() != null).forEach(parts::add);
      }
    }
    return parts;
  }

  /** Returns the outputs; what a statement writes in one go comes in pieces, cut by time. */
  private List<OutputView> outputs(List<OutputView> outputs) {
    List<OutputView> result = new ArrayList<>();
    for (OutputView output : outputs) {
      OutputView last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && isStream(output) && continues(last, output)) {
        result.set(result.size() - 1, joined(last, output));
      } else {
        result.add(output);
      }
    }
    result.replaceAll(this::essence);
    return result;
  }

  private static boolean isStream(OutputView output) {
    return output.kind() == Kind.STDOUT || output.kind() == Kind.STDERR;
  }

  private static boolean continues(OutputView last, OutputView next) {
    return last.kind() == next.kind() && last.range().equals(next.range());
  }

  private static OutputView joined(OutputView first, OutputView second) {
    return new OutputView(
        first.kind(),
        first.range(),
        null,
        null,
        Map.of("text/plain", first.text() + second.text()),
        first.truncated() || second.truncated(),
        null,
        null);
  }

  private OutputView essence(OutputView output) {
    Map<String, String> mime = new TreeMap<>(output.mime());
    mime.replaceAll((type, payload) -> essence.apply(payload));
    return new OutputView(
        output.kind(),
        output.range(),
        output.name(),
        output.type(),
        mime,
        output.truncated(),
        null,
        null);
  }
}
