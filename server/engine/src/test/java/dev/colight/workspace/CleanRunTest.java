package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.Verification.Compared;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A comparison with a clean run ends, whatever does not, and says what it did not compare. */
class CleanRunTest {
  private static final String URI = "toy:a";
  private static final String TEXT = "show 1\n\nshow 2\n\nshow 3";

  private final ScriptedWorkspace scripted = new ScriptedWorkspace(event -> {}, new Random(1));
  private final Workspace workspace = scripted.workspace();

  @AfterEach
  void close() {
    scripted.close();
  }

  private void open(String text) {
    workspace.open(URI, 1, text);
    scripted.settle();
  }

  private CompletableFuture<Verification> verify(Duration limit) {
    CompletableFuture<Verification> outcome = workspace.verify(URI, limit, text -> text);
    scripted.settle();
    return outcome;
  }

  private void pass(int seconds) {
    scripted.pass(Duration.ofSeconds(seconds));
    scripted.settle();
  }

  private static Compared compared(CompletableFuture<Verification> outcome) {
    return assertInstanceOf(Compared.class, outcome.join());
  }

  private static List<Integer> lines(List<BlockView> blocks) {
    return blocks.stream().map(block -> block.range().start().line()).toList();
  }

  @Test
  void a_block_that_still_runs_is_waited_for_for_some_time_and_what_has_ended_is_compared() {
    scripted.toy().endless = "2";
    open(TEXT);
    CompletableFuture<Verification> outcome = verify(Duration.ofSeconds(100));
    pass(24);
    assertEquals(1, scripted.kernels().size(), "the document's own run may still end");
    pass(1);
    assertEquals(2, scripted.kernels().size(), "the clean run begins all the same");
    assertFalse(outcome.isDone());
    pass(30);
    Compared compared = compared(outcome);
    assertEquals(List.of(), compared.differences());
    assertEquals(List.of(2), lines(compared.unfinished()));
    assertEquals(List.of(4), lines(compared.unclaimed()), "it waits for the one that runs");
    assertTrue(scripted.kernels().get(1).isClosed());
  }

  @Test
  void a_block_that_takes_too_long_in_both_runs_is_told_and_the_others_are_compared() {
    scripted.toy().endless = "2";
    workspace.setTimeLimit(Duration.ofSeconds(1));
    open(TEXT);
    pass(1);
    CompletableFuture<Verification> outcome = verify(Duration.ZERO);
    assertFalse(outcome.isDone());
    pass(1);
    Compared compared = compared(outcome);
    assertEquals(List.of(), compared.differences());
    assertEquals(List.of(2), lines(compared.unfinished()));
    assertEquals(List.of(), compared.unclaimed());
  }

  @Test
  void a_block_that_runs_on_in_the_clean_run_alone_is_a_difference() {
    open(TEXT);
    scripted.toy().endless = "2";
    CompletableFuture<Verification> outcome = verify(Duration.ZERO);
    pass(29);
    assertFalse(outcome.isDone());
    pass(1);
    Compared compared = compared(outcome);
    assertEquals(List.of(2), lines(compared.differences().stream().map(d -> d.block()).toList()));
    assertEquals(
        Status.TIMEOUT, Objects.requireNonNull(compared.differences().get(0).expected()).status());
    assertEquals(List.of(), compared.unfinished());
  }

  @Test
  void where_the_time_is_over_what_the_clean_run_has_not_come_to_is_not_compared() {
    open(TEXT);
    scripted.toy().endless = "2";
    CompletableFuture<Verification> outcome = verify(Duration.ofSeconds(8));
    pass(7);
    assertFalse(outcome.isDone());
    pass(1);
    Compared compared = compared(outcome);
    assertEquals(List.of(), compared.differences());
    assertEquals(List.of(2, 4), lines(compared.unfinished()));
    assertTrue(scripted.kernels().get(1).isClosed());
  }

  @Test
  void what_is_said_of_a_block_that_is_to_run_anew_is_not_compared() {
    workspace.setRunPolicy(RunPolicy.SAVE);
    open("show a");
    workspace.change(URI, 2, List.of(new TextEdit(Range.of(0, 0, 0, 0), "int a = 1\n\n")));
    scripted.settle();
    Compared compared = compared(verify(Duration.ZERO));
    assertEquals(List.of(), compared.differences());
    assertEquals(List.of(0, 2), lines(compared.unclaimed()));
  }
}
