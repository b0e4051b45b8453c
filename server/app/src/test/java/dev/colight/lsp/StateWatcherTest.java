package dev.colight.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.protocol.StatusParams;
import dev.colight.workspace.WorkspaceEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People see what is done for a document, and are not told of what is over by then. */
class StateWatcherTest {
  private static final String URI = "file:///a.jsh";
  private static final String RUNS = "1 //@ shows(\"1\") state(\"queued\")";
  private static final String TWO = RUNS + "\n\n2 //@ shows(\"2\") state(\"queued\")";

  private final FakeDocuments documents = new FakeDocuments();
  private final RecordingClient client = new RecordingClient();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final StateWatcher watcher = new StateWatcher(client, later::add);

  @BeforeEach
  void open() {
    documents.show(URI, 1, 1, RUNS);
    events().forEach(watcher::on);
    assertEquals(List.of("starting", "running b1", "idle"), told());
  }

  private List<WorkspaceEvent> events() {
    return documents.events(URI);
  }

  private void blink() {
    assertEquals(1, later.size());
    later.remove().run();
  }

  /** Returns what has been told since it was asked last. */
  private List<String> told() {
    List<String> states = new ArrayList<>();
    for (Object message = client.messages.poll();
        message != null;
        message = client.messages.poll()) {
      StatusParams status = (StatusParams) message;
      String block = status.block() == null ? "" : " " + status.block();
      states.add(status.state().toString().toLowerCase(Locale.ROOT) + block);
    }
    return states;
  }

  @Test
  void an_edit_whose_blocks_are_done_within_a_blink_says_nothing() {
    events().forEach(watcher::on);
    blink();
    assertEquals(List.of(), told());
  }

  @Test
  void a_block_that_runs_for_longer_is_told_and_so_is_its_end() {
    watcher.on(events().get(0));
    watcher.on(events().get(1));
    assertEquals(List.of(), told());
    blink();
    assertEquals(List.of("running b1"), told());
    events().subList(2, 4).forEach(watcher::on);
    assertEquals(List.of("idle"), told());
  }

  @Test
  void of_many_short_blocks_that_one_is_told_which_runs_at_the_time() {
    documents.show(URI, 2, 2, TWO);
    events().subList(0, 4).forEach(watcher::on);
    blink();
    assertEquals(List.of("running b2"), told());
    events().subList(4, 6).forEach(watcher::on);
    assertEquals(List.of("idle"), told());
  }

  @Test
  void an_edit_meanwhile_does_not_hide_that_a_block_runs() {
    documents.show(URI, 2, 2, TWO);
    events().subList(0, 2).forEach(watcher::on);
    watcher.on(events().get(0));
    watcher.on(events().get(4));
    blink();
    assertEquals(List.of("running b1"), told());
  }

  @Test
  void a_worker_that_is_lost_is_told_until_a_run_has_ended_well() {
    watcher.on(new WorkspaceEvent.WorkerLost(URI, 1, 1, "out of memory"));
    watcher.on(events().get(3));
    documents.show(URI, 2, 2, RUNS);
    events().forEach(watcher::on);
    assertEquals(List.of("failed", "starting", "running b1", "idle"), told());
  }

  @Test
  void a_document_that_is_closed_does_not_run() {
    events().subList(0, 2).forEach(watcher::on);
    watcher.closed(URI);
    blink();
    assertEquals(List.of(), told());
  }
}
