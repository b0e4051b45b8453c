package dev.colight.display;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows and columns of values, got from records, beans, maps, arrays or columns. The rows are those
 * that were there when it was made; what is in them is read when it is asked for.
 *
 * @param columns their names
 * @param count how many rows there are
 * @param cells what is in them
 * @param index a label for each row, or null
 * @param rows the objects that are read for the rows, or null where it is made of columns
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
public record Grid(
    List<String> columns,
    int count,
    Cells cells,
    @Nullable List<? extends @Nullable Object> index,
    @Nullable Object @Nullable [] rows) {
  /** Rows from which the columns of maps are taken. */
  private static final int SAMPLE = 100;

  /** Columns that there are at most. */
  private static final int MAX_COLUMNS = 200;

  /** Entries of a map that is a row; of one with more, finding one would take too long. */
  private static final int MAX_KEYS = 1_000;

  /** What is in a row and a column, both counted from 0. */
  public interface Cells {
    @Nullable Object get(int row, int column);
  }

  /**
   * Returns rows of the same kind as a grid: records or objects of one class, maps with text as
   * keys, arrays of one length; or null where a value is nothing of that sort. Nobody has asked for
   * a table of it: collections and maps of the document's own, whose code may do anything, are no
   * such rows.
   */
  public static @Nullable Grid ofRows(Object value) {
    boolean collected = value instanceof Map<?, ?> || value instanceof Collection<?>;
    return collected && !isOfPlatform(value) ? null : rowsOf(value);
  }

  private static boolean isOfPlatform(Object value) {
    ClassLoader loader = value.getClass().getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private static @Nullable Grid rowsOf(Object value) {
    if (value instanceof Map<?, ?> map) {
      if (map.isEmpty() || !isStructured(map.values().iterator().next())) {
        return null;
      }
      List<@Nullable Object> keys = new ArrayList<>();
      List<@Nullable Object> values = new ArrayList<>();
      for (Map.Entry<?, ?> entry : Entries.of(map)) {
        keys.add(entry.getKey());
        values.add(entry.getValue());
      }
      Grid rows = of(values.toArray());
      return rows == null ? null : new Grid(rows.columns, rows.count, rows.cells, keys, rows.rows);
    } else if (value instanceof Collection<?> collection) {
      return collection.isEmpty() || !isStructured(collection.iterator().next())
          ? null
          : of(collection.toArray());
    }
    return value instanceof Object[] array && array.length > 0 ? of(array.clone()) : null;
  }

  /** Tells whether a value may be a row; costs next to nothing. */
  private static boolean isStructured(@Nullable Object first) {
    return first != null
        && (first instanceof Map<?, ?>
            || first.getClass().isArray()
            || first instanceof Collection<?>
            || !Fields.of(first.getClass()).isEmpty());
  }

  private static @Nullable Grid of(@Nullable Object[] rows) {
    Object first = rows[0];
    if (first == null) {
      return null;
    } else if (first instanceof Map<?, ?>) {
      return ofMaps(rows);
    } else if (first.getClass().isArray()) {
      return ofArrays(rows);
    } else if (first instanceof Collection<?>
        || first instanceof CharSequence
        || first instanceof Enum<?>
        || first instanceof Throwable
        || first.getClass().isHidden()) {
      return null;
    }
    return ofObjects(rows, first.getClass());
  }

  private static @Nullable Grid ofObjects(@Nullable Object[] rows, Class<?> type) {
    for (Object row : rows) {
      if (row == null || row.getClass() != type) {
        return null;
      }
    }
    List<Field> fields = Fields.of(type);
    List<Field> used = fields.subList(0, Math.min(MAX_COLUMNS, fields.size()));
    if (used.isEmpty()) {
      return null;
    }
    return new Grid(
        used.stream().map(Field::getName).toList(),
        rows.length,
        (row, column) -> {
          Object object = rows[row];
          return object == null ? null : Fields.get(used.get(column), object);
        },
        null,
        rows);
  }

  private static @Nullable Grid ofMaps(@Nullable Object[] rows) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < rows.length; i++) {
      if (!(rows[i] instanceof Map<?, ?> map) || !isOfPlatform(map) || map.size() > MAX_KEYS) {
        return null;
      } else if (i < SAMPLE) {
        for (Map.Entry<?, ?> entry : Entries.of(map)) {
          if (!(entry.getKey() instanceof String name)) {
            return null;
          } else if (names.size() < MAX_COLUMNS) {
            names.add(name);
          }
        }
      }
    }
    List<String> columns = List.copyOf(names);
    return columns.isEmpty()
        ? null
        : new Grid(
            columns,
            rows.length,
            (row, column) ->
                rows[row] instanceof Map<?, ?> map ? value(map, columns.get(column)) : null,
            null,
            rows);
  }

  /** Reads a map without {@code get}, which may change it, and may ask its keys. */
  private static @Nullable Object value(Map<?, ?> map, String key) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (key.equals(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }

  private static @Nullable Grid ofArrays(@Nullable Object[] rows) {
    int length = -1;
    for (Object row : rows) {
      if (row == null || !row.getClass().isArray()) {
        return null;
      }
      int own = Array.getLength(row);
      if (own == 0 || own > MAX_COLUMNS || (length >= 0 && own != length)) {
        return null;
      }
      length = own;
    }
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      columns.add(String.valueOf(i));
    }
    return new Grid(
        List.copyOf(columns),
        rows.length,
        (row, column) -> {
          Object array = rows[row];
          return array == null ? null : Array.get(array, column);
        },
        null,
        rows);
  }

  /** Returns columns of values as a grid; the shorter ones end with nothing. */
  static Grid ofColumns(Map<?, ?> columns) {
    Map<String, Object[]> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> column : Entries.of(columns)) {
      values.put(String.valueOf(column.getKey()), elements(column.getValue()));
    }
    List<Object[]> all = List.copyOf(values.values());
    return new Grid(
        List.copyOf(values.keySet()),
        all.stream().mapToInt(column -> column.length).max().orElse(0),
        (row, column) -> row < all.get(column).length ? all.get(column)[row] : null,
        null,
        null);
  }

  /** Returns whatever was given as a grid: rows, columns, or single values. */
  static Grid ofAny(@Nullable Object value) {
    if (value instanceof Grid grid) {
      return grid;
    } else if (value instanceof Map<?, ?> map
        && !map.isEmpty()
        && map.values().stream().allMatch(Grid::isColumn)) {
      return ofColumns(map);
    }
    Object rows =
        value instanceof java.util.stream.BaseStream<?, ?> || value instanceof Iterable<?>
            ? elements(value)
            : value;
    Grid grid = rows == null ? null : rowsOf(copied(rows));
    if (grid != null) {
      return grid;
    } else if (value instanceof Map<?, ?> map) {
      List<Map.Entry<?, ?>> entries = new ArrayList<>();
      Entries.of(map).forEach(entry -> entries.add(new SimpleImmutableEntry<>(entry)));
      return new Grid(
          List.of("key", "value"),
          entries.size(),
          (row, column) -> column == 0 ? entries.get(row).getKey() : entries.get(row).getValue(),
          null,
          null);
    } else if (value != null && Fields.of(value.getClass()).size() > 0 && !isColumn(value)) {
      Grid single = of(new Object[] {value});
      if (single != null) {
        return single;
      }
    }
    Object[] elements = isColumn(value) ? elements(value) : new Object[] {value};
    return new Grid(
        List.of("value"), elements.length, (row, column) -> elements[row], null, elements);
  }

  /** Returns rows with copies of the maps whose code is the document's: that runs only now. */
  private static Object copied(Object rows) {
    if (rows instanceof Object[] array) {
      @Nullable Object[] copies = new Object[array.length];
      Arrays.setAll(
          copies,
          i ->
              array[i] instanceof Map<?, ?> map && !isOfPlatform(map)
                  ? new LinkedHashMap<>(map)
                  : array[i]);
      return copies;
    }
    return rows;
  }

  private static boolean isColumn(@Nullable Object value) {
    return value != null
        && (value.getClass().isArray()
            || value instanceof Iterable<?>
            || value instanceof java.util.stream.BaseStream<?, ?>);
  }

  /** Returns the elements of an array, of what can be iterated, or of a stream. */
  static Object[] elements(@Nullable Object values) {
    if (values instanceof Object[] array) {
      return array.clone();
    } else if (values instanceof Collection<?> collection) {
      return collection.toArray();
    } else if (values instanceof Iterable<?> iterable) {
      List<@Nullable Object> list = new ArrayList<>();
      iterable.forEach(list::add);
      return list.toArray();
    } else if (values instanceof java.util.stream.BaseStream<?, ?> stream) {
      List<@Nullable Object> list = new ArrayList<>();
      stream.iterator().forEachRemaining(list::add);
      return list.toArray();
    } else if (values != null && values.getClass().isArray()) {
      Object[] boxed = new Object[Array.getLength(values)];
      Arrays.setAll(boxed, i -> Array.get(values, i));
      return boxed;
    }
    throw new IllegalArgumentException(
        "not a list, an array or a stream: " + (values == null ? "null" : values.getClass()));
  }

  /** Returns some of the columns, in that order. */
  Grid choose(List<String> names) {
    int[] places = new int[names.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(names.get(i));
    }
    return new Grid(
        List.copyOf(names), count, (row, column) -> cells.get(row, places[column]), index, rows);
  }

  /** Returns the number of a column. */
  int place(String name) {
    int place = columns.indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(
          "there is no column \"" + name + "\", but " + String.join(", ", columns));
    }
    return place;
  }
}
