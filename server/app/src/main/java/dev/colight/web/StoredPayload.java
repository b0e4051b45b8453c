package dev.colight.web;

import dev.colight.display.Forms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A form of an output that goes by address.
 *
 * @param content as in a message: base64 where the type is binary
 * @param address made of type and content
 * @param size bytes to load
 */
record StoredPayload(String type, String content, String address, long size) {
  static StoredPayload of(String type, String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has it", e);
    }
    digest.update(type.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    String address = HexFormat.of().formatHex(digest.digest(bytes));
    return new StoredPayload(
        type, content, address, isBinary(type) ? decodedLength(content) : bytes.length);
  }

  /** Tells whether it is a document's own HTML, which is shown in a frame. */
  boolean isHtml() {
    return type.equals(Forms.HTML);
  }

  /** Returns where it is loaded. */
  String path() {
    return (isHtml() ? "/frame/" : "/payload/") + address;
  }

  /** Returns what is loaded. */
  byte[] bytes() {
    return isBinary(type)
        ? Base64.getMimeDecoder().decode(content)
        : content.getBytes(StandardCharsets.UTF_8);
  }

  private static long decodedLength(String base64) {
    int padding = base64.endsWith("==") ? 2 : base64.endsWith("=") ? 1 : 0;
    return base64.length() / 4 * 3L - padding;
  }

  private static boolean isBinary(String type) {
    return type.startsWith("image/") && !type.endsWith("+xml");
  }
}
