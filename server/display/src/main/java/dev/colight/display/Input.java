package dev.colight.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A control as it is shown.
 *
 * @param value what it stands at, as the host wants it
 * @param more what only some kinds have
 * @param text what it stands at, for people
 */
record Input(String name, String kind, String value, Map<String, Object> more, String text)
    implements Displayable {
  /** Shows a control that stands at a number. */
  static double number(
      String name, double min, double max, double value, double step, boolean whole) {
    if (!(min <= max)) {
      throw new IllegalArgumentException("a slider from " + min + " to " + max);
    }
    String set = Hosts.present().input(name);
    double present = within(set, min, max, value);
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("min", shown(min, whole));
    more.put("max", shown(max, whole));
    more.put("step", shown(step, whole));
    String text = String.valueOf(shown(whole ? Math.rint(present) : present, whole));
    new Input(name, "slider", text, more, text).show();
    return whole ? Math.rint(present) : present;
  }

  private static double within(@Nullable String set, double min, double max, double value) {
    if (set == null) {
      return value;
    }
    try {
      double parsed = Double.parseDouble(set);
      return parsed >= min && parsed <= max ? parsed : value;
    } catch (NumberFormatException e) {
      return value;
    }
  }

  private static Object shown(double value, boolean whole) {
    return whole ? (Object) (long) value : (Object) value;
  }

  /** Shows a choice of several; returns the place of the one that is chosen. */
  static int choice(String name, List<String> options, int value) {
    int present = place(Hosts.present().input(name), options.size(), value);
    Map<String, Object> more = Map.of("options", options);
    new Input(name, "select", String.valueOf(present), more, options.get(present)).show();
    return present;
  }

  private static int place(@Nullable String set, int size, int value) {
    return set != null && set.matches("\\d{1,9}") && Integer.parseInt(set) < size
        ? Integer.parseInt(set)
        : value;
  }

  static boolean checkbox(String name, boolean value) {
    String set = Hosts.present().input(name);
    boolean present = "true".equals(set) || (!"false".equals(set) && value);
    String text = String.valueOf(present);
    new Input(name, "checkbox", text, Map.of(), text).show();
    return present;
  }

  static String text(String name, String value) {
    String set = Hosts.present().input(name);
    String present = set == null ? value : set;
    new Input(name, "text", present, Map.of(), present).show();
    return present;
  }

  static int button(String name) {
    int clicks = place(Hosts.present().input(name), Integer.MAX_VALUE, 0);
    new Input(name, "button", String.valueOf(clicks), Map.of(), String.valueOf(clicks)).show();
    return clicks;
  }

  private void show() {
    Hosts.present().show(Hosts.present().newId(), this);
  }

  @Override
  public Map<String, String> mime() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("kind", kind);
    json.put("label", name);
    json.put("value", value);
    json.putAll(more);
    return Map.of(Forms.INPUT, JsonText.of(json));
  }

  @Override
  public String toString() {
    return name + ": " + text;
  }
}
