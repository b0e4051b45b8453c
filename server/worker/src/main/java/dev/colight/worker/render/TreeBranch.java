package dev.colight.worker.render;

import dev.colight.display.Entries;
import dev.colight.display.Forms;
import dev.colight.worker.render.Parts.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a value that was shown as a tree.
 *
 * @param value what is looked into
 * @param parts its parts
 * @param copied whether those are a copy, which nobody changes
 * @param bytes what that copy takes
 */
record TreeBranch(Object value, Parts parts, boolean copied, long bytes) implements Branch {
  /** Elements of which a copy is made, so that later runs do not get at it. */
  private static final int MAX_COPIED = 2_000_000;

  private static final int REFERENCE = 8;

  /** Returns a value with the elements that it has now. */
  static TreeBranch of(Object value, Parts parts) {
    if (parts.total() > MAX_COPIED) {
      return new TreeBranch(value, parts, false, 0);
    } else if (value instanceof Collection<?> collection && parts.kind().equals("list")) {
      Object[] elements = Entries.array(collection);
      return new TreeBranch(
          value,
          new Parts.Elements(elements.length, i -> elements[i]),
          true,
          (long) REFERENCE * elements.length);
    } else if (value instanceof Map<?, ?> && parts.kind().equals("map")) {
      List<Part> all = List.copyOf(parts.slice(0, parts.total()));
      return new TreeBranch(value, new Parts.Fixed(all), true, 8L * REFERENCE * all.size());
    } else if (value instanceof Object[] array) {
      Object[] elements = array.clone();
      return new TreeBranch(
          value,
          new Parts.Elements(elements.length, i -> elements[i]),
          true,
          (long) REFERENCE * elements.length);
    }
    return new TreeBranch(value, parts, false, 0);
  }

  @Override
  public Page page(int offset, int limit, String reference, Watch watch) {
    check(watch);
    List<Child> children = new ArrayList<>();
    int index = offset;
    int length = 0;
    for (Part part : parts.slice(offset, limit)) {
      String json = Tree.single(part, watch, reference + "/" + index);
      boolean further = json.contains("\"expandable\":");
      String type = part.value() == null ? null : Names.of(part.value());
      children.add(new Child(part.label(), type, Forms.TREE, json, further ? index : -1));
      index++;
      length += json.length();
      if (length >= MAX_PAGE) {
        break;
      }
    }
    return new Page(children, parts.total());
  }

  @Override
  public @Nullable Branch child(int index, Watch watch) {
    check(watch);
    List<Part> found = index < parts.total() ? parts.slice(index, 1) : List.of();
    Object child = found.isEmpty() ? null : found.get(0).value();
    Parts inner = Parts.of(child);
    return child == null || inner == null ? null : new TreeBranch(child, inner, false, 0);
  }

  private void check(Watch watch) {
    if (!copied && !watch.isUnchanged(value)) {
      throw new Watch.ChangedException();
    }
  }
}
