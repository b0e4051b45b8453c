package dev.colight.worker.render;

import java.awt.image.BufferedImage;

/** A chart of XChart. */
final class XChartForm implements Form {
  @Override
  public Bundle of(Object value, Watch watch, String reference) throws Exception {
    return ImageForm.bundle(
        (BufferedImage)
            Calls.callStatic(value, "org.knowm.xchart.BitmapEncoder", "getBufferedImage", value));
  }
}
