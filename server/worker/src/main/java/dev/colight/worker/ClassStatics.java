package dev.colight.worker;

/** The static fields of a class, as something that can change. */
record ClassStatics(Class<?> type, Layout layout) {
  static ClassStatics of(Class<?> type) {
    return new ClassStatics(type, Layout.ofStatics(type));
  }
}
