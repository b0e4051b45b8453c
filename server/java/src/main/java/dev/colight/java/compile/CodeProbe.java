package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Meanings;
import dev.colight.execution.Part;
import dev.colight.graph.Name;
import dev.colight.worker.Hook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what code means without running or compiling it. Types that were compiled for a run are
 * read from their class files; what was not is read from its source. Safe for use by several
 * threads, one at a time.
 */
public final class CodeProbe {
  /** Bounds what an ECJ keeps: the types of generated classes that it cannot forget one by one. */
  private static final int CALLS_PER_COMPILER = 256;

  /** Units whose names are kept: those of a large document. */
  private static final int KEPT_NAMES = 3_000;

  private static final List<Binding> HERE =
      List.of(
          new Binding.Imported(
              Name.function(Here.NAME), "static " + Here.class.getName() + "." + Here.NAME));

  private final EcjEnvironment environment;
  private final EcjCompiler compiled;
  private final int featureVersion;

  /** A key stands for a text and all that its names mean. */
  private final Map<CodeKey, List<NameUse>> namesByKey =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CodeKey, List<NameUse>> eldest) {
          return size() > KEPT_NAMES;
        }
      };

  private @Nullable ProbeCompiler warm;
  private int callsOfWarm;
  private long probes;

  /** Creates a probe that sees what a compiler has compiled. */
  public CodeProbe(PlatformClasses classes, EcjCompiler compiled) {
    this.compiled = compiled;
    this.environment =
        new EcjEnvironment(
            classes, EcjRunner.runtimeClasses(Hook.class, Here.class), compiled::classFile);
    this.featureVersion = classes.platform().featureVersion();
  }

  /** Returns how often code was looked into so far. */
  public synchronized long probes() {
    return probes;
  }

  /** Returns what could be named at the call of {@link Here} in a unit; null where it has none. */
  public synchronized @Nullable Point point(Meanings.Closure closure) {
    AtomicReference<@Nullable Point> point = new AtomicReference<>();
    resolve(closure, (unit, source) -> point.set(PointVisitor.find(unit)));
    return point.get();
  }

  /** Returns what the names in a unit mean, in the order of its tokens. */
  public synchronized List<NameUse> names(Meanings.Closure closure) {
    List<NameUse> known = namesByKey.get(closure.unit().key());
    if (known != null) {
      return known;
    }
    List<NameUse> names = new ArrayList<>();
    addNames(closure, names);
    for (CompileUnit unit : closure.all().values()) {
      boolean own =
          unit instanceof CompileUnit.Storage storage
              && closure.unit() instanceof CompileUnit.Statements statements
              && storage.unit() == statements.unit();
      if (own) {
        addNames(new Meanings.Closure(unit, closure.all()), names);
      }
    }
    names.sort(Comparator.comparingInt(NameUse::token));
    namesByKey.put(closure.unit().key(), List.copyOf(names));
    return names;
  }

  /**
   * Tells whether the value of a lambda's body, which is an expression that begins with a token of
   * a unit, is returned; null where the compiler does not know.
   */
  public synchronized @Nullable Boolean returns(Meanings.Closure closure, int firstOfBody) {
    AtomicReference<@Nullable Boolean> returns = new AtomicReference<>();
    resolve(
        closure, (unit, source) -> returns.set(LambdaVisitor.returns(unit, source, firstOfBody)));
    return returns.get();
  }

  private void addNames(Meanings.Closure closure, List<NameUse> names) {
    resolve(closure, (unit, source) -> names.addAll(NameVisitor.names(unit, source)));
  }

  /** Tells whether a variable is known to be kept somewhere, and that was compiled. */
  public boolean hasStorage(@Nullable CodeKey storage) {
    return storage != null && compiled.hasClasses(storage);
  }

  /** Returns the type of a variable in the storage that was compiled for it, or nothing. */
  public synchronized String typeOf(@Nullable CodeKey storage, String name) {
    if (storage == null || !hasStorage(storage)) {
      return "";
    }
    String type = warm().typeOf(GeneratedNames.className(Part.STORAGE, storage), name);
    return type == null ? "" : type;
  }

  private void resolve(
      Meanings.Closure closure, BiConsumer<CompilationUnitDeclaration, UnitSource> reader) {
    probes++;
    List<UnitSource> sources = new ArrayList<>();
    UnitSource asked = generate(withHere(closure.unit()), closure);
    sources.add(asked);
    for (CodeKey key : withoutClasses(closure)) {
      if (!key.equals(closure.unit().key())) {
        sources.add(generate(Objects.requireNonNull(closure.all().get(key)), closure));
      }
    }
    ProbeCompiler ecj = warm();
    ecj.resolve(asked, sources, unit -> reader.accept(unit, asked));
    if (ecj.failed()) {
      warm = null;
    }
  }

  /**
   * Returns what has no class files, and what refers to that: ECJ does not find the nested types of
   * a source from a class file.
   */
  private Set<CodeKey> withoutClasses(Meanings.Closure closure) {
    Set<CodeKey> found = new HashSet<>();
    for (CodeKey key : closure.all().keySet()) {
      if (!compiled.hasClasses(key)) {
        found.add(key);
      }
    }
    boolean more = !found.isEmpty();
    while (more) {
      more = false;
      for (CompileUnit unit : closure.all().values()) {
        boolean refers = !Collections.disjoint(Units.dependencies(unit), found);
        more |= refers && found.add(unit.key());
      }
    }
    return found;
  }

  private UnitSource generate(CompileUnit unit, Meanings.Closure closure) {
    return SourceGenerator.generate(
        unit, key -> closure.all().containsKey(key) || compiled.hasClasses(key), Set.of());
  }

  private ProbeCompiler warm() {
    if (warm == null || callsOfWarm >= CALLS_PER_COMPILER) {
      warm = new ProbeCompiler(environment, EcjOptions.of(featureVersion));
      callsOfWarm = 0;
    }
    callsOfWarm++;
    return warm;
  }

  private static CompileUnit withHere(CompileUnit unit) {
    if (!Units.usesOf(unit).contains(HERE.get(0).name())) {
      return unit;
    }
    List<Binding> bindings = new ArrayList<>(unit.bindings());
    bindings.addAll(HERE);
    CodeKey key = unit.key();
    if (unit instanceof CompileUnit.Type type) {
      return new CompileUnit.Type(key, type.unit(), bindings);
    } else if (unit instanceof CompileUnit.FunctionBody body) {
      return new CompileUnit.FunctionBody(key, body.interfaceKey(), body.unit(), bindings);
    } else if (unit instanceof CompileUnit.Statements statements) {
      return new CompileUnit.Statements(key, statements.unit(), statements.constants(), bindings);
    }
    return unit;
  }
}
