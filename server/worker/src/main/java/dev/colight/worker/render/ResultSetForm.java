package dev.colight.worker.render;

import dev.colight.display.Forms;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The result of a query. To read one that only goes forward is to use it up, so it is left alone.
 */
final class ResultSetForm implements Form {
  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    ResultSet results = (ResultSet) value;
    if (results.isClosed()) {
      return Bundle.of(Forms.MARKDOWN, "A result that is closed.");
    } else if (results.getType() == ResultSet.TYPE_FORWARD_ONLY) {
      return Bundle.of(
          Forms.MARKDOWN,
          "A result that can be read once: showing its rows would use them up. Make the statement"
              + " with `ResultSet.TYPE_SCROLL_INSENSITIVE` to see them here.");
    }
    ResultSetMetaData meta = results.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.add(meta.getColumnLabel(i));
    }
    boolean before = results.isBeforeFirst();
    boolean after = results.isAfterLast();
    int row = results.getRow();
    try {
      int rows = results.last() ? results.getRow() : 0;
      return Grids.table(columns, rows, (r, c) -> at(results, r, c), watch);
    } finally {
      if (before) {
        results.beforeFirst();
      } else if (after) {
        results.afterLast();
      } else if (row > 0) {
        results.absolute(row);
      }
    }
  }

  private static Object at(ResultSet results, int row, int column) throws SQLException {
    results.absolute(row + 1);
    return results.getObject(column + 1);
  }
}
