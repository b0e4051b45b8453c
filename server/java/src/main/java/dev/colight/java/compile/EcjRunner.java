package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.java.effects.EffectReader;
import dev.colight.java.effects.EffectRules;
import dev.colight.java.effects.JdkClasses;
import dev.colight.worker.Hook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an ECJ warm, renews it before it has learnt too much and after it failed, and finds the
 * source that it failed at. For one thread at a time.
 */
final class EcjRunner {
  /** Bounds what an ECJ keeps: the types of generated classes that it cannot forget one by one. */
  private static final int CALLS_PER_COMPILER = 256;

  private final PlatformClasses classes;
  private final EcjEnvironment environment;
  private final EffectReader effects;
  private final PlatformMethods methods;
  private final int featureVersion;
  private @Nullable WarmCompiler warm;
  private int callsOfWarm;
  private int calls;

  EcjRunner(PlatformClasses classes, Function<String, byte @Nullable []> generated) {
    this.classes = classes;
    this.environment = new EcjEnvironment(classes, runtimeClasses(Hook.class), generated);
    var asked = JdkClasses.secondLine(classes.platform().javaHome());
    this.effects =
        new EffectReader(
            new SeenClasses(classes, generated),
            EffectRules.standard(asked).below(classes.platform().effectRules()));
    this.methods = new PlatformMethods(classes);
    this.featureVersion = classes.platform().featureVersion();
  }

  /** Returns what tells what code does to the outside world. */
  EffectReader effects() {
    return effects;
  }

  /** Returns the number of calls of ECJ so far. */
  int calls() {
    return calls;
  }

  /** Returns what tells a class from one of the same name in another library, as in imports. */
  String origin(String className) {
    return classes.origin(className);
  }

  /** Returns the classes of the workspace that code sees. */
  SourceClasses sources() {
    return classes.sources();
  }

  /** Returns the package that generated code runs in, with slashes. */
  String home() {
    return classes.home();
  }

  /** Returns what there is to know of the methods of classes that are not the workspace's. */
  PlatformMethods methods() {
    return methods;
  }

  /** Returns the version of the class files that it writes. */
  int classFileVersion() {
    return EcjOptions.classFileVersion(featureVersion);
  }

  /** Compiles sources together; each gets a result. */
  Map<CodeKey, EcjResult> run(List<UnitSource> sources) {
    if (sources.isEmpty()) {
      return Map.of();
    }
    WarmCompiler ecj = warm();
    Map<CodeKey, EcjResult> results = ecj.run(sources);
    String failure = ecj.failure();
    if (failure == null) {
      return results;
    }
    warm = null;
    List<UnitSource> culprits = culprits(sources, results);
    List<UnitSource> others = new ArrayList<>(sources);
    others.removeIf(culprits::contains);
    Map<CodeKey, EcjResult> all = new HashMap<>(run(others));
    for (UnitSource culprit : culprits) {
      EcjResult result = results.get(culprit.key());
      all.put(culprit.key(), result == null ? EcjResult.failure(failure) : result);
    }
    return all;
  }

  /** Returns the sources that ECJ failed at, at least one. */
  private List<UnitSource> culprits(List<UnitSource> sources, Map<CodeKey, EcjResult> results) {
    List<UnitSource> crashed = sources.stream().filter(s -> crashed(results.get(s.key()))).toList();
    if (!crashed.isEmpty() || sources.size() == 1) {
      return crashed.isEmpty() ? sources : crashed;
    }
    List<UnitSource> alone = new ArrayList<>();
    for (UnitSource source : sources) {
      WarmCompiler ecj = warm();
      ecj.run(List.of(source));
      if (ecj.failure() != null) {
        warm = null;
        alone.add(source);
      }
    }
    return alone.isEmpty() ? sources : alone;
  }

  private static boolean crashed(@Nullable EcjResult result) {
    return result != null && result.crash() != null;
  }

  private WarmCompiler warm() {
    if (warm == null || callsOfWarm >= CALLS_PER_COMPILER) {
      warm = new WarmCompiler(environment, EcjOptions.of(featureVersion));
      callsOfWarm = 0;
    }
    callsOfWarm++;
    calls++;
    return warm;
  }

  /** Returns the hooks of running code, and other classes that generated code names. */
  static Map<String, byte[]> runtimeClasses(Class<?>... named) {
    Map<String, byte[]> classes = new HashMap<>();
    for (Class<?> one : named) {
      String file = one.getSimpleName() + ".class";
      try (InputStream stream = one.getResourceAsStream(file)) {
        classes.put(
            one.getName().replace('.', '/'), Objects.requireNonNull(stream, file).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + file, e);
      }
    }
    return Map.copyOf(classes);
  }
}
