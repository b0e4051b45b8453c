package dev.colight.bench;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.colight.bench.Benchmark.Findings;
import dev.colight.bench.Benchmark.Opening;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/** Writes JSON for programs: all figures of {@link TableReport}, not rounded. */
final class JsonReport {
  private JsonReport() {}

  /** Returns the report. */
  static String of(Findings findings) {
    JsonObject report = new JsonObject();
    report.addProperty("environment", Environment.describe());
    JsonArray documents = new JsonArray();
    findings.sizes().forEach(size -> documents.add(document(findings, size)));
    report.add("documents", documents);
    JsonObject absent = new JsonObject();
    findings.absent().forEach((rival, why) -> absent.addProperty(rival.label(), why));
    report.add("absent", absent);
    return new GsonBuilder().setPrettyPrinting().create().toJson(report) + "\n";
  }

  private static JsonObject document(Findings findings, int size) {
    Measurements all = findings.measurements();
    Predicate<Round> here = round -> round.size() == size;
    JsonObject ratios = new JsonObject();
    ratio(ratios, "edit/floor", all.ratios(Contender.EDIT, Contender.FLOOR, here));
    for (Contender rival : Contender.rivals()) {
      ratio(ratios, rival.label() + "/edit", all.ratios(rival, Contender.EDIT, here));
    }
    ratio(ratios, "edit/smallest", all.growth(size, findings.sizes().get(0)));
    JsonObject kinds = new JsonObject();
    for (PairKind kind : PairKind.values()) {
      ratio(
          kinds,
          kind.name().toLowerCase(Locale.ROOT),
          all.ratios(Contender.EDIT, Contender.FLOOR, here.and(r -> r.kind() == kind)));
    }
    JsonObject millis = new JsonObject();
    for (Contender contender : Contender.values()) {
      Samples times = all.times(contender, here);
      if (!times.isEmpty()) {
        millis.add(contender.label(), percentiles(times));
      }
    }
    JsonObject document = new JsonObject();
    document.addProperty("blocks", size);
    document.add("ratios", ratios);
    document.add("editToFloorByKind", kinds);
    document.add("milliseconds", millis);
    document.add("opening", opening(Objects.requireNonNull(findings.opened().get(size))));
    return document;
  }

  private static void ratio(JsonObject to, String name, Samples ratios) {
    if (!ratios.isEmpty()) {
      to.addProperty(name, ratios.median());
    }
  }

  private static JsonObject percentiles(Samples times) {
    JsonObject result = new JsonObject();
    result.addProperty("p50", times.percentile(50));
    result.addProperty("p95", times.percentile(95));
    result.addProperty("p99", times.percentile(99));
    result.addProperty("edits", times.count());
    return result;
  }

  private static JsonObject opening(Opening opening) {
    JsonObject result = new JsonObject();
    result.addProperty("firstResult", opening.run().first());
    result.addProperty("all", opening.run().end());
    result.addProperty("floor", opening.floor());
    return result;
  }
}
