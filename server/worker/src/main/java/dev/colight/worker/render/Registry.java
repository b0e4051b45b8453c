package dev.colight.worker.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which type has which form. Types go by name, so that none of them is loaded, or has to be there,
 * unless a value is of it.
 */
final class Registry {
  private static final ClassValue<Optional<Form>> FOUND =
      new ClassValue<>() {
        @Override
        protected Optional<Form> computeValue(Class<?> type) {
          for (Class<?> each : hierarchy(type)) {
            Form form = named(each.getName());
            if (form != null) {
              return Optional.of(form);
            }
          }
          return Optional.empty();
        }
      };

  private Registry() {}

  /** Returns the form of a class's objects, or null where it has none of its own. */
  static @Nullable Form form(Class<?> type) {
    return FOUND.get(type).orElse(null);
  }

  /** Returns the form of a type, or null. Forms are made here, not referred to: that loads them. */
  private static @Nullable Form named(String type) {
    return switch (type) {
      case "java.lang.Throwable" -> new ExceptionForm();
      case "java.awt.Image" -> new ImageForm();
      case "javax.swing.Icon" -> new IconForm();
      case "javax.swing.table.TableModel" -> new TableModelForm();
      case "java.sql.ResultSet" -> new ResultSetForm();
      case "com.google.gson.JsonElement",
          "com.fasterxml.jackson.databind.JsonNode",
          "tools.jackson.databind.JsonNode" ->
          new JsonForm();
      case "org.knowm.xchart.internal.chartpart.Chart" -> new XChartForm();
      case "org.jfree.chart.JFreeChart" -> new JFreeChartForm();
      case "tech.tablesaw.api.Table" -> new TablesawForm();
      case "tech.tablesaw.plotly.components.Figure" -> new FigureForm();
      case "org.dflib.DataFrame", "com.nhl.dflib.DataFrame" -> new DataFrameForm();
      default -> null;
    };
  }

  /** Returns a class, those that it extends, and all that they implement, the nearest first. */
  private static Set<Class<?>> hierarchy(Class<?> type) {
    Set<Class<?>> all = new LinkedHashSet<>();
    Deque<Class<?>> left = new ArrayDeque<>(List.of(type));
    while (!left.isEmpty()) {
      Class<?> next = left.poll();
      if (all.add(next)) {
        List<Class<?>> above = new ArrayList<>(List.of(next.getInterfaces()));
        if (next.getSuperclass() != null) {
          above.add(0, next.getSuperclass());
        }
        left.addAll(above);
      }
    }
    return all;
  }
}
