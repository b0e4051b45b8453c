package dev.colight.worker.render;

import dev.colight.display.JsonText;
import dev.colight.worker.render.Parts.Part;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the nodes of trees: what is near and small at once, and references to the rest. */
final class Tree {
  static final int FIRST_CHILDREN = 100;

  private static final int NESTED_CHILDREN = 20;
  private static final int MAX_NODES = 300;
  private static final int MAX_DEPTH = 3;

  private final Watch watch;

  /** The objects around the one that is being written, by identity. */
  private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

  private int nodes;
  private boolean more;

  private Tree(Watch watch) {
    this.watch = watch;
  }

  /** A tree, and whether there is more than what it holds. */
  record Written(String json, boolean more) {}

  /** Writes a value with its parts. */
  static Written of(Object value, Parts parts, Watch watch, String reference) {
    Tree tree = new Tree(watch);
    Map<String, Object> node = tree.head(null, value, parts);
    tree.around.add(value);
    tree.children(node, parts, FIRST_CHILDREN, 0, reference);
    return new Written(JsonText.of(node), tree.more);
  }

  /** Writes a part by itself: no children, but a reference to them. */
  static String single(Part part, Watch watch, String reference) {
    Tree tree = new Tree(watch);
    Parts parts = tree.parts(part.value());
    Map<String, Object> node = tree.head(part.label(), part.value(), parts);
    if (parts != null && parts.total() > 0) {
      node.put("total", parts.total());
      node.put("expandable", reference);
    }
    return JsonText.of(node);
  }

  private @Nullable Parts parts(@Nullable Object value) {
    return value != null && watch.isUnchanged(value) ? Parts.of(value) : null;
  }

  private void children(
      Map<String, Object> node, Parts parts, int limit, int depth, String reference) {
    int room = Math.min(limit, Math.max(0, MAX_NODES - nodes));
    List<Part> shown = depth >= MAX_DEPTH ? List.of() : parts.slice(0, room);
    nodes += shown.size();
    List<Map<String, Object>> children = new ArrayList<>();
    int index = 0;
    for (Part part : shown) {
      children.add(child(part, depth + 1, reference + "/" + index++));
    }
    if (!children.isEmpty()) {
      node.put("children", children);
    }
    if (parts.total() > 0) {
      node.put("total", parts.total());
    }
    if (shown.size() < parts.total()) {
      node.put("expandable", reference);
      more = true;
    }
  }

  private Map<String, Object> child(Part part, int depth, String reference) {
    Object value = part.value();
    Parts parts = parts(value);
    Map<String, Object> node = head(part.label(), value, parts);
    if (value == null || parts == null) {
      return node;
    } else if (!around.add(value)) {
      node.put("text", "↻ " + Names.of(value));
      return node;
    }
    children(node, parts, NESTED_CHILDREN, depth, reference);
    around.remove(value);
    return node;
  }

  private Map<String, Object> head(
      @Nullable String label, @Nullable Object value, @Nullable Parts parts) {
    Map<String, Object> node = new LinkedHashMap<>();
    if (label != null) {
      node.put("label", label);
    }
    node.put("text", Summary.of(value, watch));
    if (value != null) {
      node.put("type", Names.of(value));
    }
    node.put("kind", parts == null ? kind(value) : parts.kind());
    return node;
  }

  private static String kind(@Nullable Object value) {
    if (value == null) {
      return "null";
    } else if (value instanceof CharSequence || value instanceof Character) {
      return "text";
    } else if (value instanceof Number) {
      return "number";
    } else if (value instanceof Boolean) {
      return "boolean";
    }
    return value instanceof Collection<?> ? "list" : value instanceof Map<?, ?> ? "map" : "other";
  }
}
