package dev.colight.worker.render;

import java.util.ArrayList;
import java.util.List;
import javax.swing.table.TableModel;

/** A Swing table's model. */
final class TableModelForm implements Form {
  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    TableModel model = (TableModel) value;
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < model.getColumnCount(); i++) {
      columns.add(String.valueOf(model.getColumnName(i)));
    }
    return Grids.table(columns, model.getRowCount(), model::getValueAt, watch);
  }
}
