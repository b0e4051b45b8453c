package dev.colight.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.Digest;
import dev.colight.document.Block;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.Name;
import dev.colight.text.Text;
import dev.colight.toy.ToyLanguage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of blocks when there is more, or less, that they can use. */
class ToolchainChangeTest {
  private static final String COMES = "what it uses is still to come";

  private final ToyLanguage toy = new ToyLanguage();
  private final ImportResolver lacking = new LackingSomething();
  private final Deque<PlannerCommand.Compile> compilations = new ArrayDeque<>();
  private final List<PlannerCommand> others = new ArrayList<>();
  private Document document = Document.empty("toy:a");
  private PlannerState state = PlannerState.EMPTY;

  private void step(ImportResolver imports, PlannerEvent event) {
    Planner.Step step = new Planner(toy, imports, Digest.of("toy")).step(state, event, true);
    state = step.state();
    for (PlannerCommand command : step.commands()) {
      if (command instanceof PlannerCommand.Compile c) {
        compilations.add(c);
      } else {
        others.add(command);
      }
    }
  }

  private void compile(ImportResolver imports) {
    while (!compilations.isEmpty()) {
      PlannerCommand.Compile next = compilations.remove();
      step(imports, new PlannerEvent.CompileDone(toy.compile(next.units())));
    }
  }

  private void type(String text) {
    DocumentChange change = document.replace(document.version() + 1, Text.of(text), toy);
    document = change.after();
    List<PlannerEvent.Update> updates = new ArrayList<>();
    for (Block block : change.changed()) {
      BlockAnalysis analysis = toy.analyze(block.role(), block.lines());
      updates.add(new PlannerEvent.Update(block.id(), block.order(), analysis));
    }
    step(lacking, new PlannerEvent.Changed(updates, List.of()));
  }

  @Test
  void a_block_that_lacks_something_is_judged_anew_once_that_is_there_though_it_runs_by_then() {
    type("show 1\nshow later");
    compile(lacking);
    assertNotNull(state.running(), "its first statement");
    others.clear();

    step(toy, new PlannerEvent.ToolchainChanged(lacking, true, true));
    assertEquals(List.of(new PlannerCommand.CancelRun()), others);
  }

  @Test
  void what_waits_for_the_compiler_amid_a_change_is_compiled_after_it() {
    type("fun f = 1");
    type("fun f = 1\n\nfun g = 2");
    assertEquals(1, compilations.size(), "the compiler has not answered yet");

    step(toy, new PlannerEvent.ToolchainChanged(lacking, true, true));
    compile(toy);
    assertTrue(state.idle());
  }

  @Test
  void a_block_that_lacks_something_and_gets_another_turn_counts_once() {
    type("show later");
    compile(lacking);
    assertEquals(1, state.tally().failed().size());

    step(toy, new PlannerEvent.ToolchainChanged(lacking, true, true));
    compile(toy);
    assertTrue(state.idle());
    assertEquals(1, state.tally().failed().size());
  }

  /** Says of all that there is not that it comes. */
  private final class LackingSomething implements ImportResolver {
    @Override
    public List<String> defaultImports() {
      return toy.defaultImports();
    }

    @Override
    public List<String> resolve(Name name, List<String> onDemand) {
      return toy.resolve(name, onDemand);
    }

    @Override
    public @Nullable String problem(String text) {
      return toy.problem(text);
    }

    @Override
    public String lack() {
      return COMES;
    }
  }
}
