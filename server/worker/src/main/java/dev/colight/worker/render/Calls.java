package dev.colight.worker.render;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls public methods of libraries that may not be there. */
final class Calls {
  private Calls() {}

  /** Calls the method of an object that takes such arguments; primitives come boxed. */
  static Object call(Object target, String name, Object... arguments) throws Exception {
    return invoke(target.getClass(), target, name, arguments);
  }

  /** Calls a static method of a class that the loader of {@code near} knows. */
  static Object callStatic(Object near, String className, String name, Object... arguments)
      throws Exception {
    Class<?> type = Class.forName(className, true, near.getClass().getClassLoader());
    return invoke(type, null, name, arguments);
  }

  private static Object invoke(
      Class<?> type, @org.jspecify.annotations.Nullable Object target, String name, Object[] args)
      throws Exception {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && takes(method.getParameterTypes(), args)) {
        method.setAccessible(true); // the class that declares it may not be public
        try {
          return method.invoke(target, args);
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
    }
    throw new NoSuchMethodException(type.getName() + "." + name);
  }

  private static boolean takes(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      boolean number = types[i] == int.class && arguments[i] instanceof Integer;
      if (!number && !types[i].isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns a value of an enum that the loader of {@code near} knows. */
  static Object constant(Object near, String enumName, String constant) throws Exception {
    Class<?> type = Class.forName(enumName, true, near.getClass().getClassLoader());
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> ((Enum<?>) each).name().equals(constant))
        .findFirst()
        .orElseThrow();
  }
}
