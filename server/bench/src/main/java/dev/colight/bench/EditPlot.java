package dev.colight.bench;

import dev.colight.bench.Benchmark.Findings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Draws how long an edit takes by the size of the document, both axes logarithmic: what is flat
 * does not grow with the document. Equal figures give an equal picture.
 */
final class EditPlot {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 75;
  private static final int RIGHT = 130;
  private static final int TOP = 20;
  private static final int BOTTOM = 40;
  private static final int LINE = 13;

  /** The ends of the axis of time, as powers of ten of milliseconds. */
  private static final int LEAST = -1;

  private static final int MOST = 4;

  private static final Map<Contender, String> COLOURS =
      Map.of(
          Contender.EDIT, "#0b6e99",
          Contender.FLOOR, "#7a7a7a",
          Contender.UNDO, "#5a9e3d",
          Contender.COMMENT, "#c9a227",
          Contender.JSHELL_LOCAL, "#d9730d",
          Contender.JSHELL_JDI, "#b3261e",
          Contender.NOTEBOOK_PAIR, "#9065b0",
          Contender.NOTEBOOK, "#5b3a8c",
          Contender.MDOC, "#1f8a70",
          Contender.JAVA, "#37352f");

  private EditPlot() {}

  /** Returns the plot as SVG. */
  static String of(Findings findings) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                + " font-family=\"sans-serif\" font-size=\"12\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
            WIDTH,
            HEIGHT));
    for (int power = LEAST; power <= MOST; power++) {
      double y = y(Math.pow(10, power));
      svg.append(line(LEFT, y, WIDTH - RIGHT, y, "#dddddd"));
      String label = power < 0 ? "0.1" : Integer.toString((int) Math.pow(10, power));
      svg.append(text(LEFT - 8, y + 4, "end", "black", label + " ms"));
    }
    List<Integer> sizes = findings.sizes();
    for (int size : sizes) {
      svg.append(
          text(x(size, sizes), HEIGHT - BOTTOM + 18, "middle", "black", String.valueOf(size)));
    }
    svg.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 6, "middle", "black", "blocks"));
    List<Label> labels = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      svg.append(curve(findings, contender, labels));
    }
    for (Label label : apart(labels)) {
      svg.append(text(label.x + 8, label.y + 4, "start", label.colour, label.text));
    }
    return svg.append("</svg>\n").toString();
  }

  /** A name at the end of a curve. */
  private record Label(double x, double y, String colour, String text) {}

  /** Moves labels down that would be on top of each other. */
  private static List<Label> apart(List<Label> labels) {
    List<Label> placed = new ArrayList<>();
    labels.sort(Comparator.comparingDouble(Label::y));
    for (Label label : labels) {
      double y = label.y;
      for (Label other : placed) {
        y = other.x == label.x ? Math.max(y, other.y + LINE) : y;
      }
      placed.add(new Label(label.x, y, label.colour, label.text));
    }
    return placed;
  }

  private static String curve(Findings findings, Contender contender, List<Label> labels) {
    StringBuilder points = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    String colour = COLOURS.getOrDefault(contender, "black");
    double x = 0;
    double y = 0;
    for (int size : findings.sizes()) {
      Samples times = findings.measurements().times(contender, round -> round.size() == size);
      if (!times.isEmpty()) {
        x = x(size, findings.sizes());
        y = y(times.percentile(50));
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        marks.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                x,
                y,
                colour));
      }
    }
    if (points.isEmpty()) {
      return "";
    }
    labels.add(new Label(x, y, colour, contender.label()));
    return "<polyline fill=\"none\" stroke-width=\"2\" stroke=\""
        + colour
        + "\" points=\""
        + points.toString().strip()
        + "\"/>\n"
        + marks;
  }

  private static double x(int size, List<Integer> sizes) {
    double least = Math.log10(sizes.get(0));
    double most = Math.log10(sizes.get(sizes.size() - 1));
    double share = most == least ? 0.5 : (Math.log10(size) - least) / (most - least);
    return LEFT + 20 + share * (WIDTH - RIGHT - LEFT - 40);
  }

  private static double y(double millis) {
    double share = (Math.log10(millis) - LEAST) / (MOST - LEAST);
    return HEIGHT - BOTTOM - Math.min(1, Math.max(0, share)) * (HEIGHT - BOTTOM - TOP);
  }

  private static String line(double x1, double y1, double x2, double y2, String colour) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
        x1,
        y1,
        x2,
        y2,
        colour);
  }

  private static String text(double x, double y, String anchor, String colour, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        colour,
        text);
  }
}
