package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.util.List;
import java.util.Set;

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

  /** Returns the static state of the classes of a unit, or of a source of the workspace. */
  StaticFields statics(CodeKey key);

  /** Returns the sources of the workspace that a unit refers to; of one of those, itself. */
  default Set<SourceUnit> sources(CodeKey key) {
    return Set.of();
  }
}
