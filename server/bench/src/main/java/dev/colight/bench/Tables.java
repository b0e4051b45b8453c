package dev.colight.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Tables as Markdown has them, which are read as easily in a terminal. */
final class Tables {
  private Tables() {}

  /** A table that grows by rows; its first column holds names. */
  static final class Table {
    private final String title;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... heads) {
      this.title = title;
      rows.add(List.of(heads));
    }

    void row(String name, String... cells) {
      List<String> row = new ArrayList<>(List.of(name));
      row.addAll(Arrays.asList(cells));
      rows.add(row);
    }

    @Override
    public String toString() {
      int columns = rows.get(0).size();
      int[] widths = new int[columns];
      for (List<String> row : rows) {
        for (int i = 0; i < columns; i++) {
          widths[i] = Math.max(widths[i], row.get(i).length());
        }
      }
      StringBuilder text = new StringBuilder(title + "\n\n");
      for (int r = 0; r < rows.size(); r++) {
        text.append(line(rows.get(r), widths));
        if (r == 0) {
          text.append("| ").append("-".repeat(widths[0])).append(" |");
          for (int i = 1; i < columns; i++) {
            text.append(" ").append("-".repeat(widths[i] - 1)).append(": |");
          }
          text.append("\n");
        }
      }
      return text.toString();
    }

    private static String line(List<String> row, int[] widths) {
      StringBuilder line = new StringBuilder("|");
      for (int i = 0; i < widths.length; i++) {
        String format = i == 0 ? " %-" + widths[i] + "s |" : " %" + widths[i] + "s |";
        line.append(String.format(Locale.ROOT, format, row.get(i)));
      }
      return line.append("\n").toString();
    }
  }

  /** Returns p50, p95 and p99. */
  static String[] percentiles(Samples samples) {
    return new String[] {
      number(samples.percentile(50)), number(samples.percentile(95)), number(samples.percentile(99))
    };
  }

  static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
  }
}
