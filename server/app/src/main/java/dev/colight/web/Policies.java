package dev.colight.web;

/** The Content-Security-Policy of each kind of answer. */
final class Policies {
  /** Of what is no page: where a browser is made to show it, it can do nothing. */
  static final String INERT =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'; sandbox";

  /** Of the page that does nothing but to lead to the page. */
  static final String ENTRANCE = "default-src 'none'; frame-ancestors 'none'";

  /**
   * Of a document's own HTML. It has an origin that is nobody's, so that neither the session's
   * cookie nor anything of the page is within its reach, and no address on this machine is one that
   * it may load from. What it can load from elsewhere, the document could too. Its links open pages
   * of their own, which are not bound by any of this.
   */
  static final String FRAME =
      "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox; default-src 'none';"
          + " script-src 'unsafe-inline' 'unsafe-eval' https:;"
          + " style-src 'unsafe-inline' https:; img-src data: blob: https:;"
          + " font-src data: https:; media-src data: blob: https:; connect-src https:;"
          + " worker-src blob:; frame-src https:; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  private Policies() {}

  /**
   * Of the page. Scripts and styles are its own files alone; what sets a style in a script is not
   * asked for.
   */
  static String page(String host) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'"
        + " data: blob:; font-src 'self' data:; connect-src 'self' ws://"
        + host
        + "; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }
}
