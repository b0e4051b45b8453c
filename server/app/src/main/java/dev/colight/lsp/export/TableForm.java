package dev.colight.lsp.export;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table, as {@code docs/outputs.md} has it.
 *
 * @param index labels of the rows, or null
 * @param total rows that there are, or less than there are here where nobody knows
 */
record TableForm(
    List<Column> columns,
    List<List<@Nullable String>> rows,
    @Nullable List<String> index,
    long total) {

  /** A column; numbers stand at its right. */
  record Column(String name, String type) {
    boolean right() {
      return "number".equals(type);
    }
  }

  /** Reads a table; one that is none is left to its other forms. */
  static Optional<TableForm> parse(@Nullable String json) {
    try {
      TableForm table = json == null ? null : new Gson().fromJson(json, TableForm.class);
      return Optional.ofNullable(table)
          .filter(found -> found.columns != null && found.rows != null);
    } catch (JsonSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Returns the table in Markdown. */
  String markdown() {
    List<String> lines = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    if (index != null) {
      names.add("");
      rules.add("---");
    }
    for (Column column : columns) {
      names.add(cell(column.name));
      rules.add(column.right() ? "---:" : "---");
    }
    lines.add(line(names));
    lines.add(line(rules));
    for (int i = 0; i < rows.size(); i++) {
      lines.add(line(cells(i).stream().map(TableForm::cell).toList()));
    }
    if (more() > 0) {
      lines.add("");
      lines.add("… and " + more() + " more rows");
    }
    return String.join("\n", lines);
  }

  /** Returns the table in HTML. */
  String html() {
    StringBuilder out = new StringBuilder("<table>\n<thead><tr>");
    if (index != null) {
      out.append("<th></th>");
    }
    columns.forEach(column -> out.append("<th>").append(escape(column.name)).append("</th>"));
    out.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < rows.size(); i++) {
      String row =
          cells(i).stream()
              .map(text -> "<td>" + escape(text) + "</td>")
              .collect(Collectors.joining());
      out.append("<tr>").append(row).append("</tr>\n");
    }
    out.append("</tbody>\n</table>");
    return more() > 0 ? out + "\n<p>… and " + more() + " more rows</p>" : out.toString();
  }

  private long more() {
    return Math.max(0, total - rows.size());
  }

  private List<String> cells(int row) {
    List<String> cells = new ArrayList<>();
    if (index != null) {
      cells.add(row < index.size() ? index.get(row) : "");
    }
    rows.get(row).forEach(text -> cells.add(text == null ? "" : text));
    return cells;
  }

  private static String line(List<String> cells) {
    return "| " + String.join(" | ", cells) + " |";
  }

  private static String cell(String text) {
    return escape(text).replace("\\", "\\\\").replace("|", "\\|").replaceAll("\r\n|[\r\n]", "<br>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
