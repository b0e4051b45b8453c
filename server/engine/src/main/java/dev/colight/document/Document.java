package dev.colight.document;

import dev.colight.text.Position;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One version of a document, as a sequence of blocks; immutable.
 *
 * <p>An edit splits its neighbourhood again: from the first block that the splitter could end
 * otherwise now, to the first old block start below the edit that is a block start still. All other
 * blocks are taken over as they are. Only where the edit makes another {@link Layout} of lines that
 * it did not touch, all is split again.
 */
public final class Document {
  /** Distance between the orders of neighbours: 32 blocks fit in turn into the same gap. */
  private static final long GAP = 1L << 32;

  private final String uri;
  private final int version;
  private final Text text;
  private final Layout layout;
  private final Block[] blocks;
  private final int[] starts;

  /** By block: the line after its last one. An edit looks through these, so they are no lists. */
  private final int[] ends;

  private final int nextId;

  private Document(
      String uri,
      int version,
      Text text,
      Layout layout,
      Block[] blocks,
      int[] starts,
      int[] ends,
      int nextId) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.layout = layout;
    this.blocks = blocks;
    this.starts = starts;
    this.ends = ends;
    this.nextId = nextId;
  }

  /** Returns a document without blocks, to be filled by {@link #replace}. */
  public static Document empty(String uri) {
    Text text = Text.of("");
    Layout layout = Layout.ofScript(text.lineCount());
    return new Document(uri, 0, text, layout, new Block[0], new int[0], new int[0], 1);
  }

  public String uri() {
    return uri;
  }

  public int version() {
    return version;
  }

  public Text text() {
    return text;
  }

  /** Returns the number of blocks. */
  public int size() {
    return blocks.length;
  }

  /** Returns a block by its index from the top. */
  public Block block(int index) {
    return blocks[index];
  }

  /** Returns the first line of a block by its index. */
  public int startLine(int index) {
    return starts[index];
  }

  /** Returns the line after the last one of a block by its index. */
  public int endLine(int index) {
    return ends[index];
  }

  /** Returns the index of the block with an order, or -1. */
  public int indexOf(long order) {
    long position = Stage.position(order);
    int low = 0;
    int high = blocks.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      long found = blocks[middle].position();
      if (found == position) {
        return blocks[middle].order() == order ? middle : -1;
      }
      if (found < position) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Returns the index of the first block that ends after a line. */
  public int firstBlockFrom(int line) {
    int low = 0;
    int high = blocks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endLine(middle) <= line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Applies edits, each to the text that the one before left. */
  public DocumentChange edit(int newVersion, List<TextEdit> edits, Splitter splitter) {
    Text current = text;
    int prefix = text.lineCount();
    int suffix = text.lineCount();
    for (TextEdit edit : edits) {
      Position start = current.clamp(edit.range().start());
      Position end = current.clamp(edit.range().end());
      prefix = Math.min(prefix, start.line());
      suffix = Math.min(suffix, current.lineCount() - 1 - Math.max(start.line(), end.line()));
      current = current.apply(edit);
    }
    return resplit(newVersion, current, prefix, Math.max(0, suffix), splitter);
  }

  /** Replaces the whole text; blocks whose text is still there keep their identity. */
  public DocumentChange replace(int newVersion, Text newText, Splitter splitter) {
    var difference = text.difference(newText);
    int suffix = text.lineCount() - difference.firstLine() - difference.oldLines();
    return resplit(newVersion, newText, difference.firstLine(), suffix, splitter);
  }

  /** Splits again what may differ: all but {@code prefix} lines above and {@code suffix} below. */
  private DocumentChange resplit(
      int newVersion, Text newText, int prefix, int suffix, Splitter splitter) {
    int delta = newText.lineCount() - text.lineCount();
    Layout newLayout = splitter.layout(newText);
    boolean sameLayout = newLayout.isAsBefore(layout, prefix, suffix);
    int first = 0;
    while (sameLayout
        && first < blocks.length
        && endLine(first) + blocks[first].lookahead() < prefix) {
      first++;
    }
    int fromLine = first == 0 ? 0 : endLine(first - 1);
    int unchangedFrom = newText.lineCount() - suffix;
    int[] resumed = {blocks.length};
    List<BlockSpan> spans =
        splitter.split(
            newText,
            newLayout,
            fromLine,
            line -> {
              if (line < unchangedFrom || !sameLayout) {
                return false;
              }
              int index = Arrays.binarySearch(starts, line - delta);
              if (index < 0) {
                return false;
              }
              resumed[0] = index;
              return true;
            });
    int next = resumed[0];
    List<Block> old = Arrays.asList(blocks).subList(first, next);
    List<Block> fresh = new ArrayList<>(spans.size());
    for (BlockSpan span : spans) {
      List<String> lines = List.copyOf(newText.lines(span.startLine(), span.endLine()));
      fresh.add(new Block(BlockMatcher.NEW, 0, span.kind(), span.role(), lines, span.lookahead()));
    }
    return assemble(newVersion, newText, newLayout, first, next, delta, spans, old, fresh);
  }

  private DocumentChange assemble(
      int newVersion,
      Text newText,
      Layout newLayout,
      int first,
      int next,
      int delta,
      List<BlockSpan> spans,
      List<Block> old,
      List<Block> fresh) {
    BlockMatcher matcher = new BlockMatcher(old, fresh, nextId);
    List<Block> matched = matcher.match();
    long low = first == 0 ? 0 : blocks[first - 1].position();
    long high = next < blocks.length ? blocks[next].position() : low + GAP * (matched.size() + 2L);
    boolean relabelled = !BlockMatcher.assignOrders(matched, low, high);
    int size = first + matched.size() + blocks.length - next;
    Block[] newBlocks = new Block[size];
    int[] newStarts = new int[size];
    int[] newEnds = new int[size];
    System.arraycopy(blocks, 0, newBlocks, 0, first);
    System.arraycopy(starts, 0, newStarts, 0, first);
    System.arraycopy(ends, 0, newEnds, 0, first);
    for (int i = 0; i < matched.size(); i++) {
      newBlocks[first + i] = matched.get(i);
      newStarts[first + i] = spans.get(i).startLine();
      newEnds[first + i] = spans.get(i).startLine() + matched.get(i).lines().size();
    }
    int below = first + matched.size();
    System.arraycopy(blocks, next, newBlocks, below, blocks.length - next);
    for (int i = next; i < blocks.length; i++) {
      newStarts[below + i - next] = starts[i] + delta;
      newEnds[below + i - next] = ends[i] + delta;
    }
    List<Block> changed = new ArrayList<>();
    if (relabelled) {
      for (int i = 0; i < size; i++) {
        newBlocks[i] = newBlocks[i].at((i + 1L) * GAP);
      }
      changed.addAll(Arrays.asList(newBlocks));
    } else {
      Set<Block> before = new HashSet<>(old);
      for (Block block : matched) {
        if (!before.contains(block)) {
          changed.add(block);
        }
      }
    }
    Set<BlockId> kept = new HashSet<>();
    matched.forEach(b -> kept.add(b.id()));
    List<Block> removed = old.stream().filter(b -> !kept.contains(b.id())).toList();
    Document after =
        new Document(
            uri, newVersion, newText, newLayout, newBlocks, newStarts, newEnds, matcher.nextId());
    return new DocumentChange(after, removed, changed, relabelled);
  }
}
