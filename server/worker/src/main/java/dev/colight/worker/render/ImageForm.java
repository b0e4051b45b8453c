package dev.colight.worker.render;

import dev.colight.display.Display;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Map;

/** An image, as PNG; a very large one becomes smaller. */
final class ImageForm implements Form {
  /** Pixels that are sent at most. */
  private static final long MAX_PIXELS = 4_000_000;

  @Override
  public Bundle of(Object value, Watch watch, String reference) {
    return bundle((Image) value);
  }

  static Bundle bundle(Image image) {
    int width = image.getWidth(null);
    int height = image.getHeight(null);
    if (width <= 0 || height <= 0) {
      return Bundle.NONE; // it is still being loaded
    }
    double scale = Math.min(1, Math.sqrt(MAX_PIXELS / ((double) width * height)));
    BufferedImage drawn =
        image instanceof BufferedImage buffered && scale == 1
            ? buffered
            : drawn(image, (int) Math.ceil(width * scale), (int) Math.ceil(height * scale));
    Map<String, String> forms = Display.image(drawn).mime();
    return new Bundle(forms, scale < 1, null);
  }

  private static BufferedImage drawn(Image image, int width, int height) {
    BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = target.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, width, height, null);
    graphics.dispose();
    return target;
  }
}
