package dev.colight.worker.render;

import dev.colight.display.Forms;
import dev.colight.display.Grid;
import dev.colight.display.Table;
import java.util.List;
import java.util.Map;

/** Tables of other libraries: their first rows, as they are now. */
final class Grids {
  /** Rows that are copied: theirs may change, and they may be anywhere. */
  static final int MAX_ROWS = 1_000;

  static final int MAX_COLUMNS = 200;

  private Grids() {}

  /** Reads a cell; may throw. */
  interface Reader {
    Object at(int row, int column) throws Exception;
  }

  /** Returns the table, with a copy of the first rows to be expanded. */
  static Bundle table(List<String> columns, long rows, Reader reader, Watch watch)
      throws Exception {
    int copied = (int) Math.min(MAX_ROWS, rows);
    List<String> shown = columns.subList(0, Math.min(MAX_COLUMNS, columns.size()));
    Object[][] cells = new Object[copied][shown.size()];
    for (int row = 0; row < copied; row++) {
      for (int column = 0; column < shown.size(); column++) {
        cells[row][column] = reader.at(row, column);
      }
    }
    Table table =
        new Table(
            new Grid(List.copyOf(shown), copied, (row, column) -> cells[row][column], null, null));
    String json = table.json(TableBranch.texts(watch));
    return new Bundle(
        Map.of(Forms.TABLE, json),
        copied < rows,
        copied <= Table.FIRST_ROWS ? null : new TableBranch(table));
  }
}
