package dev.colight.worker.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which type has which form. Types go by name, so that none of them is loaded, or has to be there,
 * unless a value is of it.
 */
final class Registry {
  private static final Map<String, Supplier<Form>> FORMS =
      Map.ofEntries(
          Map.entry("java.lang.Throwable", ExceptionForm::new),
          Map.entry("java.awt.Image", ImageForm::new),
          Map.entry("javax.swing.Icon", IconForm::new),
          Map.entry("javax.swing.table.TableModel", TableModelForm::new),
          Map.entry("java.sql.ResultSet", ResultSetForm::new),
          Map.entry("com.google.gson.JsonElement", JsonForm::new),
          Map.entry("com.fasterxml.jackson.databind.JsonNode", JsonForm::new),
          Map.entry("tools.jackson.databind.JsonNode", JsonForm::new),
          Map.entry("org.knowm.xchart.internal.chartpart.Chart", XChartForm::new),
          Map.entry("org.jfree.chart.JFreeChart", JFreeChartForm::new),
          Map.entry("tech.tablesaw.api.Table", TablesawForm::new),
          Map.entry("tech.tablesaw.plotly.components.Figure", FigureForm::new),
          Map.entry("org.dflib.DataFrame", DataFrameForm::new),
          Map.entry("com.nhl.dflib.DataFrame", DataFrameForm::new));

  private static final ClassValue<Optional<Form>> FOUND =
      new ClassValue<>() {
        @Override
        protected Optional<Form> computeValue(Class<?> type) {
          for (Class<?> each : hierarchy(type)) {
            Supplier<Form> form = FORMS.get(each.getName());
            if (form != null) {
              return Optional.of(form.get());
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
