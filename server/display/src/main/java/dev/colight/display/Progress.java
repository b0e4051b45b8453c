package dev.colight.display;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Shows how far something is, at one place. May be used by several threads.
 *
 * <pre>{@code
 * var progress = progress("files", files.size());
 * for (var file : files) { read(file); progress.step(); }
 * }</pre>
 */
public final class Progress {
  private final String label;
  private final long total;
  private final String id = Hosts.present().newId();
  private long value;

  Progress(String label, long total) {
    this.label = label;
    this.total = total;
    show();
  }

  /** Goes one further. */
  public synchronized void step() {
    to(value + 1);
  }

  /** Goes to a number, of the total that was given. */
  public synchronized void to(long newValue) {
    value = newValue;
    show();
  }

  private void show() {
    Hosts.present().show(id, new State(label, value, total));
  }

  /** How far it was at one moment. */
  private record State(String label, long value, long total) implements Displayable {
    @Override
    public Map<String, String> mime() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("label", label);
      json.put("value", value);
      if (total > 0) {
        json.put("total", total);
      }
      json.put("done", total > 0 && value >= total);
      return Map.of(Forms.PROGRESS, JsonText.of(json));
    }

    @Override
    public String toString() {
      return label + ": " + value + (total > 0 ? " of " + total : "");
    }
  }
}
