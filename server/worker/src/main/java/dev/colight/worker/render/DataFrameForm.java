package dev.colight.worker.render;

import java.util.ArrayList;
import java.util.List;

/** A frame of DFLib. */
final class DataFrameForm implements Form {
  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    Object index = Calls.call(value, "getColumnsIndex");
    List<String> columns = new ArrayList<>();
    for (Object name : (Iterable<?>) index) {
      columns.add(String.valueOf(name));
    }
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      series.add(Calls.call(value, "getColumn", i));
    }
    int rows = (Integer) Calls.call(value, "height");
    return Grids.table(
        columns, rows, (row, column) -> Calls.call(series.get(column), "get", row), watch);
  }
}
