package dev.colight.display;

/** MIME types of the forms in which values are shown. */
public final class Forms {
  public static final String TEXT = "text/plain";
  public static final String HTML = "text/html";
  public static final String MARKDOWN = "text/markdown";
  public static final String LATEX = "text/latex";
  public static final String SVG = "image/svg+xml";
  public static final String PNG = "image/png";
  public static final String JPEG = "image/jpeg";
  public static final String GIF = "image/gif";
  public static final String JSON = "application/json";
  public static final String TABLE = "application/vnd.colight.table+json";
  public static final String TREE = "application/vnd.colight.tree+json";
  public static final String PLOT = "application/vnd.colight.plot+json";
  public static final String INPUT = "application/vnd.colight.input+json";
  public static final String PROGRESS = "application/vnd.colight.progress+json";
  public static final String VEGA_LITE = "application/vnd.vegalite.v5+json";

  private Forms() {}
}
