package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.bench.Benchmark.Findings;
import dev.colight.java.JavaLanguage;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  @Test
  void all_contenders_do_the_same_and_all_figures_are_there() throws Exception {
    Options options = Options.parse(List.of("--sizes", "10,20", "--edits", "7", "--jshell", "10"));
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults())) {
      Findings findings = new Benchmark(options, step -> {}).run(language);
      Measurements all = findings.measurements();
      assertEquals(14, all.rounds().size());
      for (Contender contender : Contender.values()) {
        assertTrue(all.times(contender, r -> r.size() == 10).percentile(1) > 0, contender.label());
      }
      JsonObject report = JsonParser.parseString(JsonReport.of(findings)).getAsJsonObject();
      JsonObject first = report.getAsJsonArray("documents").get(0).getAsJsonObject();
      assertEquals(10, first.get("blocks").getAsInt());
      assertEquals(4, first.getAsJsonObject("ratios").size());
      String plot = EditPlot.of(findings);
      assertEquals(plot, EditPlot.of(findings));
      for (Contender contender : Contender.values()) {
        assertTrue(plot.contains(">" + contender.label() + "</text>"), plot);
      }
      String tables = TableReport.of(findings);
      assertTrue(tables.indexOf("ratios") < tables.indexOf("milliseconds"), tables);
    }
  }
}
