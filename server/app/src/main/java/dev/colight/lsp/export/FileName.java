package dev.colight.lsp.export;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Finds what a document is called: where it lies on someone's disk is nobody else's business. */
final class FileName {
  private FileName() {}

  /** Returns the last part of an address. */
  static String of(String uri) {
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }
}
