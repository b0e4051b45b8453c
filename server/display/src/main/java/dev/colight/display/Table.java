package dev.colight.display;

import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A table. The rows are those that were there when it was made; a page of them is written at a
 * time.
 */
public final class Table implements Displayable {
  /** Rows that are shown at first. */
  public static final int FIRST_ROWS = 100;

  private static final int TEXT_ROWS = 20;
  private static final int TEXT_WIDTH = 40;

  /** Characters of a cell that are shown. */
  private static final int MAX_CELL = 1_000;

  private final Grid grid;

  /** Creates a table of a grid. */
  public Table(Grid grid) {
    this.grid = grid;
  }

  /** Writes what is in a cell. */
  public interface CellText {
    /** Writes any value as {@code String.valueOf} does; what throws costs its cell. */
    CellText PLAIN =
        value -> {
          try {
            return String.valueOf(value);
          } catch (RuntimeException | StackOverflowError e) {
            return "(toString threw " + e.getClass().getSimpleName() + ")";
          }
        };

    String of(Object value);
  }

  /** Returns a table of some of the columns, in that order. */
  public Table columns(String... names) {
    return new Table(grid.choose(List.of(names)));
  }

  /** Returns how many rows there are. */
  public int count() {
    return grid.count();
  }

  /** Returns the first rows in the form of {@link Forms#TABLE}. */
  public String json(CellText texts) {
    Map<String, @Nullable Object> table = new LinkedHashMap<>();
    List<Map<String, String>> columns = new ArrayList<>();
    for (int i = 0; i < grid.columns().size(); i++) {
      columns.add(Map.of("name", grid.columns().get(i), "type", type(i)));
    }
    table.put(
        "columns",
        columns.stream()
            .map(
                c ->
                    new JsonText.Raw(
                        "{\"name\":"
                            + JsonText.of(c.get("name"))
                            + ",\"type\":\""
                            + c.get("type")
                            + "\"}"))
            .toList());
    int shown = Math.min(FIRST_ROWS, grid.count());
    List<List<@Nullable String>> rows = new ArrayList<>();
    List<String> index = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      rows.add(row(i, texts));
      String label = index(i, texts);
      if (label != null) {
        index.add(label);
      }
    }
    table.put("rows", rows);
    if (!index.isEmpty()) {
      table.put("index", index);
    }
    table.put("total", grid.count());
    table.put("offset", 0);
    return JsonText.of(table);
  }

  /** Returns a row by itself, as the children of {@code colight/expand} hold it. */
  public String rowJson(int row, CellText texts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("row", row(row, texts));
    String label = index(row, texts);
    if (label != null) {
      json.put("index", label);
    }
    return JsonText.of(json);
  }

  /** Returns the object that is read for a row, or null where there is none. */
  public @Nullable Object source(int row) {
    @Nullable Object[] rows = grid.rows();
    return rows == null ? null : rows[row];
  }

  private List<@Nullable String> row(int row, CellText texts) {
    List<@Nullable String> cells = new ArrayList<>();
    for (int i = 0; i < grid.columns().size(); i++) {
      Object value = grid.cells().get(row, i);
      cells.add(value == null ? null : cut(texts.of(value), MAX_CELL));
    }
    return cells;
  }

  private @Nullable String index(int row, CellText texts) {
    List<?> index = grid.index();
    if (index == null) {
      return null;
    }
    Object label = index.get(row);
    return cut(label == null ? "null" : texts.of(label), MAX_CELL);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
    return text.substring(0, end) + "…";
  }

  /** Returns the type of a column, as far as its first rows tell. */
  private String type(int column) {
    String found = "";
    for (int row = 0; row < Math.min(FIRST_ROWS, grid.count()); row++) {
      Object value = grid.cells().get(row, column);
      if (value != null) {
        String type = type(value);
        if (!found.isEmpty() && !found.equals(type)) {
          return "value";
        }
        found = type;
      }
    }
    return found.isEmpty() ? "value" : found;
  }

  @SuppressWarnings("JavaUtilDate") // documents have them
  private static String type(Object value) {
    if (value instanceof Number) {
      return "number";
    } else if (value instanceof Boolean) {
      return "boolean";
    } else if (value instanceof TemporalAccessor || value instanceof Date) {
      return "time";
    }
    return value instanceof CharSequence || value instanceof Character || value instanceof Enum<?>
        ? "text"
        : "value";
  }

  @Override
  public Map<String, String> mime() {
    return Map.of(Forms.TABLE, json(CellText.PLAIN));
  }

  /** Returns the first rows as lines of aligned text. */
  @Override
  public String toString() {
    List<List<String>> lines = new ArrayList<>();
    boolean indexed = grid.index() != null;
    List<String> head = new ArrayList<>(grid.columns());
    if (indexed) {
      head.add(0, "");
    }
    lines.add(head);
    int shown = Math.min(TEXT_ROWS, grid.count());
    for (int i = 0; i < shown; i++) {
      List<String> line = new ArrayList<>();
      if (indexed) {
        line.add(String.valueOf(index(i, CellText.PLAIN)));
      }
      row(i, CellText.PLAIN).forEach(cell -> line.add(cell == null ? "" : cell.strip()));
      lines.add(line);
    }
    String more =
        shown < grid.count() ? "\n… " + PlainText.count(grid.count() - shown, "more row") : "";
    return aligned(lines) + more;
  }

  private String aligned(List<List<String>> lines) {
    int columns = lines.get(0).size();
    int first = columns - grid.columns().size();
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        int column = i;
        int width = lines.stream().mapToInt(l -> oneLine(l.get(column)).length()).max().orElse(0);
        String cell = oneLine(line.get(i));
        String space = " ".repeat(width - cell.length());
        boolean number = i >= first && type(i - first).equals("number");
        row.append(i == 0 ? "" : "  ").append(number ? space + cell : cell + space);
      }
      text.append(text.isEmpty() ? "" : "\n").append(row.toString().stripTrailing());
    }
    return text.toString();
  }

  private static String oneLine(String cell) {
    return cut(cell.replaceAll("\\s+", " "), TEXT_WIDTH);
  }
}
