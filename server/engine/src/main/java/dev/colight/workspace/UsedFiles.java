package dev.colight.workspace;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.DocumentChange;
import dev.colight.execution.Following;
import dev.colight.execution.Language;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Directive;
import dev.colight.graph.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** In how many blocks the document mentions each thing. */
  private final Map<Directive, Integer> mentioned = new HashMap<>();

  /** Blocks that mention what counts in the order in which it stands. */
  private final Set<BlockId> ordered = new HashSet<>();

  private List<Directive> sequence = List.of();
  private Map<Directive, String> warnings = Map.of();
  private Toolchain base;
  private Toolchain toolchain;
  private @Nullable Following following;
  private boolean waiting;

  /** Grows each time that something else is followed. */
  private int attempt;

  /**
   * What a block mentions.
   *
   * @param things each once, without places
   */
  private record Mentions(BlockId block, long order, List<Directive> all, Set<Directive> things) {}

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
    if (warnings.isEmpty()) {
      return;
    }
    for (Mentions mentions : blocks.values()) {
      for (Directive mention : mentions.all()) {
        String warning = warnings.get(mention.withoutPlaces());
        if (warning != null) {
          views
              .computeIfAbsent(mentions.block(), k -> new ArrayList<>())
              .add(new ProblemView(Problem.Severity.WARNING, warning, mention.range()));
        }
      }
    }
  }

  /** Takes in a change of the document. */
  void take(DocumentChange change) {
    Set<Directive> old = new HashSet<>();
    change.removed().forEach(block -> old.addAll(forget(block)));
    change.changed().forEach(block -> old.addAll(forget(block)));
    Set<Directive> added = new HashSet<>();
    change.changed().forEach(block -> added.addAll(note(block)));
    added.removeAll(old);
    Set<Directive> gone = new HashSet<>(old);
    gone.removeIf(mentioned::containsKey);
    boolean same = added.isEmpty() && gone.isEmpty();
    List<Directive> before = sequence;
    sequence = sequence();
    boolean moved = !Directive.askForSame(before, sequence);
    if (moved || (!same && (following == null || !following.goesOn(added, gone)))) {
      follow();
    }
  }

  /** Returns what counts in the order in which it stands, in that order. */
  private List<Directive> sequence() {
    return ordered.isEmpty()
        ? List.of()
        : inOrder(ordered.stream().map(blocks::get).filter(Objects::nonNull))
            .filter(language::countsInOrder)
            .toList();
  }

  private static Stream<Directive> inOrder(Stream<Mentions> mentions) {
    return mentions
        .sorted(Comparator.comparingLong(Mentions::order))
        .flatMap(mention -> mention.all().stream());
  }

  /** Returns what the block mentions. */
  private Set<Directive> forget(Block block) {
    Mentions mentions = blocks.remove(block.id());
    ordered.remove(block.id());
    if (mentions == null) {
      return Set.of();
    }
    for (Directive thing : mentions.things()) {
      mentioned.computeIfPresent(thing, (k, count) -> count == 1 ? null : count - 1);
    }
    return mentions.things();
  }

  /** Returns what the block mentions, and no other does. */
  private Set<Directive> note(Block block) {
    List<Directive> all = language.mentions(block.role(), block.lines());
    if (all.isEmpty()) {
      return Set.of();
    }
    Set<Directive> things =
        all.stream().map(Directive::withoutPlaces).collect(Collectors.toUnmodifiableSet());
    blocks.put(block.id(), new Mentions(block.id(), block.order(), all, things));
    if (all.stream().anyMatch(language::countsInOrder)) {
      ordered.add(block.id());
    }
    Set<Directive> first = new HashSet<>();
    for (Directive thing : things) {
      if (mentioned.merge(thing, 1, Integer::sum) == 1) {
        first.add(thing);
      }
    }
    return first;
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
    List<Directive> inOrder = inOrder(blocks.values().stream()).toList();
    Following next =
        inOrder.isEmpty()
            ? null
            : language.follow(
                uri,
                base,
                toolchain,
                inOrder,
                found ->
                    events.accept(
                        () -> {
                          if (present == attempt) {
                            on(found);
                          }
                        }));
    following = next;
    waiting = next != null;
    warnings = Map.of();
    toolchain = next == null ? base : next.meanwhile();
  }

  private void on(Following.Found found) {
    waiting = false;
    warnings = found.warnings();
    toolchain = found.toolchain();
    changed.run();
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
