package dev.colight.lsp.export;

import dev.colight.display.Forms;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts images into files. */
final class Images {
  private static final List<String> BINARY = List.of(Forms.PNG, Forms.JPEG, Forms.GIF);

  private Images() {}

  /** Returns an image as an address that holds it. */
  static Optional<String> dataUri(Map<String, String> mime) {
    String svg = mime.get(Forms.SVG);
    if (svg != null) {
      byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
      return Optional.of(address(Forms.SVG, Base64.getEncoder().encodeToString(bytes)));
    }
    return BINARY.stream()
        .filter(mime::containsKey)
        .findFirst()
        .map(type -> address(type, mime.getOrDefault(type, "")));
  }

  private static String address(String type, String base64) {
    return "data:" + type + ";base64," + base64;
  }
}
