package dev.colight.toy;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.document.DocumentChange;
import dev.colight.document.Role;
import dev.colight.execution.Ahead;
import dev.colight.execution.BlockResult;
import dev.colight.execution.Cell;
import dev.colight.execution.Consent;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.LiveCode;
import dev.colight.execution.Outcome;
import dev.colight.execution.Output;
import dev.colight.execution.Planner;
import dev.colight.execution.PlannerCommand;
import dev.colight.execution.PlannerEvent;
import dev.colight.execution.PlannerState;
import dev.colight.text.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** Drives a planner with a toy document, all commands carried out at once. */
public final class ToySession {
  public final ToyLanguage language = new ToyLanguage();
  public final ToyKernel kernel = new ToyKernel(language);
  public final Planner planner = new Planner(language, language, Digest.of("toy"));
  public Document document = Document.empty("toy:doc");
  public PlannerState state = PlannerState.EMPTY;

  /** First lines of the blocks that ran since the last edit, in order. */
  public final List<String> ran = new ArrayList<>();

  /** Those of them that were foreseen while the one before ran. */
  public final List<String> foreseen = new ArrayList<>();

  public int compiled;

  /** How many runs were sent ahead in any case, and were not what ran next. */
  public int misjudged;

  /** What may touch the outside world though nobody has asked for it. */
  public Consent consent = Consent.NONE;

  private final Map<List<String>, dev.colight.graph.BlockAnalysis> memo = new HashMap<>();

  /** Replaces the text and works until nothing is left to do. */
  public void text(String text) {
    change(document.replace(document.version() + 1, Text.of(text), language));
  }

  /**
   * Replaces the text by that of another session, and moves the inputs to where they stand there.
   */
  public void copy(ToySession other) {
    DocumentChange change = document.replace(1, other.document.text(), language);
    PMap<BlockId, PMap<String, String>> inputs = HashTreePMap.empty();
    for (int i = 0; i < other.document.size(); i++) {
      PMap<String, String> moved = other.state.inputs().get(other.document.block(i).id());
      if (moved != null) {
        inputs = inputs.plus(change.after().block(i).id(), moved);
      }
    }
    state = state.withInputs(inputs);
    change(change);
  }

  /** Moves an input of a block, by the block's place in the document. */
  public void move(int block, String input, String value) {
    ran.clear();
    foreseen.clear();
    compiled = 0;
    BlockId id = document.block(block).id();
    on(new PlannerEvent.InputsMoved(Map.of(id, Map.of(input, value))));
  }

  private void change(DocumentChange change) {
    ran.clear();
    foreseen.clear();
    compiled = 0;
    List<PlannerEvent.Update> updates = new ArrayList<>();
    List<BlockId> removed = new ArrayList<>();
    change.removed().forEach(b -> removed.add(b.id()));
    for (Block block : change.changed()) {
      if (block.kind() == BlockKind.CODE) {
        updates.add(
            new PlannerEvent.Update(
                block.id(),
                block.order(),
                memo.computeIfAbsent(
                    block.lines(), lines -> language.analyze(Role.SCRIPT, lines))));
      } else {
        removed.add(block.id());
      }
    }
    document = change.after();
    on(new PlannerEvent.Changed(updates, removed));
  }

  /** Forgets all compiled code that no block needs; so do the compiler and the kernel. */
  public void forgetOldCode() {
    Set<CodeKey> live = LiveCode.of(state);
    List<CodeKey> old = state.compiled().keySet().stream().filter(k -> !live.contains(k)).toList();
    state = LiveCode.without(state, old);
    language.forget(old);
  }

  /** Saves: all that is held runs. */
  public void save() {
    ask(Consent.ALL, Set.of());
  }

  /** Asks for a block, by its place in the document. */
  public void ask(int block) {
    Set<BlockId> asked = Set.of(document.block(block).id());
    ask(Consent.to(asked), asked);
  }

  private void ask(Consent given, Set<BlockId> blocks) {
    ran.clear();
    foreseen.clear();
    compiled = 0;
    Consent before = consent;
    consent = given;
    on(new PlannerEvent.RunAsked(blocks, false));
    consent = before;
  }

  /** Works on an event and all that follows from it. */
  public void on(PlannerEvent first) {
    state = state.withConsent(consent);
    Deque<PlannerEvent> events = new ArrayDeque<>(List.of(first));
    int left = 10_000;
    Ahead next = null;
    while (!events.isEmpty()) {
      if (--left == 0) {
        throw new AssertionError(
            "no end: " + ran.subList(ran.size() - 20, ran.size()) + describe());
      }
      Planner.Step step = planner.step(state, events.remove(), true);
      state = step.state();
      for (PlannerCommand command : step.commands()) {
        if (command instanceof PlannerCommand.Compile c) {
          compiled += c.units().size();
          events.add(new PlannerEvent.CompileDone(language.compile(c.units())));
        } else if (command instanceof PlannerCommand.StartRun c) {
          if (next != null && c.request().isLike(next.request())) {
            foreseen.add(firstLine(Objects.requireNonNull(state.running()).block()));
          } else if (next != null && next.unless().isEmpty()) {
            misjudged++;
          }
          next = planner.lookAhead(state);
          for (KernelEvent event : kernel.run(c.request())) {
            events.add(new PlannerEvent.KernelSaid(event));
          }
        } else if (command instanceof PlannerCommand.TellStarted c) {
          ran.add(firstLine(c.block()));
        }
      }
    }
    if (!state.idle()) {
      throw new AssertionError("stuck: " + describe());
    }
  }

  private String firstLine(BlockId id) {
    Cell cell = state.cells().get(id);
    return document.block(document.indexOf(cell.order())).lines().get(0);
  }

  private String describe() {
    StringBuilder text = new StringBuilder();
    state
        .pending()
        .forEach(
            (order, id) ->
                text.append("\n")
                    .append(document.block(document.indexOf(order)).lines())
                    .append(state.unresolved().containsKey(order) ? " unresolved " : " ")
                    .append(state.cells().get(id).segments()));
    return text + "\n" + state.toCompile().keySet() + "\n" + document.text();
  }

  /** Returns what is on the screen: outcome and values of each code block. */
  public List<String> screen() {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      Cell cell = state.cells().get(document.block(i).id());
      if (cell != null) {
        result.add(show(cell));
      }
    }
    return result;
  }

  private String show(Cell cell) {
    BlockResult result = cell.result();
    if (result == null) {
      return "nothing";
    }
    StringBuilder text = new StringBuilder();
    Outcome refused = cell.verdict().refused();
    Outcome outcome =
        refused == null || result.outcome().waitsForConsent() ? result.outcome() : refused;
    if (outcome instanceof Outcome.Blocked b) {
      text.append("blocked by ").append(b.name()).append(' ').append(b.why());
    } else {
      text.append(outcome.getClass().getSimpleName());
    }
    for (Output output : result.outputs()) {
      text.append(' ').append(output.emission().mime().get("text/plain"));
    }
    return text.toString();
  }
}
