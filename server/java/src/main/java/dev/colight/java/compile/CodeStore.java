package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds the classes of compiled units. Written by the compiler's thread, read by any. */
final class CodeStore implements ClassStore {
  private static final Code NONE = new Code(List.of(), "", LineMap.NONE, StaticFields.NONE);
  private final Map<CodeKey, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

  /** Stores the classes of a unit; the same ones, where they are there already. */
  void put(CodeKey key, List<GeneratedClass> classes, String member, LineMap lines) {
    put(key, classes, member, lines, StaticFields.NONE);
  }

  /** Stores the classes of a unit, with static state of their own. */
  void put(
      CodeKey key,
      List<GeneratedClass> classes,
      String member,
      LineMap lines,
      StaticFields statics) {
    codes.put(key, new Code(List.copyOf(classes), member, lines, statics));
    for (GeneratedClass generated : classes) {
      classFiles.put(generated.name().replace('.', '/'), generated.bytes());
    }
  }

  void remove(CodeKey key) {
    Code removed = codes.remove(key);
    if (removed != null) {
      removed.classes().forEach(c -> classFiles.remove(c.name().replace('.', '/')));
    }
  }

  /** Returns the number of units that have classes here. */
  int size() {
    return codes.size();
  }

  boolean contains(CodeKey key) {
    return codes.containsKey(key);
  }

  /** Returns the class file of a name with slashes, or null. */
  byte @Nullable [] classFile(String name) {
    return classFiles.get(name);
  }

  @Override
  public List<GeneratedClass> classes(CodeKey key) {
    return code(key).classes();
  }

  @Override
  public String member(CodeKey key) {
    return code(key).member();
  }

  @Override
  public int token(CodeKey key, int line) {
    return code(key).lines().token(line);
  }

  @Override
  public StaticFields statics(CodeKey key) {
    return code(key).statics();
  }

  private Code code(CodeKey key) {
    return codes.getOrDefault(key, NONE);
  }

  private record Code(
      List<GeneratedClass> classes, String member, LineMap lines, StaticFields statics) {}
}
