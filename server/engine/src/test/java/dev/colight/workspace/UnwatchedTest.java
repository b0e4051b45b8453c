package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a document that nobody watches. */
class UnwatchedTest {
  private static final String URI = "toy:a";
  private static final Duration DELAY = Duration.ofMinutes(2);
  private static final String TEXT = "box a = 1\n\na << 2\n\nshow a + 0";

  private final List<WorkspaceEvent> events = new ArrayList<>();
  private final ScriptedWorkspace scripted = new ScriptedWorkspace(events::add, new Random(1));
  private final Workspace workspace = scripted.workspace();
  private int version;

  @BeforeEach
  void open() {
    workspace.setUnwatchedDelay(DELAY);
    workspace.watch(URI, "editor");
    workspace.open(URI, ++version, TEXT);
    scripted.settle();
  }

  @AfterEach
  void close() {
    scripted.close();
  }

  /** Changes what the second block puts into the box, so that results of older text are cached. */
  private void edit(int value) {
    TextEdit edit = new TextEdit(Range.of(2, 5, 2, 6), Integer.toString(value));
    workspace.change(URI, ++version, List.of(edit));
    scripted.settle();
  }

  private void pass(Duration time) {
    scripted.settle();
    scripted.pass(time);
    scripted.settle();
  }

  private int size(String of) {
    CompletableFuture<Map<String, Integer>> sizes = workspace.sizes(URI);
    scripted.settle();
    return Objects.requireNonNull(sizes.join().get(of));
  }

  private String shown() {
    List<BlockView> blocks = Objects.requireNonNull(workspace.snapshot(URI)).blocks();
    BlockView last = blocks.get(blocks.size() - 1);
    return last.state() + " " + Objects.requireNonNull(last.result()).outputs().get(0).text();
  }

  @Test
  void once_nobody_watches_for_a_while_only_what_is_shown_stays() {
    for (int value = 3; value < 8; value++) {
      edit(value);
    }
    int cached = size("cache");
    workspace.unwatch(URI, "editor");
    pass(DELAY.minusSeconds(1));
    assertEquals(cached, size("cache"));
    pass(Duration.ofSeconds(1));
    assertEquals(3, size("cache"));
    assertEquals(4, size("compiled"), "code of the three blocks, and where the box is kept");
    assertEquals(1, scripted.kernels().get(0).restarts());
    assertEquals("FRESH [1,7]0", shown());
  }

  @Test
  void an_edit_after_that_runs_what_it_needs() {
    workspace.unwatch(URI, "editor");
    pass(DELAY);
    events.clear();
    workspace.watch(URI, "page");
    edit(9);
    assertEquals("FRESH [1,9]0", shown());
    assertEquals(3, events.stream().filter(WorkspaceEvent.BlockStarted.class::isInstance).count());
  }

  @Test
  void while_one_of_two_watches_nothing_goes() {
    edit(3);
    workspace.watch(URI, "page");
    workspace.unwatch(URI, "editor");
    pass(DELAY.multipliedBy(3));
    assertEquals(0, scripted.kernels().get(0).restarts());
    workspace.unwatch(URI, "page");
    pass(DELAY);
    assertEquals(1, scripted.kernels().get(0).restarts());
  }

  @Test
  void who_comes_back_in_time_finds_all_there() {
    edit(3);
    workspace.unwatch(URI, "editor");
    pass(DELAY.minusSeconds(1));
    workspace.watch(URI, "editor");
    pass(DELAY);
    workspace.unwatch(URI, "editor");
    pass(DELAY.minusSeconds(1));
    assertEquals(0, scripted.kernels().get(0).restarts());
    events.clear();
    edit(2);
    assertEquals(0, events.stream().filter(WorkspaceEvent.BlockStarted.class::isInstance).count());
  }

  @Test
  void what_runs_is_let_run_and_goes_later() {
    workspace.unwatch(URI, "editor");
    workspace.change(URI, ++version, List.of(new TextEdit(Range.of(2, 5, 2, 6), "5")));
    for (int i = 0; i < 6; i++) {
      scripted.step();
    }
    scripted.pass(DELAY);
    scripted.settle();
    assertEquals("FRESH [1,5]0", shown());
    assertEquals(0, scripted.kernels().get(0).restarts());
    pass(DELAY);
    assertEquals(1, scripted.kernels().get(0).restarts());
  }

  @Test
  void a_document_that_nobody_ever_watched_comes_to_rest_too() {
    workspace.open("toy:b", 1, TEXT);
    pass(DELAY);
    assertEquals(
        List.of(0, 1), scripted.kernels().stream().map(kernel -> kernel.restarts()).toList());
  }
}
