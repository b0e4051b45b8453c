package dev.colight.lsp.rpc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;
import org.jspecify.annotations.Nullable;

/**
 * Finds what params lack: what LSP4J's classes mark as never null, and what records do not mark as
 * {@link Nullable}. Gson leaves out silently what is not there.
 */
final class Params {
  /** The properties of a class that hold objects, found once. */
  private static final ClassValue<List<Property>> PROPERTIES =
      new ClassValue<>() {
        @Override
        protected List<Property> computeValue(Class<?> type) {
          return type.isRecord() ? ofRecord(type) : ofBean(type);
        }
      };

  private Params() {}

  private record Property(String name, Method getter, boolean required) {}

  /** Returns the path of something that has to be there and is not. */
  static Optional<String> missing(Object params) {
    return missing("", params);
  }

  private static Optional<String> missing(String path, @Nullable Object value) {
    if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        String element = path + "[" + i + "]";
        Optional<String> found =
            list.get(i) == null ? Optional.of(element) : missing(element, list.get(i));
        if (found.isPresent()) {
          return found;
        }
      }
    } else if (value instanceof Either<?, ?> either) {
      return missing(path, either.get());
    } else if (value != null && isMessage(value.getClass())) {
      for (Property property : PROPERTIES.get(value.getClass())) {
        String inner = path.isEmpty() ? property.name : path + "." + property.name;
        Object held = get(property.getter, value);
        Optional<String> found =
            held == null && property.required ? Optional.of(inner) : missing(inner, held);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** Tells whether objects of a class come from JSON, as opposed to what JSON is made of. */
  private static boolean isMessage(Class<?> type) {
    String name = type.getPackageName();
    return !type.isEnum()
        && (name.equals("org.eclipse.lsp4j") || name.equals("dev.colight.protocol"));
  }

  private static List<Property> ofRecord(Class<?> type) {
    List<Property> properties = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (!component.getType().isPrimitive()) {
        boolean required = !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        properties.add(new Property(component.getName(), component.getAccessor(), required));
      }
    }
    return properties;
  }

  private static List<Property> ofBean(Class<?> type) {
    List<Property> properties = new ArrayList<>();
    for (Method method : type.getMethods()) {
      String name = method.getName();
      if (name.startsWith("get")
          && name.length() > 3
          && method.getParameterCount() == 0
          && !method.getReturnType().isPrimitive()
          && isMessage(method.getDeclaringClass())) {
        String property = Character.toLowerCase(name.charAt(3)) + name.substring(4);
        properties.add(new Property(property, method, method.isAnnotationPresent(NonNull.class)));
      }
    }
    // The JVM has no order of its own for them; this one has the document before the position.
    properties.sort((a, b) -> b.name.compareTo(a.name));
    return Collections.unmodifiableList(properties);
  }

  private static @Nullable Object get(Method getter, Object from) {
    try {
      return getter.invoke(from);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
