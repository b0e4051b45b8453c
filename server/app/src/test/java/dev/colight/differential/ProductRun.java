package dev.colight.differential;

import dev.colight.differential.Outcome.Thrown;
import dev.colight.differential.Outcome.Verdict;
import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.execution.Language;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs documents in a workspace of their own, as an editor that opens them does. */
final class ProductRun {
  private static final String URI = "file:///document.jsh";

  private ProductRun() {}

  /** Runs a document; one outcome per block of code. */
  static List<Outcome> run(Language language, String text) {
    CompletableFuture<RunEnded> ended = new CompletableFuture<>();
    try (Workspace workspace =
        new Workspace(
            language,
            event -> {
              if (event instanceof RunEnded end) {
                ended.complete(end);
              }
            })) {
      workspace.setEffectPolicy(EffectPolicy.RUN);
      workspace.open(URI, 1, text);
      ended.orTimeout(2, TimeUnit.MINUTES).join();
      DocumentSnapshot snapshot = Objects.requireNonNull(workspace.snapshot(URI));
      return snapshot.blocks().stream()
          .filter(block -> block.kind() == BlockKind.CODE)
          .map(ProductRun::outcome)
          .toList();
    }
  }

  private static Outcome outcome(BlockView block) {
    ResultView result = block.result();
    if (result == null) {
      return new Outcome(
          Verdict.DID_NOT_RUN, List.of(), "", "", null, List.of("no result, " + block.state()));
    }
    boolean threw = result.status() == Status.ERROR;
    boolean ran = result.status() == Status.OK;
    ErrorView error = result.error();
    return new Outcome(
        ran ? Verdict.RAN : threw ? Verdict.THREW : Verdict.DID_NOT_RUN,
        texts(result, Kind.VALUE).toList(),
        texts(result, Kind.STDOUT).collect(Collectors.joining()),
        texts(result, Kind.STDERR).collect(Collectors.joining()),
        threw && error != null ? thrown(error) : null,
        ran || threw ? List.of() : problems(block, result));
  }

  private static Stream<String> texts(ResultView result, Kind kind) {
    return result.outputs().stream()
        .filter(output -> output.kind() == kind)
        .map(OutputView::text)
        .map(Names::normalize);
  }

  /** An exception without a message of its own is shown by its type. */
  private static Thrown thrown(ErrorView error) {
    String type = Objects.requireNonNull(error.type());
    return Thrown.of(type, error.message().equals(type) ? null : error.message());
  }

  private static List<String> problems(BlockView block, ResultView result) {
    List<String> problems = new ArrayList<>(List.of(result.status().toString()));
    if (result.error() != null) {
      problems.add(result.error().message());
    }
    block.problems().stream().map(ProblemView::message).forEach(problems::add);
    return problems;
  }
}
