package dev.colight.display;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * An image of pixels.
 *
 * @param type its MIME type
 * @param base64 its file
 */
public record Picture(String type, String base64) implements Displayable {
  private static final int SIGNATURE = 12;

  /** Takes the bytes of a PNG, JPEG or GIF file, of SVG, or of whatever else the JDK can read. */
  static Displayable of(byte[] bytes) {
    String type = type(bytes);
    if (type.equals(Forms.SVG)) {
      return new Svg(new String(bytes, StandardCharsets.UTF_8));
    } else if (!type.isEmpty()) {
      return new Picture(type, Base64.getEncoder().encodeToString(bytes));
    }
    try {
      RenderedImage image = ImageIO.read(new java.io.ByteArrayInputStream(bytes));
      if (image != null) {
        return of(image);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("these bytes are no image", e);
    }
    throw new IllegalArgumentException("these bytes are no image of a known kind");
  }

  /** Takes the pixels of an image, as they are now. */
  static Picture of(RenderedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, "png", bytes)) {
        throw new IllegalArgumentException("this image cannot be written as PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Picture(Forms.PNG, Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  private static String type(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(SIGNATURE, bytes.length), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0089PNG")) {
      return Forms.PNG;
    } else if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return Forms.JPEG;
    } else if (start.startsWith("GIF8")) {
      return Forms.GIF;
    }
    String text = start.stripLeading();
    return text.startsWith("<svg") || text.startsWith("<?xml") ? Forms.SVG : "";
  }

  @Override
  public Map<String, String> mime() {
    return Map.of(type, base64);
  }

  @Override
  public String toString() {
    return type + " (" + PlainText.count(base64.length() * 3L / 4, "byte") + ")";
  }
}
