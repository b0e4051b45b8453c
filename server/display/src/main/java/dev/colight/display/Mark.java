package dev.colight.display;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a plot. Never changes.
 *
 * @param kind as Observable Plot names it
 * @param data its columns
 * @param options what its channels are: columns by name, or constants
 * @param transform what happens to the data before it is drawn, or null
 */
record Mark(
    String kind,
    Map<String, PlotData.Column> data,
    Map<String, Object> options,
    @Nullable Map<String, Object> transform) {
  static Mark of(String kind) {
    return new Mark(kind, Map.of(), Map.of(), null);
  }

  /** Returns this mark with a channel that reads a column. */
  Mark with(String channel, String name, PlotData.Column column) {
    Map<String, PlotData.Column> columns = new LinkedHashMap<>(data);
    columns.put(name, column);
    return new Mark(kind, columns, plus(options, channel, name), transform);
  }

  /** Returns this mark with a constant. */
  Mark with(String option, Object constant) {
    return new Mark(kind, data, plus(options, option, constant), transform);
  }

  /** Returns this mark with its data transformed. */
  Mark transformed(Map<String, Object> by) {
    return new Mark(kind, data, options, by);
  }

  /** Returns the channel that colours it. */
  String colourChannel() {
    return kind.equals("line") || kind.startsWith("rule") ? "stroke" : "fill";
  }

  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mark", kind);
    Map<String, Object> columns = new LinkedHashMap<>();
    data.forEach((name, column) -> columns.put(name, column.values()));
    json.put("data", columns);
    json.put("options", options);
    if (transform != null) {
      json.put("transform", transform);
    }
    return json;
  }

  private static Map<String, Object> plus(Map<String, Object> map, String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}
