package dev.colight.worker.render;

import dev.colight.display.Forms;

/** A figure of Tablesaw: Plotly, which its page loads itself. */
final class FigureForm implements Form {
  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    String script = (String) Calls.call(value, "asJavascript", "figure");
    return Bundle.of(
        Forms.HTML,
        "<script src=\"https://cdn.plot.ly/plotly-2.35.2.min.js\"></script>"
            + "<div id=\"figure\"></div>"
            + script);
  }
}
