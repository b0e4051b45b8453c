package dev.colight.worker.render;

import dev.colight.display.Forms;

/** A tree of Gson or Jackson: its text is JSON. */
final class JsonForm implements Form {
  private static final int MAX_LENGTH = 1 << 20;

  @Override
  public Bundle of(Object value, Watch watch, String reference) {
    String json = value.toString();
    return json.length() > MAX_LENGTH
        ? new Bundle(java.util.Map.of(), true, null)
        : Bundle.of(Forms.JSON, json);
  }
}
