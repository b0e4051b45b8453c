package dev.colight.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A plot: layers of marks over some data. Each call returns another plot with more in it; the data
 * is read when a mark is added.
 *
 * <pre>{@code
 * plot(people).dot("age", "height").color("country").title("Heights")
 * plot(people).line(Person::age, Person::height)
 * plot(measured).histogram("millis").logY()
 * }</pre>
 *
 * @param <T> type of a row of the data
 */
public final class Plot<T> implements Displayable {
  private static final String X = "x";
  private static final String Y = "y";

  private final PlotData<T> data;
  private final List<Mark> marks;
  private final Map<String, Map<String, Object>> scales;
  private final Map<String, Object> options;

  Plot(PlotData<T> data) {
    this(data, List.of(), Map.of(), Map.of());
  }

  private Plot(
      PlotData<T> data,
      List<Mark> marks,
      Map<String, Map<String, Object>> scales,
      Map<String, Object> options) {
    this.data = data;
    this.marks = marks;
    this.scales = scales;
    this.options = options;
  }

  /** Draws a line through the columns {@code x} and {@code y}. */
  public Plot<T> line() {
    return line(X, Y);
  }

  /** Draws a line. */
  public Plot<T> line(String x, String y) {
    return mark("line", x, y);
  }

  /** Draws a line. */
  public Plot<T> line(Function<? super T, ?> x, Function<? super T, ?> y) {
    return mark("line", x, y);
  }

  /** Draws a dot at each {@code x} and {@code y}. */
  public Plot<T> dot() {
    return dot(X, Y);
  }

  /** Draws a dot for each row. */
  public Plot<T> dot(String x, String y) {
    return mark("dot", x, y);
  }

  /** Draws a dot for each row. */
  public Plot<T> dot(Function<? super T, ?> x, Function<? super T, ?> y) {
    return mark("dot", x, y);
  }

  /** Draws an upright bar of height {@code y} at each {@code x}. */
  public Plot<T> bar() {
    return bar(X, Y);
  }

  /** Draws an upright bar for each row; those at the same place are stacked. */
  public Plot<T> bar(String x, String y) {
    return mark("barY", x, y);
  }

  /** Draws an upright bar for each row; those at the same place are stacked. */
  public Plot<T> bar(Function<? super T, ?> x, Function<? super T, ?> y) {
    return mark("barY", x, y);
  }

  /** Draws a bar from the left for each row, as long as {@code x}. */
  public Plot<T> barX(String x, String y) {
    return mark("barX", x, y);
  }

  /** Draws a bar from the left for each row, as long as {@code x}. */
  public Plot<T> barX(Function<? super T, ?> x, Function<? super T, ?> y) {
    return mark("barX", x, y);
  }

  /** Draws a bar for each different value, as high as there are rows that have it. */
  public Plot<T> count(String x) {
    return plus(Mark.of("barY").with(X, x, data.column(x)).transformed(counting("groupX")));
  }

  /** Fills the area under {@code y}. */
  public Plot<T> area() {
    return area(X, Y);
  }

  /** Fills the area under a line; those of different colours are stacked. */
  public Plot<T> area(String x, String y) {
    return mark("areaY", x, y);
  }

  /** Fills the area under a line; those of different colours are stacked. */
  public Plot<T> area(Function<? super T, ?> x, Function<? super T, ?> y) {
    return mark("areaY", x, y);
  }

  /** Counts how often {@code y} is in which range. */
  public Plot<T> histogram() {
    return histogram(Y);
  }

  /** Counts how often the values of a column are in which range. */
  public Plot<T> histogram(String values) {
    return plus(
        Mark.of("rectY").with(X, values, data.column(values)).transformed(counting("binX")));
  }

  /** Counts how often values are in which range. */
  public Plot<T> histogram(Function<? super T, ?> values) {
    return plus(Mark.of("rectY").with(X, X, data.column(values)).transformed(counting("binX")));
  }

  /** Draws a coloured cell for each row. */
  public Plot<T> heatmap(String x, String y, String value) {
    return mark("cell", x, y).color(value);
  }

  /** Draws a coloured cell for each row. */
  public Plot<T> heatmap(
      Function<? super T, ?> x, Function<? super T, ?> y, Function<? super T, ?> value) {
    return mark("cell", x, y).color(value);
  }

  /** Writes a text at the place of each row. */
  public Plot<T> text(String x, String y, String text) {
    return mark("text", x, y).changed(m -> m.with("text", text, data.column(text)));
  }

  /** Writes a text at the place of each row. */
  public Plot<T> text(
      Function<? super T, ?> x, Function<? super T, ?> y, Function<? super T, ?> text) {
    return mark("text", x, y).changed(m -> m.with("text", "text", data.column(text)));
  }

  /** Draws upright lines through the whole plot. */
  public Plot<T> ruleX(double... x) {
    return plus(Mark.of("ruleX").with(X, X, constants(x)));
  }

  /** Draws level lines through the whole plot. */
  public Plot<T> ruleY(double... y) {
    return plus(Mark.of("ruleY").with(Y, Y, constants(y)));
  }

  /** Colours the last mark: by a column, or where there is none of that name, with a CSS colour. */
  public Plot<T> color(String columnOrColor) {
    return data.grid().columns().contains(columnOrColor)
        ? changed(m -> m.with(m.colourChannel(), columnOrColor, data.column(columnOrColor)))
            .scale("color", "legend", true)
        : changed(m -> m.with(m.colourChannel(), columnOrColor));
  }

  /** Colours the last mark by what a function makes of each row. */
  public Plot<T> color(Function<? super T, ?> by) {
    return changed(m -> m.with(m.colourChannel(), "color", data.column(by)))
        .scale("color", "legend", true);
  }

  /** Sets how large the dots of the last mark are, in pixels. */
  public Plot<T> radius(double pixels) {
    return changed(m -> m.with("r", pixels));
  }

  /** Makes the dots of the last mark as large as a column says. */
  public Plot<T> radius(String column) {
    return changed(m -> m.with("r", column, data.column(column)));
  }

  /** Draws a plot for each value of a column, side by side. */
  public Plot<T> facetX(String column) {
    return faceted("fx", column);
  }

  /** Draws a plot for each value of a column, one below the other. */
  public Plot<T> facetY(String column) {
    return faceted("fy", column);
  }

  /** Writes a title above. */
  public Plot<T> title(String title) {
    return option("title", title);
  }

  /** Says what the x axis means. */
  public Plot<T> labelX(String label) {
    return scale(X, "label", label);
  }

  /** Says what the y axis means. */
  public Plot<T> labelY(String label) {
    return scale(Y, "label", label);
  }

  /** Makes the x axis logarithmic. */
  public Plot<T> logX() {
    return scale(X, "type", "log");
  }

  /** Makes the y axis logarithmic. */
  public Plot<T> logY() {
    return scale(Y, "type", "log");
  }

  /** Sets what the x axis goes from and to. */
  public Plot<T> rangeX(double from, double to) {
    return scale(X, "domain", List.of(from, to));
  }

  /** Sets what the y axis goes from and to. */
  public Plot<T> rangeY(double from, double to) {
    return scale(Y, "domain", List.of(from, to));
  }

  /** Draws lines across at the ticks of both axes. */
  public Plot<T> grid() {
    return scale(X, "grid", true).scale(Y, "grid", true);
  }

  /** Sets the size in pixels. */
  public Plot<T> size(int width, int height) {
    return option("width", width).option("height", height);
  }

  /** Returns this with all that it shows read now. */
  Plot<T> drawn() {
    return new Plot<>(data, shown(), scales, options);
  }

  @Override
  public Map<String, String> mime() {
    Map<String, Object> json = new LinkedHashMap<>();
    Set<String> times = new LinkedHashSet<>();
    for (Mark mark : shown()) {
      mark.data()
          .forEach(
              (name, column) -> {
                if (column.times()) {
                  times.add(name);
                }
              });
    }
    json.put("marks", shown().stream().map(Mark::json).toList());
    json.put("times", times);
    Map<String, Object> all = new LinkedHashMap<>(scales);
    all.putAll(options);
    if (data.points() < data.count()) {
      all.put("caption", String.format("%,d of %,d points", data.points(), data.count()));
    }
    json.put("options", all);
    return Map.of(Forms.PLOT, JsonText.of(json));
  }

  /** Says what is drawn. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (Mark mark : shown()) {
      Object x = mark.options().get(X);
      Object y = mark.options().get(Y);
      String of = y == null ? "" + x : x == null ? "" + y : y + " by " + x;
      parts.add(mark.kind().replaceAll("[XY]$", "") + " of " + of);
    }
    Object title = options.get("title");
    return (title == null ? "plot" : "plot \"" + title + "\"")
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
        + " ("
        + PlainText.count(data.count(), "row")
        + ")";
  }

  /** Returns the marks; where nobody has asked for any, a line. */
  private List<Mark> shown() {
    return marks.isEmpty() && data.grid().columns().equals(List.of(X, Y)) ? line().marks : marks;
  }

  private Plot<T> mark(String kind, String x, String y) {
    return plus(Mark.of(kind).with(X, x, data.column(x)).with(Y, y, data.column(y)));
  }

  private Plot<T> mark(String kind, Function<? super T, ?> x, Function<? super T, ?> y) {
    return plus(Mark.of(kind).with(X, X, data.column(x)).with(Y, Y, data.column(y)));
  }

  private Plot<T> plus(Mark mark) {
    List<Mark> more = new ArrayList<>(marks);
    more.add(mark);
    return new Plot<>(data, List.copyOf(more), scales, options);
  }

  private interface Change {
    Mark of(Mark mark);
  }

  private Plot<T> changed(Change change) {
    if (marks.isEmpty()) {
      throw new IllegalStateException("add a mark first, such as line or dot");
    }
    List<Mark> changed = new ArrayList<>(marks);
    changed.set(changed.size() - 1, change.of(changed.get(changed.size() - 1)));
    return new Plot<>(data, List.copyOf(changed), scales, options);
  }

  private Plot<T> faceted(String channel, String column) {
    PlotData.Column values = data.column(column);
    List<Mark> changed =
        marks.stream()
            .map(m -> m.kind().startsWith("rule") ? m : m.with(channel, column, values))
            .toList();
    return new Plot<>(data, changed, scales, options);
  }

  private Plot<T> scale(String scale, String key, Object value) {
    Map<String, Map<String, Object>> more = new LinkedHashMap<>(scales);
    Map<String, Object> one = new LinkedHashMap<>(more.getOrDefault(scale, Map.of()));
    one.put(key, value);
    more.put(scale, one);
    return new Plot<>(data, marks, more, options);
  }

  private Plot<T> option(String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(options);
    more.put(key, value);
    return new Plot<>(data, marks, scales, more);
  }

  private static Map<String, Object> counting(String kind) {
    Map<String, Object> transform = new LinkedHashMap<>();
    transform.put("kind", kind);
    transform.put("outputs", Map.of(Y, "count"));
    return transform;
  }

  private static PlotData.Column constants(double[] values) {
    List<@Nullable Object> boxed = new ArrayList<>();
    Arrays.stream(values).forEach(boxed::add);
    return new PlotData.Column(boxed, false);
  }
}
