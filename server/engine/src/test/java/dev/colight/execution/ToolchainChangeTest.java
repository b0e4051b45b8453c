package dev.colight.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.colight.cache.Digest;
import dev.colight.document.Block;
import dev.colight.document.Document;
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
  private PlannerState state = PlannerState.EMPTY;

  /** Works on an event and compiles what it asks for; returns all other commands. */
  private List<PlannerCommand> on(ImportResolver imports, PlannerEvent first) {
    Planner planner = new Planner(toy, imports, Digest.of("toy"));
    List<PlannerCommand> others = new ArrayList<>();
    Deque<PlannerEvent> events = new ArrayDeque<>(List.of(first));
    while (!events.isEmpty()) {
      Planner.Step step = planner.step(state, events.remove(), true);
      state = step.state();
      for (PlannerCommand command : step.commands()) {
        if (command instanceof PlannerCommand.Compile c) {
          events.add(new PlannerEvent.CompileDone(toy.compile(c.units())));
        } else {
          others.add(command);
        }
      }
    }
    return others;
  }

  @Test
  void a_block_that_lacks_something_is_judged_anew_once_that_is_there_though_it_runs_by_then() {
    Document document =
        Document.empty("toy:a").replace(1, Text.of("show 1\nshow later"), toy).after();
    Block block = document.block(0);
    PlannerEvent.Update typed =
        new PlannerEvent.Update(
            block.id(), block.order(), toy.analyze(block.role(), block.lines()));
    on(lacking, new PlannerEvent.Changed(List.of(typed), List.of()));
    assertNotNull(state.running(), "its first statement");

    List<PlannerCommand> commands = on(toy, new PlannerEvent.ToolchainChanged(lacking, true, true));
    assertEquals(List.of(new PlannerCommand.CancelRun()), commands);
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
