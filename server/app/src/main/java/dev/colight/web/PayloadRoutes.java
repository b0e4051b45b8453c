package dev.colight.web;

import dev.colight.display.Forms;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Answers with what documents show, in ways that let it do nothing in the page's name. */
final class PayloadRoutes {
  private static final String PAYLOAD = "/payload/";
  private static final String FRAME = "/frame/";
  private static final String FOREVER = "private, max-age=31536000, immutable";
  private static final String UNKNOWN = "application/octet-stream";

  /** Types that a browser may take by their names; no scripts are among them. */
  private static final Set<String> TYPES =
      Set.of(
          Forms.TEXT,
          Forms.HTML,
          Forms.MARKDOWN,
          Forms.LATEX,
          Forms.SVG,
          Forms.PNG,
          Forms.JPEG,
          Forms.GIF,
          Forms.JSON);

  /** What stands before a document's HTML: tells the page how high it is, whenever that changes. */
  private static final String FRAME_HEAD =
      """
      <!doctype html>
      <meta charset="utf-8">
      <base target="_blank">
      <style>body { margin: 0; font-family: system-ui, sans-serif }</style>
      <script>
      new ResizeObserver(() => parent.postMessage({
        colight: "height",
        height: Math.ceil(document.documentElement.getBoundingClientRect().height)
      }, "*")).observe(document.documentElement);
      </script>
      """;

  private final PayloadStore store;

  PayloadRoutes(PayloadStore store) {
    this.store = store;
  }

  /** Answers with a content as it is. */
  Response payload(Request request) {
    return store
        .get(request.path().substring(PAYLOAD.length()))
        .map(found -> Response.of(type(found), found.bytes(), Policies.INERT))
        .map(response -> response.with("Cache-Control", FOREVER))
        .orElseGet(Response::notFound);
  }

  /** Answers with a document's HTML as a page of its own. */
  Response frame(Request request) {
    Optional<StoredPayload> found =
        store.get(request.path().substring(FRAME.length())).filter(StoredPayload::isHtml);
    return found
        .map(html -> (FRAME_HEAD + html.content()).getBytes(StandardCharsets.UTF_8))
        .map(page -> Response.of("text/html; charset=utf-8", page, Policies.FRAME))
        .map(response -> response.with("Cache-Control", FOREVER))
        .orElseGet(Response::notFound);
  }

  private static String type(StoredPayload payload) {
    String type = payload.type();
    if (type.endsWith("+json")) {
      type = Forms.JSON;
    }
    return !TYPES.contains(type)
        ? UNKNOWN
        : type.startsWith("text/") ? type + "; charset=utf-8" : type;
  }
}
