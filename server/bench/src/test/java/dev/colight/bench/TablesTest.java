package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {
  @Test
  void a_table_is_markdown_with_columns_as_wide_as_they_need() {
    Tables.Table table = new Tables.Table("times", "what", "p50", "p95", "p99");
    table.row("an edit", Tables.percentiles(Samples.of(List.of(1.0, 2.0, 300.0))));
    assertEquals(
        """
        times

        | what    |  p50 | p95 | p99 |
        | ------- | ---: | --: | --: |
        | an edit | 2.00 | 300 | 300 |
        """,
        table.toString());
  }
}
