package dev.colight.worker;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** What the types of a document keep in static fields. */
final class Statics {
  private Statics() {}

  /** Tells whether a class has statics that code can change. */
  static boolean canChange(Class<?> type) {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && !field.isSynthetic()
          && !field.isEnumConstant()
          && !isConstant(field)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConstant(Field field) {
    return Modifier.isFinal(field.getModifiers())
        && (field.getType().isPrimitive() || field.getType() == String.class);
  }
}
