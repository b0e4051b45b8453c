package dev.colight.worker.render;

import dev.colight.display.Displayable;
import dev.colight.display.Forms;
import dev.colight.display.Grid;
import dev.colight.display.Table;
import dev.colight.worker.wire.ShownNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives a value its rich forms. What goes wrong with them costs them, and nothing else. */
public final class Rich {
  /** What all forms of a value may take together, in characters; images are large. */
  private static final int MAX_LENGTH = 8 << 20;

  /** A list of so few plain values is as good as text. */
  private static final int FEW = 12;

  private static final int SHORT_TEXT = 80;

  private static final int DEPTH = 8;

  /**
   * Lists that hold their elements themselves. Others, such as views, may call whatever they are
   * made of, which may throw or never return.
   */
  private static final Set<Class<?>> LISTS =
      Set.of(
          ArrayList.class, Arrays.asList().getClass(), List.of().getClass(), List.of(1).getClass());

  private Rich() {}

  /**
   * Returns the rich forms of a value.
   *
   * @param reference by which what is not shown can be asked for
   */
  public static Bundle of(@Nullable Object value, Watch watch, String reference) {
    if (value == null || isText(value)) {
      return Bundle.NONE;
    }
    try {
      return bounded(made(value, watch, reference, DEPTH));
    } catch (Exception | StackOverflowError | LinkageError | OutOfMemoryError e) {
      return Bundle.NONE;
    }
  }

  /** Tells quickly whether text says it all, which it does of most values. */
  public static boolean isText(Object value) {
    return isPlain(value) || isShortList(value);
  }

  /** Returns the form of a text of several lines, which are hard to read in quotes. */
  public static Bundle ofText(String text) {
    return text.indexOf('\n') < 0 || text.length() > MAX_LENGTH ? Bundle.NONE : fenced(text);
  }

  private static Bundle fenced(String text) {
    StringBuilder fence = new StringBuilder("```");
    while (text.contains(fence)) {
      fence.append('`');
    }
    String end = text.endsWith("\n") ? "" : "\n";
    return bounded(Bundle.of(Forms.MARKDOWN, fence + "text\n" + text + end + fence.toString()));
  }

  private static boolean isPlain(Object value) {
    return (value instanceof Number && Names.isOfPlatform(value.getClass()))
        || value instanceof Character
        || value instanceof Boolean
        || value instanceof Enum<?>;
  }

  private static Bundle made(Object value, Watch watch, String reference, int depth)
      throws Exception {
    if (value instanceof String text) {
      return ofText(text);
    } else if (value instanceof Table table) {
      return table(table, watch);
    } else if (value instanceof Displayable shown) {
      return new Bundle(new LinkedHashMap<>(shown.mime()), false, null);
    }
    Bundle serviced = Services.of(value);
    if (!serviced.forms().isEmpty()) {
      return serviced;
    }
    Form form = Registry.form(value.getClass());
    if (form != null) {
      return form.of(value, watch, reference);
    } else if (value instanceof Optional<?> optional) {
      return optional.isEmpty() || depth == 0
          ? Bundle.NONE
          : made(optional.get(), watch, reference, depth - 1);
    }
    Grid grid = Grid.ofRows(value);
    return grid == null ? tree(value, watch, reference) : table(new Table(grid), watch);
  }

  private static Bundle table(Table table, Watch watch) {
    String json = table.json(TableBranch.texts(watch));
    boolean all = table.count() <= Table.FIRST_ROWS;
    return new Bundle(Map.of(Forms.TABLE, json), false, all ? null : new TableBranch(table));
  }

  private static Bundle tree(Object value, Watch watch, String reference) {
    Parts parts = Parts.of(value);
    if (parts == null || parts.total() == 0 || isShort(parts)) {
      return Bundle.NONE;
    }
    Tree.Written tree = Tree.of(value, parts, watch, reference);
    return new Bundle(
        Map.of(Forms.TREE, tree.json()), false, tree.more() ? TreeBranch.of(value, parts) : null);
  }

  /** Tells whether text says it all of a list: most are short, and this is quick to see. */
  private static boolean isShortList(Object value) {
    if (!(value instanceof List<?> list) || !LISTS.contains(value.getClass())) {
      return false;
    }
    try {
      return list.size() <= FEW && list.stream().allMatch(Rich::isShort);
    } catch (RuntimeException e) {
      return false; // another thread changes it
    }
  }

  /** Tells whether text says it all. */
  private static boolean isShort(Parts parts) {
    return parts.total() <= FEW
        && parts.slice(0, FEW).stream().allMatch(part -> isShort(part.value()));
  }

  private static boolean isShort(@Nullable Object part) {
    return part == null
        || isPlain(part)
        || (part instanceof String text && text.length() < SHORT_TEXT && text.indexOf('\n') < 0);
  }

  /** Leaves out forms that are too long; replaces names that only generated code has. */
  private static Bundle bounded(Bundle bundle) {
    Map<String, String> forms = new LinkedHashMap<>();
    boolean truncated = bundle.truncated();
    int left = MAX_LENGTH;
    for (Map.Entry<String, String> form : bundle.forms().entrySet()) {
      String payload = form.getValue();
      if (payload.length() > left) {
        truncated = true;
      } else if (!form.getKey().equals(Forms.TEXT)) { // as text, it is what jshell shows
        left -= payload.length();
        forms.put(form.getKey(), ShownNames.scrub(payload));
      }
    }
    return new Bundle(forms, truncated, bundle.more());
  }
}
