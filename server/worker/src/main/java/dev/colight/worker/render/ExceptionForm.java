package dev.colight.worker.render;

import dev.colight.display.Forms;
import dev.colight.display.JsonText;
import dev.colight.worker.wire.ShownNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exception as a value: what it says, where it comes from, and what caused it. */
final class ExceptionForm implements Form {
  private static final int MAX_CAUSES = 8;
  private static final int MAX_FRAMES = 50;
  private static final int MAX_MESSAGE = 1_000;

  @Override
  public Bundle of(Object value, Watch watch, String reference) {
    return Bundle.of(Forms.TREE, JsonText.of(node(null, (Throwable) value, MAX_CAUSES)));
  }

  private static Map<String, Object> node(@Nullable String label, Throwable thrown, int depth) {
    Map<String, Object> node = new LinkedHashMap<>();
    if (label != null) {
      node.put("label", label);
    }
    node.put("text", text(thrown));
    node.put("type", Names.of(thrown));
    node.put("kind", "error");
    List<Map<String, Object>> children = new ArrayList<>();
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String className = frame.getClassName();
      if (children.size() < MAX_FRAMES && !isInside(className)) {
        children.add(frame(frame));
      }
      if (ShownNames.isStatement(className, frame.getMethodName())) {
        break;
      }
    }
    Throwable cause = thrown.getCause();
    if (cause != null && depth > 0) {
      children.add(node("caused by", cause, depth - 1));
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (depth > 0) {
        children.add(node("suppressed", suppressed, 0));
      }
    }
    node.put("children", children);
    return node;
  }

  private static String text(Throwable thrown) {
    String message = thrown.getMessage();
    return Names.of(thrown)
        + (message == null ? "" : ": " + Summary.cut(message.replace("\n", " "), MAX_MESSAGE));
  }

  private static Map<String, Object> frame(StackTraceElement frame) {
    String function = ShownNames.function(frame.getClassName(), frame.getMethodName());
    boolean own = ShownNames.key(frame.getClassName()) != null;
    // Lines of generated classes are no lines of the document.
    String where = own || frame.getFileName() == null ? "" : " (" + frame.getFileName() + ")";
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("label", "at");
    node.put("text", function.isEmpty() ? "the block" : function + where);
    node.put("kind", "other");
    return node;
  }

  private static boolean isInside(String className) {
    return className.startsWith("dev.colight.worker.")
        || className.startsWith("java.lang.invoke.")
        || className.startsWith("jdk.internal.reflect.")
        || ShownNames.isInterface(className);
  }
}
