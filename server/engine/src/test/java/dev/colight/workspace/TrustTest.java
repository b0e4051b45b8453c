package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.Verification.Abandoned;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is done for a document that is not trusted, and what when that changes. */
class TrustTest {
  private static final String URI = "toy:a";
  private static final String TEXT = "int a = 1\n\nshow a + 1";

  private final List<WorkspaceEvent> events = new ArrayList<>();
  private final ScriptedWorkspace scripted = new ScriptedWorkspace(events::add, new Random(1));
  private final Workspace workspace = scripted.workspace();

  @AfterEach
  void close() {
    scripted.close();
  }

  private void open() {
    workspace.open(URI, 1, TEXT);
    scripted.settle();
  }

  private void edit() {
    workspace.change(URI, 2, List.of(new TextEdit(Range.of(0, 8, 0, 9), "2")));
    scripted.settle();
  }

  private DocumentSnapshot document() {
    return Objects.requireNonNull(workspace.snapshot(URI));
  }

  private List<BlockState> states() {
    return document().blocks().stream().map(BlockView::state).toList();
  }

  private long ran() {
    return events.stream().filter(WorkspaceEvent.BlockStarted.class::isInstance).count();
  }

  private List<Boolean> told() {
    return events.stream()
        .filter(WorkspaceEvent.TrustChanged.class::isInstance)
        .map(event -> ((WorkspaceEvent.TrustChanged) event).trusted())
        .toList();
  }

  @Test
  void nothing_that_somebody_may_do_makes_an_untrusted_document_run() {
    scripted.trust(false);
    open();
    edit();
    workspace.save(URI);
    workspace.run(URI, null, true);
    workspace.restart(URI);
    workspace.input(URI, document().blocks().get(0).id(), "x", "1");
    scripted.settle();
    var verification = workspace.verify(URI, Duration.ZERO, text -> text);
    var expansion = workspace.expand(URI, "1", 0, 1);
    scripted.settle();
    assertEquals(0, scripted.kernels().size(), "there is no process for it");
    assertEquals(0, scripted.toy().compiledUnits, "nor is it compiled");
    assertEquals(0, ran());
    assertEquals(new Abandoned(Verification.Cause.UNTRUSTED), verification.join());
    assertEquals("the document is not trusted", Objects.requireNonNull(expansion.join()).problem());
    assertFalse(document().trusted());
    assertEquals(List.of(false), told());
    assertEquals(2, document().blocks().size(), "it is split all the same");
  }

  @Test
  void a_document_that_becomes_trusted_runs_at_once() {
    scripted.trust(false);
    open();
    scripted.trust(true);
    scripted.settle();
    assertTrue(document().trusted());
    assertEquals(List.of(false, true), told());
    assertEquals(List.of(BlockState.FRESH, BlockState.FRESH), states());
    assertEquals(2, ran());
  }

  @Test
  void what_runs_of_a_document_that_is_not_trusted_any_more_ends() {
    workspace.open(URI, 1, TEXT);
    while (scripted.kernels().isEmpty() || !scripted.kernels().get(0).isBusy()) {
      assertTrue(scripted.step(), "it begins to run");
    }
    scripted.trust(false);
    scripted.settle();
    assertTrue(scripted.kernels().get(0).isClosed(), "its process is gone");
    assertEquals(List.of(BlockState.STALE, BlockState.STALE), states());
    assertEquals(List.of(false), told());
    edit();
    assertEquals(1, scripted.kernels().size());
    scripted.trust(true);
    scripted.settle();
    assertEquals(2, scripted.kernels().size());
    assertEquals(List.of(BlockState.FRESH, BlockState.FRESH), states());
  }

  @Test
  void a_trusted_document_says_nothing_of_it() {
    open();
    scripted.trust(true);
    scripted.settle();
    assertEquals(List.of(), told());
  }

  @Test
  void a_document_that_runs_by_command_alone_does_so_when_it_becomes_trusted() {
    workspace.setRunPolicy(RunPolicy.MANUAL);
    scripted.trust(false);
    open();
    scripted.trust(true);
    scripted.settle();
    assertEquals(0, ran());
    workspace.run(URI, null, false);
    scripted.settle();
    assertEquals(2, ran());
  }
}
