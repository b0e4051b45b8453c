package dev.colight.workspace;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.document.Document;
import dev.colight.execution.Assistant;
import dev.colight.execution.Cell;
import dev.colight.execution.Meanings;
import dev.colight.execution.Outcome;
import dev.colight.execution.PlannerState;
import dev.colight.execution.Scene;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BlockGraph;
import dev.colight.text.Range;
import dev.colight.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/** A snapshot over the immutable document and planner state; views are made when asked for. */
final class SnapshotView implements DocumentSnapshot {
  private final Document document;
  private final PlannerState state;
  private final Analyzer analyzer;
  private final Toolchain toolchain;
  private final int run;
  private final boolean running;
  private final boolean going;
  private final boolean trusted;
  private final Function<BlockId, List<ProblemView>> directives;

  /**
   * A snapshot.
   *
   * @param going whether what is pending will run by itself
   * @param trusted whether it may run at all
   * @param directives what is wrong with the directives of a block
   */
  SnapshotView(
      Document document,
      PlannerState state,
      Analyzer analyzer,
      Toolchain toolchain,
      int run,
      boolean running,
      boolean going,
      boolean trusted,
      Function<BlockId, List<ProblemView>> directives) {
    this.document = document;
    this.state = state;
    this.analyzer = analyzer;
    this.toolchain = toolchain;
    this.run = run;
    this.running = running;
    this.going = going;
    this.trusted = trusted;
    this.directives = directives;
  }

  @Override
  public boolean trusted() {
    return trusted;
  }

  @Override
  public String uri() {
    return document.uri();
  }

  @Override
  public int version() {
    return document.version();
  }

  @Override
  public Text text() {
    return document.text();
  }

  @Override
  public int run() {
    return run;
  }

  @Override
  public boolean running() {
    return running;
  }

  @Override
  public Scene scene() {
    return new Scene(document, Meanings.of(state, toolchain.imports(), toolchain.platform()));
  }

  @Override
  public Assistant assistant() {
    return toolchain.assistant();
  }

  @Override
  public Dependencies dependencies() {
    return Dependencies.of(state, toolchain);
  }

  @Override
  public FollowedUses followed() {
    return new FollowedUses(state, toolchain.files(), this::dependencies);
  }

  @Override
  public List<BlockView> blocks() {
    List<BlockView> result = new ArrayList<>(document.size());
    for (int i = 0; i < document.size(); i++) {
      result.add(view(i));
    }
    return result;
  }

  @Override
  public List<BlockView> blocks(int firstLine, int lastLine) {
    List<BlockView> result = new ArrayList<>();
    for (int i = document.firstBlockFrom(firstLine);
        i < document.size() && document.startLine(i) <= lastLine;
        i++) {
      result.add(view(i));
    }
    return result;
  }

  @Override
  public @Nullable BlockView block(BlockId id) {
    Cell cell = state.cells().get(id);
    if (cell != null) {
      int index = document.indexOf(cell.order());
      return index < 0 ? null : view(index);
    }
    for (int i = 0; i < document.size(); i++) {
      if (document.block(i).id().equals(id)) {
        return view(i);
      }
    }
    return null;
  }

  /** Tells where the inputs of a block stand that somebody has moved. */
  PMap<String, String> inputs(int index) {
    return state.inputs().getOrDefault(document.block(index).id(), HashTreePMap.empty());
  }

  int size() {
    return document.size();
  }

  /** Returns a block as it was before it was looked at, or null where it is gone. */
  @Nullable BlockView queued(BlockId id) {
    Cell cell = state.cells().get(id);
    int index = cell == null ? -1 : document.indexOf(cell.order());
    return index < 0 ? null : view(index, going ? BlockState.QUEUED : BlockState.STALE);
  }

  /** Returns the blocks' identities in order. */
  List<BlockId> order() {
    List<BlockId> result = new ArrayList<>(document.size());
    for (int i = 0; i < document.size(); i++) {
      result.add(document.block(i).id());
    }
    return result;
  }

  /** Returns the first line of a code block, or -1 where it is gone. */
  int startLine(BlockId id) {
    Cell cell = state.cells().get(id);
    int index = cell == null ? -1 : document.indexOf(cell.order());
    return index < 0 ? -1 : document.startLine(index);
  }

  private BlockView view(int index) {
    return view(index, null);
  }

  /** Returns a block; a code block in another state than it is in, if one is given. */
  private BlockView view(int index, @Nullable BlockState as) {
    Block block = document.block(index);
    List<String> lines = block.lines();
    Range range =
        Range.of(
            document.startLine(index),
            0,
            document.endLine(index) - 1,
            lines.get(lines.size() - 1).length());
    Cell cell = state.cells().get(block.id());
    if (block.kind() == BlockKind.PROSE || cell == null) {
      String text = block.kind() == BlockKind.PROSE ? analyzer.prose(lines) : null;
      return new BlockView(
          block.id(),
          "",
          index,
          block.kind(),
          range,
          BlockState.FRESH,
          List.of(),
          List.of(),
          analyzer.analyze(block.role(), lines).pragmas(),
          text,
          directives.apply(block.id()),
          null,
          null,
          lines);
    }
    ResultPresenter presenter = new ResultPresenter(state, this, cell);
    Set<String> provides = new TreeSet<>();
    BlockGraph.providedNames(cell.analysis()).forEach(name -> provides.add(name.toString()));
    Set<String> requires = new TreeSet<>();
    cell.links().names().forEach(name -> requires.add(name.toString()));
    return new BlockView(
        block.id(),
        key(cell),
        index,
        block.kind(),
        range,
        as == null ? blockState(cell) : as,
        List.copyOf(provides),
        List.copyOf(requires),
        cell.analysis().pragmas(),
        null,
        problems(presenter.problems(), block.id()),
        presenter.result(),
        presenter.shown(),
        lines);
  }

  private List<ProblemView> problems(List<ProblemView> ofCode, BlockId block) {
    List<ProblemView> ofDirectives = directives.apply(block);
    if (ofDirectives.isEmpty()) {
      return ofCode;
    }
    List<ProblemView> all = new ArrayList<>(ofDirectives);
    all.addAll(ofCode);
    return all;
  }

  private static String key(Cell cell) {
    var result = cell.result();
    return result == null || result.key() == null ? "" : result.key().toString();
  }

  /** Tells whether a block waits for its turn, or for somebody to let it run. */
  boolean isPending(BlockId id) {
    Cell cell = state.cells().get(id);
    return cell != null && state.pending().containsKey(cell.order());
  }

  /** Tells whether a block was judged before it was known what it uses, which may still come. */
  boolean isInterim(BlockId id) {
    Cell cell = state.cells().get(id);
    return cell != null && cell.awaits() && !state.idle();
  }

  private BlockState blockState(Cell cell) {
    var now = state.running();
    if (now != null && now.block().equals(cell.id()) && !now.cancelled()) {
      return BlockState.RUNNING;
    }
    if (state.pending().containsKey(cell.order())
        || cell.result() == null
        || isInterim(cell.id())) {
      return going ? BlockState.QUEUED : BlockState.STALE;
    }
    Outcome outcome = cell.result().outcome();
    if (outcome.waitsForConsent()) {
      return BlockState.HELD;
    }
    boolean lacks =
        outcome instanceof Outcome.Invalid
            || outcome instanceof Outcome.Blocked
            || outcome instanceof Outcome.Lacking
            || outcome instanceof Outcome.Cancelled;
    return lacks ? BlockState.STALE : BlockState.FRESH;
  }

  /** Returns the analysis of a code block, or null where it is gone. */
  @Nullable BlockAnalysis analysis(BlockId id) {
    Cell cell = state.cells().get(id);
    return cell == null ? null : cell.analysis();
  }
}
