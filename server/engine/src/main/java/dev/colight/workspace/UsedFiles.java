package dev.colight.workspace;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.DocumentChange;
import dev.colight.execution.Following;
import dev.colight.execution.Language;
import dev.colight.execution.Preparation;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows the other files that a document mentions: each time that they have changed, the document
 * has another toolchain. Owned by the event thread.
 */
final class UsedFiles {
  private final Language language;
  private final String uri;
  private final Consumer<Runnable> events;
  private final Runnable changed;
  private final Map<BlockId, Mentions> blocks = new HashMap<>();
  private List<Directive> mentioned = List.of();
  private List<DirectiveProblem> problems = List.of();
  private Toolchain base;
  private Toolchain toolchain;
  private @Nullable Following following;
  private boolean waiting;

  /** Grows each time that something else is followed. */
  private int attempt;

  /** What a block mentions. */
  private record Mentions(BlockId block, long order, List<Directive> all) {}

  /**
   * Starts with a document that mentions nothing.
   *
   * @param base what its code is compiled with otherwise
   * @param events runs a task on the event thread
   * @param changed told when there is another toolchain, or something else to say
   */
  UsedFiles(
      Language language, String uri, Toolchain base, Consumer<Runnable> events, Runnable changed) {
    this.language = language;
    this.uri = uri;
    this.base = base;
    this.toolchain = base;
    this.events = events;
    this.changed = changed;
  }

  Toolchain toolchain() {
    return toolchain;
  }

  /** Tells whether something comes of it without anybody doing anything. */
  boolean busy() {
    return waiting;
  }

  /** Returns the blocks that mention something. */
  Set<BlockId> blocks() {
    return blocks.keySet();
  }

  /** Adds what is wrong with what is mentioned, by block. */
  void addProblems(Map<BlockId, List<ProblemView>> views) {
    if (problems.isEmpty()) {
      return;
    }
    int first = 0;
    for (Mentions mentions : inOrder()) {
      List<Directive> own = mentions.all();
      for (DirectiveProblem problem : problems) {
        int index = problem.directive() - first;
        if (index >= 0 && index < own.size()) {
          views
              .computeIfAbsent(mentions.block(), k -> new ArrayList<>())
              .add(new ProblemView(problem.severity(), problem.message(), own.get(index).range()));
        }
      }
      first += own.size();
    }
  }

  private List<Mentions> inOrder() {
    return blocks.values().stream().sorted(Comparator.comparingLong(Mentions::order)).toList();
  }

  /** Takes in a change of the document. */
  void take(DocumentChange change) {
    boolean touched = false;
    for (Block block : change.removed()) {
      touched |= blocks.remove(block.id()) != null;
    }
    for (Block block : change.changed()) {
      List<Directive> mentions = language.mentions(block.role(), block.lines());
      touched |= blocks.remove(block.id()) != null;
      if (!mentions.isEmpty()) {
        blocks.put(block.id(), new Mentions(block.id(), block.order(), mentions));
        touched = true;
      }
    }
    if (touched) {
      List<Directive> now = inOrder().stream().flatMap(m -> m.all().stream()).toList();
      boolean same = Directive.askForSame(mentioned, now);
      mentioned = now;
      if (!same) {
        follow();
      }
    }
  }

  /** Goes on over another toolchain. */
  void base(Toolchain newBase) {
    if (newBase != base) {
      base = newBase;
      toolchain = newBase;
      follow();
    }
  }

  private void follow() {
    abandon();
    int present = attempt;
    Following next =
        mentioned.isEmpty()
            ? null
            : language.follow(
                uri,
                base,
                toolchain,
                mentioned,
                event ->
                    events.accept(
                        () -> {
                          if (present == attempt) {
                            on(event);
                          }
                        }));
    following = next;
    waiting = next != null;
    problems = List.of();
    toolchain = next == null ? base : next.meanwhile();
  }

  private void on(Preparation.Event event) {
    if (event instanceof Preparation.Event.Ready ready) {
      waiting = false;
      problems = ready.problems();
      toolchain = ready.toolchain();
      changed.run();
    }
  }

  private void abandon() {
    attempt++;
    if (following != null) {
      following.close();
      following = null;
    }
  }

  /** Ends all; nobody hears anything from here on. */
  void close() {
    abandon();
    waiting = false;
  }
}
