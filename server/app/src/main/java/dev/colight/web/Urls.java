package dev.colight.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes parts of addresses. */
final class Urls {
  private Urls() {}

  /** Returns a text as the value of a parameter. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
