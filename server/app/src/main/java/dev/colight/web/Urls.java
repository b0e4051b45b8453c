package dev.colight.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Writes parts of addresses. */
final class Urls {
  private Urls() {}

  /** Returns the path of an address, decoded, for people to read. */
  static String path(String uri) {
    try {
      String path = URI.create(uri).getPath();
      return path == null ? uri : path;
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  /** Returns a text as the value of a parameter. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
