package dev.colight.workspace;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.DocumentChange;
import dev.colight.execution.Language;
import dev.colight.execution.Preparation;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.text.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Follows the directives of a document, and has what they ask for made ready. While somebody types
 * at them nothing is asked for; until all is there the document has a toolchain without it. Owned
 * by the event thread.
 */
final class Preparing {
  /** How long directives stay as they are before anybody goes for what they say. */
  static final Duration PAUSE = Duration.ofMillis(500);

  /** What those are told who need what an untrusted document asks for. */
  static final String UNTRUSTED = "the document is not trusted";

  private static final String CANCELLED =
      "getting the libraries was cancelled; run it to try again";

  private final Language language;
  private final String uri;
  private final BiConsumer<Duration, Runnable> after;
  private final Consumer<Runnable> events;
  private final Listener listener;
  private final Map<BlockId, Asking> blocks = new HashMap<>();
  private List<Directive> asked = List.of();
  private List<DirectiveProblem> problems = List.of();
  private Toolchain toolchain;
  private boolean trusted;
  private State state = State.NOTHING;
  private @Nullable Preparation preparation;

  /** What comes on top of that. */
  private final UsedFiles files;

  /** Grows with each change of what is asked for, and with each attempt at it. */
  private int attempt;

  /** Where the present attempt is. */
  private enum State {
    /** Nothing is asked for, or all is there. */
    NOTHING,
    /** Nobody has let the document run. */
    HELD,
    /** Somebody may still be typing. */
    PAUSE,
    UNDER_WAY,
    FAILED
  }

  /** The directives of a block. */
  private record Asking(BlockId block, long order, List<Directive> directives) {}

  /** Hears what comes of it. */
  interface Listener {
    /** The document has another toolchain. */
    void switched(Toolchain toolchain);

    /**
     * There is something to tell.
     *
     * @param concerned blocks with directives of which something else is known
     * @param message what goes on, or null
     */
    void told(Set<BlockId> concerned, @Nullable String message);
  }

  /**
   * Starts with a document that asks for nothing.
   *
   * @param trusted whether it may have what it will ask for
   * @param after runs a task on the event thread after some time
   * @param events runs a task on the event thread
   */
  Preparing(
      Language language,
      String uri,
      boolean trusted,
      BiConsumer<Duration, Runnable> after,
      Consumer<Runnable> events,
      Listener listener) {
    this.language = language;
    this.uri = uri;
    this.trusted = trusted;
    this.after = after;
    this.events = events;
    this.listener = listener;
    this.toolchain = language;
    this.files = new UsedFiles(language, uri, language, events, this::filesChanged);
  }

  Toolchain toolchain() {
    return files.toolchain();
  }

  private void filesChanged() {
    listener.switched(files.toolchain());
    listener.told(Set.copyOf(files.blocks()), null);
  }

  /** Tells whether something comes of it without anybody doing anything. */
  boolean busy() {
    return preparing() || files.busy();
  }

  private boolean preparing() {
    return state == State.PAUSE || state == State.UNDER_WAY;
  }

  /**
   * Returns what is wrong with the directives of each block, as it is now.
   *
   * @param top the first block, where there is one: it shows what is wrong outside of the document
   */
  Function<BlockId, List<ProblemView>> problems(@Nullable Block top) {
    Map<BlockId, List<ProblemView>> byBlock = new HashMap<>();
    addProblems(top, byBlock);
    files.addProblems(byBlock);
    return block -> byBlock.getOrDefault(block, List.of());
  }

  private void addProblems(@Nullable Block top, Map<BlockId, List<ProblemView>> byBlock) {
    if (problems.isEmpty()) {
      return;
    }
    if (top != null) {
      Range line = Range.of(0, 0, 0, top.lines().get(0).length());
      problems.stream()
          .filter(problem -> problem.directive() == DirectiveProblem.OUTSIDE)
          .map(problem -> new ProblemView(problem.severity(), problem.message(), line))
          .forEach(view -> byBlock.computeIfAbsent(top.id(), k -> new ArrayList<>()).add(view));
    }
    int first = 0;
    for (Asking asking : inOrder()) {
      List<Directive> own = asking.directives();
      List<ProblemView> views = new ArrayList<>();
      for (DirectiveProblem problem : problems) {
        int index = problem.directive() - first;
        if (index >= 0 && index < own.size()) {
          views.add(
              new ProblemView(
                  problem.severity(), problem.message(), place(own.get(index), problem)));
        }
      }
      byBlock.computeIfAbsent(asking.block(), k -> new ArrayList<>()).addAll(views);
      first += own.size();
    }
  }

  /** Tells whether something is wrong outside of the document, which its first block shows. */
  boolean tellsOfOutside() {
    return problems.stream().anyMatch(p -> p.directive() == DirectiveProblem.OUTSIDE);
  }

  private static Range place(Directive directive, DirectiveProblem problem) {
    return problem.word() >= 0 && problem.word() < directive.words().size()
        ? directive.words().get(problem.word()).range()
        : directive.range();
  }

  /**
   * Takes in a change of the document.
   *
   * @param typed whether more of it may follow at once
   * @param go whether the document may run
   * @return the toolchain that the document has from now on
   */
  Toolchain take(DocumentChange change, boolean typed, boolean go) {
    boolean touched = attempt == 0;
    for (Block block : change.removed()) {
      touched |= blocks.remove(block.id()) != null;
    }
    for (Block block : change.changed()) {
      List<Directive> directives = language.directives(block.lines());
      if (directives.isEmpty()) {
        touched |= blocks.remove(block.id()) != null;
      } else {
        blocks.put(block.id(), new Asking(block.id(), block.order(), directives));
        touched = true;
      }
    }
    if (touched) {
      List<Directive> now = inOrder().stream().flatMap(a -> a.directives().stream()).toList();
      boolean same = attempt > 0 && Directive.askForSame(asked, now);
      asked = now;
      if (!same) {
        ask(typed, go);
        files.base(toolchain);
      }
    }
    files.take(change);
    return files.toolchain();
  }

  private List<Asking> inOrder() {
    return blocks.values().stream().sorted(Comparator.comparingLong(Asking::order)).toList();
  }

  private void ask(boolean typed, boolean go) {
    abandon();
    problems = List.of();
    if (!trusted) {
      state = State.HELD;
      toolchain = language.lacking(language, UNTRUSTED);
      return;
    }
    if (!language.asks(uri, asked)) {
      state = State.NOTHING;
      toolchain = language;
      return;
    }
    toolchain = language.lacking(toolchain, Language.LIBRARIES_COME);
    if (!go) {
      state = State.HELD;
    } else if (typed) {
      state = State.PAUSE;
      int present = attempt;
      after.accept(
          PAUSE,
          () -> {
            if (present == attempt && state == State.PAUSE) {
              begin();
            }
          });
    } else {
      begin();
    }
  }

  /**
   * Takes in whether the document may have what it asks for.
   *
   * @param go whether it may run by itself
   */
  void trust(boolean may, boolean go) {
    trusted = may;
    ask(false, go);
    switchTo(toolchain);
  }

  /** Goes for what could not be had before, or was not to be had. */
  void again() {
    if (!trusted) {
      return;
    }
    if (state == State.FAILED || state == State.HELD) {
      abandon();
      switchTo(language.lacking(toolchain, Language.LIBRARIES_COME));
      begin();
    }
  }

  /** Asks once more, as what is to be had may be another; until then all stays as it is. */
  void renew() {
    if (state == State.HELD || state == State.PAUSE) {
      return;
    }
    abandon();
    if (language.asks(uri, asked)) {
      begin();
    } else if (toolchain != language) {
      end(State.NOTHING, language, List.of());
    }
  }

  private void begin() {
    state = State.UNDER_WAY;
    int present = attempt;
    preparation =
        language.prepare(
            uri,
            asked,
            event ->
                events.accept(
                    () -> {
                      if (present == attempt) {
                        on(event);
                      }
                    }));
  }

  private void on(Preparation.Event event) {
    if (event instanceof Preparation.Event.Progress progress) {
      listener.told(Set.of(), progress.message());
    } else if (event instanceof Preparation.Event.Ready ready) {
      end(State.NOTHING, ready.toolchain(), ready.problems());
    } else if (event instanceof Preparation.Event.Failed failed) {
      end(State.FAILED, language.lacking(toolchain, failed.reason()), failed.problems());
    }
  }

  /** Ends what is under way, as somebody wants it to end. */
  void cancel() {
    if (preparing()) {
      abandon();
      end(State.FAILED, language.lacking(toolchain, CANCELLED), List.of());
    }
  }

  /** What was made ready is followed by its preparation, which may have more to tell. */
  private void end(State newState, Toolchain next, List<DirectiveProblem> found) {
    state = newState;
    problems = found;
    switchTo(next);
    listener.told(new LinkedHashSet<>(blocks.keySet()), null);
  }

  private void switchTo(Toolchain next) {
    toolchain = next;
    files.base(next);
    listener.switched(files.toolchain());
  }

  private void abandon() {
    attempt++;
    if (preparation != null) {
      preparation.close();
      preparation = null;
    }
  }

  /** Ends all; the listener hears nothing from here on. */
  void close() {
    abandon();
    files.close();
    state = State.NOTHING;
  }
}
