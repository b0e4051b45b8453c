package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles units with ECJ, each once: a key names its code for good. One thread at a time may
 * compile; the classes can be read by any.
 */
public final class EcjCompiler implements CodeCompiler, ClassStore {
  private final CodeStore store = new CodeStore();
  private final Map<CodeKey, Compiled> memo = new HashMap<>();

  /** Units that are remembered as failures. */
  private final Map<CodeKey, CompileUnit> failed = new HashMap<>();

  private final EcjRunner runner;

  /** By storage of an inferred type: how many statements that are remembered declare it. */
  private final Map<CodeKey, Integer> inferred = new HashMap<>();

  private int compiledUnits;

  /** Creates a compiler against the classes of a platform, which must stay open. */
  public EcjCompiler(PlatformClasses classes) {
    this.runner = new EcjRunner(classes, store::classFile);
  }

  /**
   * Returns a compiler against other classes, which keeps its code here. Keys tell code for one
   * class path from code for another.
   */
  public CodeCompiler against(PlatformClasses classes) {
    EcjRunner other = new EcjRunner(classes, store::classFile);
    return new CodeCompiler() {
      @Override
      public List<Compiled> compile(List<CompileUnit> units) {
        return EcjCompiler.this.compile(units, other);
      }

      @Override
      public void forget(Collection<CodeKey> keys) {
        EcjCompiler.this.forget(keys);
      }
    };
  }

  @Override
  public List<Compiled> compile(List<CompileUnit> units) {
    return compile(units, runner);
  }

  private List<Compiled> compile(List<CompileUnit> units, EcjRunner with) {
    Map<CodeKey, CompileUnit> wanted = new LinkedHashMap<>();
    for (CompileUnit unit : units) {
      if (!memo.containsKey(unit.key())) {
        wanted.putIfAbsent(unit.key(), unit);
      }
    }
    Map<CodeKey, Compiled> fresh = new Compilation(with, store, failed).run(wanted);
    compiledUnits += fresh.size();
    List<Compiled> results = new ArrayList<>(units.size());
    for (CompileUnit unit : units) {
      Compiled known = memo.get(unit.key());
      results.add(known == null ? fresh.get(unit.key()) : known);
    }
    wanted.forEach((key, unit) -> remember(unit, fresh));
    return results;
  }

  /** A failure counts for good only where all that it was compiled against had been tried. */
  private void remember(CompileUnit unit, Map<CodeKey, Compiled> fresh) {
    Compiled result = Objects.requireNonNull(fresh.get(unit.key()));
    if (result.succeeded()
        || Units.dependencies(unit).stream()
            .allMatch(k -> memo.containsKey(k) || fresh.containsKey(k) || store.contains(k))) {
      memo.put(unit.key(), result);
      if (!result.succeeded()) {
        failed.put(unit.key(), unit);
      }
      result.inferred().values().forEach(storage -> inferred.merge(storage, 1, Integer::sum));
    }
  }

  @Override
  public void forget(Collection<CodeKey> keys) {
    for (CodeKey key : keys) {
      Compiled known = memo.remove(key);
      failed.remove(key);
      store.remove(key);
      if (known != null) {
        known.inferred().values().forEach(this::release);
      }
    }
  }

  private void release(CodeKey storage) {
    if (inferred.merge(storage, -1, Integer::sum) == 0) {
      inferred.remove(storage);
      store.remove(storage);
    }
  }

  /** Returns the class file of a generated class by its name with slashes, or null. */
  byte @Nullable [] classFile(String name) {
    return store.classFile(name);
  }

  /** Tells whether there are classes of a unit. */
  boolean hasClasses(CodeKey key) {
    return store.contains(key);
  }

  /** Returns how many units have classes here, storages of inferred types included. */
  public int storedUnits() {
    return store.size();
  }

  /** Returns how many units were compiled so far, those remembered not counted. */
  public int compiledUnits() {
    return compiledUnits;
  }

  /** Returns how many times ECJ was called so far. */
  public int compileCalls() {
    return runner.calls();
  }

  @Override
  public List<GeneratedClass> classes(CodeKey key) {
    return store.classes(key);
  }

  @Override
  public String member(CodeKey key) {
    return store.member(key);
  }

  @Override
  public StaticFields statics(CodeKey key) {
    return store.statics(key);
  }

  @Override
  public Set<SourceUnit> sources(CodeKey key) {
    return store.sources(key);
  }

  @Override
  public int token(CodeKey key, int line) {
    return store.token(key, line);
  }
}
