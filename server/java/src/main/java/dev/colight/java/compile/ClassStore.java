package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.util.List;

/** The class files of compiled units, by key. Safe for use by several threads. */
public interface ClassStore {
  /** Returns the classes of a unit, its top-level class first; empty where there are none. */
  List<GeneratedClass> classes(CodeKey key);

  /** Returns the simple name of the field of a storage, or of the method of a function. */
  String member(CodeKey key);

  /**
   * Returns where a line number of a unit's class file points: the token of its canonical text, or
   * -1.
   */
  int token(CodeKey key, int line);

  /** Returns the static state of a unit's classes. */
  StaticFields statics(CodeKey key);
}
