package dev.colight.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.bench.Benchmark.Findings;
import dev.colight.bench.LiveServer.Run;
import dev.colight.java.JavaLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkTest {
  private static final Run NOTHING = new Run(0, 0, 0, 0, 0, 0, "");

  @Test
  void all_contenders_do_the_same_and_all_figures_are_there() throws Exception {
    Options options =
        Options.parse(
            List.of(
                "--sizes", "10,20", "--edits", "7", "--jshell", "10", "--beside", "jshell,java"));
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults())) {
      Findings findings = new Benchmark(options, step -> {}).run(language);
      Measurements all = findings.measurements();
      assertEquals(14, all.rounds().size());
      List<Contender> contenders = new ArrayList<>(List.of(Contender.values()));
      contenders.removeAll(
          List.of(Contender.NOTEBOOK_PAIR, Contender.NOTEBOOK, Contender.MDOC)); // see RivalsTest
      for (Contender contender : contenders) {
        assertTrue(all.times(contender, r -> r.size() == 10).percentile(1) > 0, contender.label());
      }
      JsonObject report = JsonParser.parseString(JsonReport.of(findings)).getAsJsonObject();
      JsonObject first = report.getAsJsonArray("documents").get(0).getAsJsonObject();
      assertEquals(10, first.get("blocks").getAsInt());
      assertEquals(5, first.getAsJsonObject("ratios").size());
      String plot = EditPlot.of(findings);
      assertEquals(plot, EditPlot.of(findings));
      for (Contender contender : contenders) {
        assertTrue(plot.contains(">" + contender.label() + "</text>"), plot);
      }
      String tables = TableReport.of(findings);
      assertTrue(tables.indexOf("ratios") < tables.indexOf("milliseconds"), tables);
    }
  }

  @Test
  void the_report_names_what_could_not_take_part() {
    Map<Contender, String> absent = Map.of(Contender.MDOC, "nobody answers");
    Findings findings =
        new Findings(
            List.of(10),
            Map.of(10, new Benchmark.Opening(NOTHING, 1)),
            absent,
            new Measurements(List.of()));
    String tables = TableReport.of(findings);
    assertTrue(tables.contains("missing: mdoc: nobody answers"), tables);
    JsonObject report = JsonParser.parseString(JsonReport.of(findings)).getAsJsonObject();
    assertEquals("nobody answers", report.getAsJsonObject("absent").get("mdoc").getAsString());
  }
}
