package dev.colight.display;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads objects field by field: no code of theirs runs, and nothing in them changes. */
public final class Fields {
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          ClassLoader loader = type.getClassLoader();
          if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
            return List.of();
          }
          return type.isRecord() ? components(type) : declared(type);
        }
      };

  private Fields() {}

  /**
   * Returns the fields of a class's objects: the components of a record; those that it inherits
   * first. There are none of the platform's own classes, which nobody can look into.
   */
  public static List<Field> of(Class<?> type) {
    return FIELDS.get(type);
  }

  /** Returns what a field holds. */
  public static @Nullable Object get(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a field that was made accessible is not", e);
    }
  }

  private static List<Field> components(Class<?> type) {
    List<Field> fields = new ArrayList<>();
    try {
      for (RecordComponent component : type.getRecordComponents()) {
        Field field = type.getDeclaredField(component.getName());
        field.setAccessible(true);
        fields.add(field);
      }
    } catch (NoSuchFieldException | InaccessibleObjectException e) {
      return List.of();
    }
    return List.copyOf(fields);
  }

  private static List<Field> declared(Class<?> type) {
    Deque<Class<?>> classes = new ArrayDeque<>();
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      classes.push(c);
    }
    List<Field> fields = new ArrayList<>();
    for (Class<?> c : classes) {
      for (Field field : c.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          try {
            field.setAccessible(true);
          } catch (InaccessibleObjectException e) {
            continue;
          }
          fields.add(field);
        }
      }
    }
    return List.copyOf(fields);
  }
}
