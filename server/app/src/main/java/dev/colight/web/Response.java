package dev.colight.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer. */
final class Response {
  private static final String TEXT = "text/plain; charset=utf-8";

  private final int status;
  private final String type;
  private final byte[] body;
  private final String policy;
  private final Map<String, String> headers;

  private Response(
      int status, String type, byte[] body, String policy, Map<String, String> headers) {
    this.status = status;
    this.type = type;
    this.body = body;
    this.policy = policy;
    this.headers = headers;
  }

  /** Returns an answer with a body. */
  static Response of(String type, byte[] body, String policy) {
    return new Response(200, type, body, policy, Map.of("Cache-Control", "no-store"));
  }

  /** Returns an answer that says in a line why there is no other. */
  static Response refusal(int status, String why) {
    return new Response(
        status,
        TEXT,
        (why + "\n").getBytes(StandardCharsets.UTF_8),
        Policies.INERT,
        Map.of("Cache-Control", "no-store"));
  }

  /** Returns the answer for a path that leads nowhere. */
  static Response notFound() {
    return refusal(404, "There is nothing here.");
  }

  /**
   * Returns a page that sends a browser on. Other than after a redirection, the browser then asks
   * in the name of this page, and not of the one that led here.
   *
   * @param path of this server; encoded
   */
  static Response entrance(String path) {
    String text = path.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    String page =
        "<!doctype html><title>Colight</title><meta http-equiv=\"refresh\" content=\"0;url="
            + text
            + "\">\n";
    return of("text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8), Policies.ENTRANCE);
  }

  /** Returns this answer with another header. */
  Response with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Response(status, type, body, policy, more);
  }

  int status() {
    return status;
  }

  String type() {
    return type;
  }

  /** Returns the body, which is nobody's to change. */
  byte[] body() {
    return body;
  }

  /** Returns its Content-Security-Policy. */
  String policy() {
    return policy;
  }

  /** Returns headers other than those that all answers have. */
  Map<String, String> headers() {
    return headers;
  }
}
