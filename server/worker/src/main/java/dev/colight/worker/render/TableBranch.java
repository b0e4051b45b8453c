package dev.colight.worker.render;

import dev.colight.display.Forms;
import dev.colight.display.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table. Which rows there are is known from when it was made.
 *
 * @param table the rows
 */
record TableBranch(Table table) implements Branch {
  private static final int REFERENCE = 8;

  /** Writes what is in the cells of a table. */
  static Table.CellText texts(Watch watch) {
    return value -> Summary.text(value, watch);
  }

  @Override
  public Page page(int offset, int limit, String reference, Watch watch) {
    Table.CellText texts = texts(watch);
    List<Child> rows = new ArrayList<>();
    int length = 0;
    for (int i = offset;
        i < Math.min(table.count(), (long) offset + limit) && length < MAX_PAGE;
        i++) {
      Object row = table.source(i);
      if (row != null && !watch.isUnchanged(row)) {
        throw new Watch.ChangedException();
      }
      String json = table.rowJson(i, texts);
      length += json.length();
      rows.add(new Child(String.valueOf(i), null, Forms.TABLE, json, -1));
    }
    return new Page(rows, table.count());
  }

  @Override
  public @Nullable Branch child(int index, Watch watch) {
    return null;
  }

  @Override
  public long bytes() {
    return (long) REFERENCE * table.count();
  }
}
