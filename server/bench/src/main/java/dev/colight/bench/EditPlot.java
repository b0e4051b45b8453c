package dev.colight.bench;

import dev.colight.bench.Benchmark.Findings;
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
  private static final int LEFT = 60;
  private static final int RIGHT = 130;
  private static final int TOP = 20;
  private static final int BOTTOM = 40;

  /** The ends of the axis of time, as powers of ten of milliseconds. */
  private static final int LEAST = -1;

  private static final int MOST = 3;

  private static final Map<Contender, String> COLOURS =
      Map.of(
          Contender.EDIT, "#0b6e99",
          Contender.FLOOR, "#7a7a7a",
          Contender.UNDO, "#5a9e3d",
          Contender.COMMENT, "#c9a227",
          Contender.JSHELL_LOCAL, "#d9730d",
          Contender.JSHELL_JDI, "#b3261e");

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
    for (Contender contender : Contender.values()) {
      svg.append(curve(findings, contender));
    }
    return svg.append("</svg>\n").toString();
  }

  private static String curve(Findings findings, Contender contender) {
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
    return points.isEmpty()
        ? ""
        : "<polyline fill=\"none\" stroke-width=\"2\" stroke=\""
            + colour
            + "\" points=\""
            + points.toString().strip()
            + "\"/>\n"
            + marks
            + text(x + 8, y + 4, "start", colour, contender.label());
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
