package dev.colight.lsp.view;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.execution.Expansion;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.protocol.BlockError;
import dev.colight.protocol.BlockInfo;
import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.BlockState;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.ExpandResult;
import dev.colight.protocol.Frame;
import dev.colight.protocol.Output;
import dev.colight.protocol.OutputKind;
import dev.colight.protocol.Payload;
import dev.colight.protocol.ResultStatus;
import dev.colight.protocol.RunEndParams;
import dev.colight.protocol.RunReason;
import dev.colight.protocol.RunStartParams;
import dev.colight.protocol.RunStatus;
import dev.colight.protocol.VerifyDifference;
import dev.colight.protocol.VerifyResult;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.Verification.Difference;
import dev.colight.workspace.WorkspaceEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the engine's views into the records of the protocol.
 *
 * @param positions how the client counts columns; its text is asked for nothing else
 * @param audience what the client can do with outputs
 */
public record Presentation(Positions positions, Audience audience) {
  private static final double NANOS_PER_MS = 1e6;

  /** Presents the start of a run. */
  public RunStartParams runStart(WorkspaceEvent.RunStarted event) {
    return new RunStartParams(
        event.uri(),
        event.version(),
        event.run(),
        RunReason.valueOf(event.reason().name()),
        event.blocks().stream().map(this::block).toList(),
        ids(event.removed()),
        event.order() == null ? null : ids(event.order()));
  }

  /** Presents a result that has just come. */
  public BlockResultParams blockResult(WorkspaceEvent.BlockFinished event, ResultView result) {
    return blockResult(
        event.uri(), event.version(), event.run(), event.block(), result, event.unchanged());
  }

  /** Presents that the result a client has may be out of date. */
  public BlockResultParams blockQueued(WorkspaceEvent.BlockQueued event, ResultView result) {
    return blockResult(event.uri(), event.version(), event.run(), event.block(), result, true);
  }

  /** Presents an output of a block that is running. */
  public BlockOutputParams blockOutput(WorkspaceEvent.BlockOutput event) {
    return new BlockOutputParams(
        event.uri(),
        event.run(),
        event.block().toString(),
        output(event.uri(), event.block(), event.output()),
        event.sequence());
  }

  /** Presents the end of a run. */
  public RunEndParams runEnd(WorkspaceEvent.RunEnded event) {
    return new RunEndParams(
        event.uri(),
        event.version(),
        event.run(),
        RunStatus.valueOf(event.status().name()),
        event.executed(),
        event.cached(),
        event.failed(),
        millis(event.nanos()));
  }

  /**
   * Presents all of a document: for each block what a client has that heard everything, so a result
   * that is still shown comes before the later one that has nothing to show.
   */
  public DocumentResult document(DocumentSnapshot document) {
    List<BlockView> blocks = document.blocks();
    return new DocumentResult(
        document.uri(),
        document.version(),
        document.run(),
        blocks.stream().map(this::block).toList(),
        blocks.stream()
            .flatMap(
                block ->
                    Stream.of(block.shown(), block.result())
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(result -> result(document, block, result)))
            .toList());
  }

  /** Presents the last result of a block of a snapshot. */
  public BlockResultParams result(DocumentSnapshot document, BlockView block, ResultView result) {
    return blockResult(document.uri(), document.version(), document.run(), block, result, false);
  }

  /** Presents how a document compares with a clean run of it. */
  public VerifyResult verification(Compared compared) {
    DocumentSnapshot shown = compared.shown();
    return new VerifyResult(
        shown.uri(),
        shown.version(),
        compared.differences().isEmpty(),
        compared.differences().stream().map(found -> difference(shown.uri(), found)).toList(),
        idsOrNull(compared.unclaimed()),
        idsOrNull(compared.unfinished()),
        VerifyPhrases.outcome(compared));
  }

  private static @Nullable List<String> idsOrNull(List<BlockView> blocks) {
    return blocks.isEmpty() ? null : blocks.stream().map(b -> b.id().toString()).toList();
  }

  private VerifyDifference difference(String uri, Difference found) {
    ResultView expected = found.expected();
    BlockView block = found.block();
    return new VerifyDifference(
        block.id().toString(),
        positions.toLsp(block.range()),
        expected == null ? List.of() : outputs(uri, block, expected),
        outputs(uri, block, found.actual()),
        expected == null ? null : status(expected.status()),
        status(found.actual().status()),
        expected == null ? null : error(uri, block, expected.error()),
        error(uri, block, found.actual().error()));
  }

  private List<Output> outputs(String uri, BlockView block, ResultView result) {
    return result.outputs().stream().map(output -> output(uri, block.id(), output)).toList();
  }

  private BlockResultParams blockResult(
      String uri, int version, int run, BlockView block, ResultView result, boolean unchanged) {
    return new BlockResultParams(
        uri,
        version,
        run,
        block(block),
        unchanged ? ResultStatus.UNCHANGED : status(result.status()),
        result.cached(),
        unchanged ? List.of() : outputs(uri, block, result),
        unchanged ? null : error(uri, block, result.error()),
        millis(result.nanos()));
  }

  private BlockInfo block(BlockView block) {
    boolean prose = block.kind() == BlockKind.PROSE;
    return new BlockInfo(
        block.id().toString(),
        block.key(),
        block.index(),
        prose ? dev.colight.protocol.BlockKind.PROSE : dev.colight.protocol.BlockKind.CODE,
        positions.toLsp(block.range()),
        BlockState.valueOf(block.state().name()),
        block.provides(),
        block.requires(),
        block.hidden().isEmpty() ? null : block.hidden().stream().sorted().toList(),
        prose ? block.text() : null,
        prose || !audience.sources() ? null : String.join("\n", block.lines()));
  }

  /** Presents parts of a value. */
  public static ExpandResult expansion(Expansion expansion) {
    List<ExpandResult.Child> children = new ArrayList<>();
    for (Expansion.Child child : expansion.children()) {
      Map<String, Payload> mime = new LinkedHashMap<>();
      child.mime().forEach((type, payload) -> mime.put(type, Payload.of(payload)));
      children.add(new ExpandResult.Child(child.label(), child.type(), mime, child.expandable()));
    }
    return new ExpandResult(children, expansion.total(), expansion.problem());
  }

  private Output output(String uri, BlockId block, OutputView output) {
    SentForms forms = SentForms.of(output, audience, uri, block);
    return new Output(
        kind(output.kind()),
        output.range().end().line(),
        output.name(),
        output.type(),
        forms.mime(),
        forms.cut() ? true : null,
        output.expandable(),
        output.id());
  }

  private @Nullable BlockError error(String uri, BlockView block, @Nullable ErrorView error) {
    return error == null ? null : present(uri, block, error);
  }

  private BlockError present(String uri, BlockView block, ErrorView error) {
    return new BlockError(
        error.message(),
        error.type(),
        error.range() == null
            ? null
            : positions.toLsp(error.range().plusLines(block.range().start().line())),
        error.trace().stream()
            .map(
                frame ->
                    new Frame(
                        frame.function(),
                        frame.line() == null ? null : uri,
                        frame.line(),
                        frame.location()))
            .toList(),
        error(uri, block, error.cause()));
  }

  private static OutputKind kind(Kind kind) {
    return switch (kind) {
      case VALUE -> OutputKind.VALUE;
      case DISPLAY -> OutputKind.DISPLAY;
      case STDOUT -> OutputKind.STDOUT;
      case STDERR -> OutputKind.STDERR;
    };
  }

  private static ResultStatus status(Status status) {
    return switch (status) {
      case OK -> ResultStatus.OK;
      case ERROR -> ResultStatus.ERROR;
      case INVALID -> ResultStatus.INVALID;
      case BLOCKED -> ResultStatus.BLOCKED;
      case HELD -> ResultStatus.HELD;
      case CANCELLED -> ResultStatus.CANCELLED;
      case TIMEOUT -> ResultStatus.TIMEOUT;
    };
  }

  private static List<String> ids(List<BlockId> ids) {
    return ids.stream().map(BlockId::toString).toList();
  }

  private static double millis(long nanos) {
    return nanos / NANOS_PER_MS;
  }
}
