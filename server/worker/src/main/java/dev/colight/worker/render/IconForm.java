package dev.colight.worker.render;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import javax.swing.Icon;

/** An icon, as PNG. */
final class IconForm implements Form {
  private static final int MAX_SIZE = 2_000;

  @Override
  public Bundle of(Object value, Watch watch, String reference) {
    Icon icon = (Icon) value;
    int width = icon.getIconWidth();
    int height = icon.getIconHeight();
    if (width <= 0 || height <= 0 || width > MAX_SIZE || height > MAX_SIZE) {
      return Bundle.NONE;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    icon.paintIcon(null, graphics, 0, 0);
    graphics.dispose();
    return ImageForm.bundle(image);
  }
}
