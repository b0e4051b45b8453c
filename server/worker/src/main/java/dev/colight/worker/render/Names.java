package dev.colight.worker.render;

import dev.colight.worker.wire.ShownNames;
import java.io.Serializable;
import java.lang.reflect.Modifier;
import java.util.RandomAccess;
import java.util.Set;

/** Names of types as people read them. */
public final class Names {
  /** Interfaces that say nothing about what a value is for. */
  private static final Set<Class<?>> MARKERS =
      Set.of(Serializable.class, Cloneable.class, RandomAccess.class);

  private Names() {}

  /** Names the class of a value, without packages and outer classes. */
  public static String of(Object value) {
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return of(type.getComponentType()) + "[]";
    }
    return isLambda(value)
        ? type.getInterfaces()[0].getSimpleName() + " lambda"
        : of(isOfPlatform(type) ? known(type) : type);
  }

  /**
   * Returns what people know a class of the platform by: it is a {@code List}, no {@code ListN}.
   */
  private static Class<?> known(Class<?> type) {
    for (Class<?> by = type; by != null && by != Object.class; by = by.getSuperclass()) {
      if (isSeen(by) && !Modifier.isAbstract(by.getModifiers())) {
        return by;
      }
      for (Class<?> parent : by.getInterfaces()) {
        if (isSeen(parent) && !MARKERS.contains(parent)) {
          return parent;
        }
      }
    }
    return type;
  }

  private static boolean isSeen(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isSeen(outer));
  }

  private static String of(Class<?> type) {
    if (type.isArray()) {
      return of(type.getComponentType()) + "[]";
    }
    String name = ShownNames.scrub(type.getName());
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** Tells whether a value is a lambda or a method reference, which have no names of their own. */
  static boolean isLambda(Object value) {
    Class<?> type = value.getClass();
    return type.isHidden() && type.getInterfaces().length > 0;
  }

  /** Tells whether a class is the platform's. */
  static boolean isOfPlatform(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }
}
