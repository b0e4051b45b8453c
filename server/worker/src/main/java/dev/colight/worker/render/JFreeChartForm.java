package dev.colight.worker.render;

import java.awt.image.BufferedImage;

/** A chart of JFreeChart. */
final class JFreeChartForm implements Form {
  private static final int WIDTH = 680;
  private static final int HEIGHT = 420;

  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    return ImageForm.bundle(
        (BufferedImage) Calls.call(value, "createBufferedImage", WIDTH, HEIGHT));
  }
}
