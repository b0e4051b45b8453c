package dev.colight.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.bench.pieces.TextPieces;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Parts of an edit, each by itself, measured by JMH in processes of their own. */
final class Pieces {
  private static final String OURS = TextPieces.class.getSimpleName() + "|CodePieces|ValuePieces";

  private final boolean quick;
  private final Consumer<String> progress;

  Pieces(boolean quick, Consumer<String> progress) {
    this.quick = quick;
    this.progress = progress;
  }

  /** Returns the table of what was found. */
  String run() throws IOException, InterruptedException {
    List<Path> jars;
    try {
      jars = Peer.JMH.jars(progress);
    } catch (IOException e) {
      return "pieces: missing, as JMH cannot be had: " + e.getMessage() + "\n";
    }
    Path results = Files.createTempFile("colight-pieces", ".json");
    progress.accept("pieces of an edit, by JMH");
    try {
      String said = Processes.output(command(jars, results).toArray(String[]::new));
      String found = Files.readString(results);
      if (found.isBlank()) {
        throw new IOException("JMH says " + said);
      }
      return table(JsonParser.parseString(found).getAsJsonArray());
    } finally {
      Files.deleteIfExists(results);
    }
  }

  private List<String> command(List<Path> jars, Path results) {
    String classPath =
        System.getProperty("java.class.path")
            + jars.stream().map(jar -> File.pathSeparator + jar).collect(Collectors.joining());
    List<String> command = new ArrayList<>(List.of(Processes.tool("java"), "-cp", classPath));
    command.addAll(List.of("org.openjdk.jmh.Main", OURS, "-foe", "true", "-prof", "gc"));
    command.addAll(List.of("-rf", "json", "-rff", results.toString()));
    command.addAll(
        List.of("-wi", quick ? "1" : "3", "-w", "1", "-i", quick ? "1" : "5", "-r", "1"));
    return command;
  }

  private static String table(JsonArray results) {
    Tables.Table table =
        new Tables.Table("pieces of an edit, by JMH", "piece", "µs", "±", "bytes allocated");
    for (JsonElement element : results) {
      JsonObject result = element.getAsJsonObject();
      JsonObject time = result.getAsJsonObject("primaryMetric");
      JsonElement error = time.get("scoreError");
      table.row(
          name(result),
          number(time.get("score").getAsDouble()),
          error == null || !isNumber(error) ? "-" : number(error.getAsDouble()),
          allocated(result.getAsJsonObject("secondaryMetrics")));
    }
    return table.toString();
  }

  private static String name(JsonObject result) {
    String full = result.get("benchmark").getAsString();
    String name = full.substring(full.lastIndexOf('.') + 1);
    return result.has("params")
        ? name
            + result.getAsJsonObject("params").entrySet().stream()
                .map(param -> ", " + param.getValue().getAsString() + " " + param.getKey())
                .collect(Collectors.joining())
        : name;
  }

  /** JMH writes what cannot be told as the string NaN. */
  private static boolean isNumber(JsonElement value) {
    return value.getAsJsonPrimitive().isNumber() && !Double.isNaN(value.getAsDouble());
  }

  private static String allocated(JsonObject metrics) {
    for (Map.Entry<String, JsonElement> metric : metrics.entrySet()) {
      if (metric.getKey().endsWith("gc.alloc.rate.norm")) {
        double bytes = metric.getValue().getAsJsonObject().get("score").getAsDouble();
        return String.format(Locale.ROOT, "%,.0f", bytes);
      }
    }
    return "-";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.3f" : "%.1f", value);
  }
}
