package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.FollowedCode;
import dev.colight.worker.ProcessStatics;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds the classes of compiled units. Written by the compiler's thread, read by any. */
final class CodeStore implements ClassStore {
  private static final StaticFields PROCESS =
      new StaticFields(List.copyOf(ProcessStatics.CLASSES), true);

  private static final Code NONE =
      new Code(List.of(), "", LineMap.NONE, StaticFields.NONE, Set.of());

  /** Sources before anybody looks for those that are gone. */
  private static final int MIN_UNITS = 1_000;

  private final Map<CodeKey, Code> codes = new ConcurrentHashMap<>();
  private final Map<String, byte[]> classFiles = new ConcurrentHashMap<>();

  /** There for as long as some code uses them. */
  private final Map<CodeKey, WeakReference<SourceUnit>> units = new ConcurrentHashMap<>();

  private int unitsAtSweep;

  /**
   * Stores the class of a storage that refers to no other; the same one, where it is there.
   *
   * @param home the package that it runs in, with slashes
   */
  void put(CodeKey key, GeneratedClass storage, String member, String home) {
    GeneratedClass placed =
        home.equals(GeneratedNames.PACKAGE)
            ? storage
            : new SourceRenamer(name -> null, home).rename(storage.bytes());
    Code code = new Code(List.of(placed), member, LineMap.NONE, StaticFields.NONE, Set.of());
    put(key, code, List.of(storage));
  }

  /**
   * Stores the code of a unit.
   *
   * @param compiled its classes in the form that others are compiled against
   */
  void put(CodeKey key, Code code, List<GeneratedClass> compiled) {
    codes.put(key, code);
    for (GeneratedClass generated : compiled) {
      classFiles.put(generated.name().replace('.', '/'), generated.bytes());
    }
    for (SourceUnit unit : SourceUnit.closure(code.sources())) {
      units.put(unit.key(), new WeakReference<>(unit));
    }
    if (units.size() > 2 * unitsAtSweep + MIN_UNITS) {
      units.values().removeIf(unit -> unit.get() == null);
      unitsAtSweep = units.size();
    }
  }

  void remove(CodeKey key) {
    Code removed = codes.remove(key);
    if (removed != null) {
      removed
          .classes()
          .forEach(c -> classFiles.remove(GeneratedNames.compiled(c.name()).replace('.', '/')));
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
    if (key.equals(FollowedCode.PROCESS)) {
      return PROCESS;
    }
    WeakReference<SourceUnit> reference = units.get(key);
    SourceUnit unit = reference == null ? null : reference.get();
    return unit == null ? code(key).statics() : unit.statics();
  }

  @Override
  public Set<SourceUnit> sources(CodeKey key) {
    WeakReference<SourceUnit> reference = units.get(key);
    SourceUnit unit = reference == null ? null : reference.get();
    return unit == null ? code(key).sources() : Set.of(unit);
  }

  private Code code(CodeKey key) {
    return codes.getOrDefault(key, NONE);
  }

  /**
   * The code of a unit.
   *
   * @param classes as they run
   * @param sources of the workspace whose classes it refers to
   */
  record Code(
      List<GeneratedClass> classes,
      String member,
      LineMap lines,
      StaticFields statics,
      Set<SourceUnit> sources) {
    Code {
      classes = List.copyOf(classes);
      sources = Set.copyOf(sources);
    }
  }
}
