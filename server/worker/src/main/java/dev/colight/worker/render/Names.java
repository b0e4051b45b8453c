package dev.colight.worker.render;

import dev.colight.worker.wire.ShownNames;

/** Names of types as people read them. */
final class Names {
  private Names() {}

  /** Names the class of a value, without packages and outer classes. */
  static String of(Object value) {
    Class<?> type = value.getClass();
    if (type.isArray()) {
      return of(type.getComponentType()) + "[]";
    }
    return isLambda(value) ? type.getInterfaces()[0].getSimpleName() + " lambda" : of(type);
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
