package dev.colight.worker.render;

import java.util.List;

/** A table of Tablesaw. */
final class TablesawForm implements Form {
  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    List<String> columns =
        ((List<?>) Calls.call(value, "columnNames")).stream().map(String::valueOf).toList();
    int rows = (Integer) Calls.call(value, "rowCount");
    return Grids.table(
        columns, rows, (row, column) -> Calls.call(value, "get", row, column), watch);
  }
}
