package dev.colight.display;

import java.awt.image.RenderedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is shown and can be shown anew in the same place; and all that documents call to
 * show more than text.
 *
 * <p>What makes a value ({@code html}, {@code table}, {@code plot}, …) shows nothing by itself: the
 * value of a statement is shown, and {@link #display} shows any value now. Inputs and {@link
 * #progress} show themselves.
 */
public final class Display {
  private final String id;

  private Display(String id) {
    this.id = id;
  }

  /** Shows another value in the place of the one before. */
  public void update(@Nullable Object value) {
    // What is shown may be written later than this: by then, its rows may be others.
    Hosts.present().show(id, value instanceof Plot<?> plot ? plot.drawn() : value);
  }

  /** A handle says nothing: what it shows has been shown. */
  @Override
  public String toString() {
    return "display";
  }

  /** Shows a value now, from wherever this is called. */
  public static Display display(@Nullable Object value) {
    Display shown = new Display(Hosts.present().newId());
    shown.update(value);
    return shown;
  }

  /** Returns HTML, which is shown in a frame of its own. */
  public static Html html(String source) {
    return new Html(source);
  }

  /** Returns Markdown. */
  public static Markdown markdown(String source) {
    return new Markdown(source);
  }

  /** Returns a formula in LaTeX, without delimiters. */
  public static Latex latex(String source) {
    return new Latex(source);
  }

  /** Returns an SVG image. */
  public static Svg svg(String source) {
    return new Svg(source);
  }

  /** Returns JSON: a text is taken as it is, other values (maps, lists, …) are written as JSON. */
  public static Json json(@Nullable Object value) {
    return new Json(value instanceof String text ? text : JsonText.of(value));
  }

  /** Returns the image in the bytes of a PNG, JPEG, GIF, SVG, or other file that the JDK reads. */
  public static Displayable image(byte[] file) {
    return Picture.of(file);
  }

  /** Returns the image in a file. */
  public static Displayable image(Path file) {
    try {
      return Picture.of(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Returns the image in a file. */
  public static Displayable image(File file) {
    return image(file.toPath());
  }

  /** Returns an image, with its pixels as they are now. */
  public static Displayable image(RenderedImage image) {
    return Picture.of(image);
  }

  /**
   * Returns a table: of records, objects, maps or arrays, each a row; of a map of columns; or of
   * single values.
   *
   * @param columns those to show; all where none is named
   */
  public static Table table(@Nullable Object rows, String... columns) {
    Table table = new Table(Grid.ofAny(rows));
    return columns.length == 0 ? table : table.columns(columns);
  }

  /** Returns an empty plot of rows: records, objects, maps or numbers. */
  public static <T> Plot<T> plot(Collection<T> rows) {
    return new Plot<>(PlotData.of(new ArrayList<>(rows)));
  }

  /** Returns an empty plot of rows: records, objects, maps or numbers. */
  public static <T> Plot<T> plot(T[] rows) {
    return new Plot<>(PlotData.of(new ArrayList<>(Arrays.asList(rows))));
  }

  /** Returns an empty plot of columns: lists or arrays by name. */
  public static Plot<Object> plot(Map<String, ?> columns) {
    return new Plot<>(new PlotData<>(Grid.ofColumns(columns), List.of()));
  }

  /** Returns a plot of numbers against their places. */
  public static Plot<Object> plot(double[] y) {
    return new Plot<>(new PlotData<>(PlotData.ofValues(Grid.elements(y)), List.of()));
  }

  /** Returns a plot of numbers against their places. */
  public static Plot<Object> plot(int[] y) {
    return new Plot<>(new PlotData<>(PlotData.ofValues(Grid.elements(y)), List.of()));
  }

  /** Returns a plot of the columns {@code x} and {@code y}. */
  public static Plot<Object> plot(double[] x, double[] y) {
    Map<String, double[]> columns = new java.util.LinkedHashMap<>();
    columns.put("x", x);
    columns.put("y", y);
    return plot(columns);
  }

  /** Returns a plot as Vega-Lite specifies it, in JSON. */
  public static VegaLite vegaLite(String specification) {
    return new VegaLite(specification);
  }

  /** Returns a plot as Vega-Lite specifies it, in maps and lists. */
  public static VegaLite vegaLite(Map<String, ?> specification) {
    return new VegaLite(JsonText.of(specification));
  }

  /** Shows how far something is; without a total where that is 0. */
  public static Progress progress(String label, long total) {
    return new Progress(label, total);
  }

  /** Shows a slider, and returns the whole number that it stands at. */
  public static int slider(String name, int min, int max, int value) {
    return slider(name, min, max, value, 1);
  }

  /** Shows a slider, and returns the whole number that it stands at. */
  public static int slider(String name, int min, int max, int value, int step) {
    return (int) Input.number(name, min, max, value, step, true);
  }

  /** Shows a slider in a hundred steps, and returns the number that it stands at. */
  public static double slider(String name, double min, double max, double value) {
    return slider(name, min, max, value, (max - min) / 100);
  }

  /** Shows a slider, and returns the number that it stands at. */
  public static double slider(String name, double min, double max, double value, double step) {
    return Input.number(name, min, max, value, step, false);
  }

  /** Shows a choice of values, and returns the one that is chosen: at first {@code value}. */
  public static <T> T select(String name, List<? extends T> options, T value) {
    int first = options.indexOf(value);
    if (first < 0) {
      throw new IllegalArgumentException("no option of \"" + name + "\": " + value);
    }
    return options.get(Input.choice(name, options.stream().map(Objects::toString).toList(), first));
  }

  /** Shows a choice of values, and returns the one that is chosen: at first the first. */
  public static <T> T select(String name, List<? extends T> options) {
    if (options.isEmpty()) {
      throw new IllegalArgumentException("no options of \"" + name + "\"");
    }
    return select(name, options, options.get(0));
  }

  /** Shows a check box, and returns whether it is ticked. */
  public static boolean checkbox(String name, boolean value) {
    return Input.checkbox(name, value);
  }

  /** Shows a line to type in, and returns what is in it. */
  public static String text(String name, String value) {
    return Input.text(name, value);
  }

  /** Shows a button, and returns how often it was pressed. */
  public static int button(String name) {
    return Input.button(name);
  }
}
