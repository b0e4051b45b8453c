package dev.colight.display;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a plot is drawn from.
 *
 * @param grid its columns
 * @param rows what functions are called with; empty where there are only columns
 * @param <T> type of a row
 */
record PlotData<T>(Grid grid, List<T> rows) {
  /** Points that a mark has at most; of more, some are taken at equal distances. */
  static final int MAX_POINTS = 20_000;

  /** A column of what JSON has, as it was when it was read: it is written later. */
  record Column(List<@Nullable Object> values, boolean times) {}

  /** Returns rows, or single numbers against their places. */
  static <T> PlotData<T> of(List<T> rows) {
    Grid grid = Grid.ofAny(rows);
    boolean single = grid.columns().equals(List.of("value"));
    return new PlotData<>(single ? ofValues(rows.toArray()) : grid, rows);
  }

  /** Returns single values against their places. */
  static Grid ofValues(@Nullable Object[] values) {
    return new Grid(
        List.of("x", "y"),
        values.length,
        (row, column) -> column == 0 ? (Object) row : values[row],
        null,
        null);
  }

  /** Returns how many rows there are. */
  int count() {
    return grid.count();
  }

  /** Returns how many points a mark has. */
  int points() {
    return Math.min(count(), MAX_POINTS);
  }

  /** Returns the values of a column. */
  Column column(String name) {
    int place = grid.place(name);
    return read(row -> grid.cells().get(row, place));
  }

  /** Returns what a function makes of each row. */
  Column column(Function<? super T, ?> function) {
    if (rows.isEmpty() && count() > 0) {
      throw new IllegalArgumentException("these are columns without rows: name a column instead");
    }
    return read(row -> function.apply(rows.get(row)));
  }

  private interface Reader {
    @Nullable Object at(int row);
  }

  private Column read(Reader reader) {
    int points = points();
    List<@Nullable Object> values = new ArrayList<>(points);
    boolean times = false;
    for (int i = 0; i < points; i++) {
      Object value = reader.at((int) ((long) i * count() / points));
      Object time = time(value);
      times |= time != null;
      values.add(time == null ? plain(value) : time);
    }
    return new Column(values, times);
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Number number) {
      return Numbers.isFixed(number) ? number : (Number) number.doubleValue();
    }
    return value == null || value instanceof Boolean ? value : String.valueOf(value);
  }

  @SuppressWarnings("JavaUtilDate") // documents have them
  private static @Nullable String time(@Nullable Object value) {
    if (value instanceof LocalDate
        || value instanceof LocalDateTime
        || value instanceof Instant
        || value instanceof OffsetDateTime
        || value instanceof YearMonth) {
      return value.toString();
    } else if (value instanceof ZonedDateTime zoned) {
      return zoned.toOffsetDateTime().toString();
    }
    return value instanceof Date date ? Instant.ofEpochMilli(date.getTime()).toString() : null;
  }
}
