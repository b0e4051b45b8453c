package dev.colight.cli;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.execution.Language;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.Status;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockFinished;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStarted;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs a document clean, and reports each block as soon as it and all above it have ended; once
 * more where something has turned out to be wrong with it since, such as with what it asks for.
 */
final class RunCommand {
  private static final int VERSION = 1;
  private static final Set<Status> FAILURES =
      EnumSet.complementOf(EnumSet.of(Status.OK, Status.HELD));

  private final Language language;
  private final Report report;
  private final BlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();

  /** All blocks in order, as of the start of the run. */
  private List<BlockId> order = List.of();

  private final Set<BlockId> finished = new HashSet<>();

  /** Number of blocks that have been reported. */
  private int reported;

  /** What was told to be wrong with those. */
  private final Map<BlockId, List<ProblemView>> told = new HashMap<>();

  private boolean failed;

  RunCommand(Language language, Report report) {
    this.language = language;
    this.report = report;
  }

  /** Runs it; returns the exit code: 1 where a block has failed, else 0. */
  int run(SourceFile source) {
    try (Workspace workspace = new Workspace(language, events::add)) {
      // An interrupt from the keyboard must leave no worker behind.
      Runtime.getRuntime().addShutdownHook(new Thread(workspace::close, "colight-stop"));
      workspace.setEffectPolicy(EffectPolicy.RUN);
      workspace.open(source.uri(), VERSION, source.text());
      follow(workspace, source.uri());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
    return failed ? 1 : 0;
  }

  private void follow(Workspace workspace, String uri) throws InterruptedException {
    while (true) {
      WorkspaceEvent event = events.take();
      DocumentSnapshot document = workspace.snapshot(uri);
      if (document == null) {
        continue;
      }
      if (event instanceof RunStarted started && started.order() != null) {
        order = started.order();
      } else if (event instanceof BlockFinished done) {
        if (!mayRunYet(done.block())) {
          finished.add(done.block().id());
        }
        report(document, false);
      } else if (event instanceof RunEnded ended && ended.status() != RunStatus.SUPERSEDED) {
        report(document, true);
        reportAgain(document);
        failed |= ended.status() != RunStatus.DONE;
        report.end(document, ended);
        return;
      }
    }
  }

  /** What is blocked may only wait for its libraries. */
  private static boolean mayRunYet(BlockView block) {
    return block.result() != null && block.result().status() == Status.BLOCKED;
  }

  /** Reports blocks in order, up to the first that has not ended, or all. */
  private void report(DocumentSnapshot document, boolean all) {
    for (; reported < order.size(); reported++) {
      BlockId id = order.get(reported);
      BlockView block = document.block(id);
      if (block == null) {
        continue;
      }
      if (block.kind() == BlockKind.CODE && !all && !finished.contains(id)) {
        return;
      }
      report(document, block);
    }
  }

  private void reportAgain(DocumentSnapshot document) {
    for (BlockView block : document.blocks()) {
      List<ProblemView> before = told.get(block.id());
      if (before != null && !before.containsAll(block.problems())) {
        report(document, block);
      }
    }
  }

  private void report(DocumentSnapshot document, BlockView block) {
    failed |= block.result() != null && FAILURES.contains(block.result().status());
    failed |= block.hasErrors();
    told.put(block.id(), block.problems());
    report.block(document, block);
  }
}
