package dev.colight.java.effects;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Effect;
import dev.colight.execution.EffectSummary;
import dev.colight.execution.EffectSummary.Routine;
import dev.colight.execution.EffectSummary.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Reads from the class files of a unit what it does to the outside world. Safe for use by several
 * threads.
 *
 * <p>The methods of statements, and of a function's body, count as one routine: who runs the unit
 * runs them. Those of types are told apart, so that a type which can write files, but is not asked
 * to, does no harm.
 */
public final class EffectReader {
  private static final String INITIALISER = "<clinit>()V";

  private final ClassSource classes;
  private final Outside outside;
  private final LibraryEffects libraries;

  /** Creates a reader for code that sees some classes. */
  public EffectReader(ClassSource classes, EffectRules rules) {
    this.classes = classes;
    this.outside = new Outside(classes, rules);
    this.libraries = new LibraryEffects(classes, outside);
  }

  /**
   * A unit to read.
   *
   * @param runs whether its top class is code to run, rather than a home of types
   * @param tokens gives the token that a line of the class files stands for
   */
  public record Unit(CodeKey key, boolean runs, List<byte[]> classFiles, IntUnaryOperator tokens) {}

  /** Returns what a unit does. */
  public EffectSummary read(Unit unit) {
    List<ClassCode> codes =
        unit.classFiles().stream().map(bytes -> ClassCode.read(bytes, true)).toList();
    return codes.isEmpty() ? EffectSummary.NONE : new Reading(unit, codes).summary();
  }

  /** The reading of one unit. */
  private final class Reading {
    private final Unit unit;
    private final List<ClassCode> codes;
    private final Map<String, CallContext> around;
    private final Map<Target, Routine> routines = new HashMap<>();
    private final Map<String, Set<String>> supers = new HashMap<>();
    private final Set<Target> anytime = new HashSet<>();

    Reading(Unit unit, List<ClassCode> codes) {
      this.unit = unit;
      this.codes = codes;
      this.around = CallContext.of(codes, outside);
    }

    EffectSummary summary() {
      for (int i = 0; i < codes.size(); i++) {
        if (i == 0 && unit.runs()) {
          addRun(codes.get(i));
        } else {
          addType(codes.get(i));
        }
      }
      return routines.isEmpty() && supers.isEmpty()
          ? EffectSummary.NONE
          : new EffectSummary(Map.copyOf(routines), Map.copyOf(supers), Set.copyOf(anytime));
    }

    private void addRun(ClassCode code) {
      List<Effect> effects = new ArrayList<>();
      Set<Target> calls = new HashSet<>();
      for (ClassCode.Method method : code.methods.values()) {
        Routine routine = routine(code, method);
        effects.addAll(routine.effects());
        calls.addAll(routine.calls());
        if (method.name().startsWith("lambda$") && matters(routine)) {
          Target lambda = new Target(code.name, method.name());
          routines.put(lambda, routine);
          anytime.add(lambda);
        }
      }
      Routine whole = new Routine(List.copyOf(effects), Set.copyOf(calls));
      if (matters(whole)) {
        routines.put(new Target(unit.key().toString(), ""), whole);
      }
    }

    private void addType(ClassCode code) {
      Set<String> above = new HashSet<>(code.supers);
      above.removeIf(name -> !classes.isOfDocument(name));
      if (!above.isEmpty()) {
        supers.put(code.name, above);
      }
      Set<String> replaceable = outside.replaceable(code.supers);
      code.methods.forEach(
          (signature, method) -> {
            Routine routine = routine(code, method);
            if (matters(routine)) {
              Target target = new Target(code.name, signature);
              routines.put(target, routine);
              if (method.mayReplace() && replaceable.contains(signature)) {
                anytime.add(target);
              }
            }
          });
    }

    private static boolean matters(Routine routine) {
      return !routine.effects().isEmpty() || !routine.calls().isEmpty();
    }

    private Routine routine(ClassCode type, ClassCode.Method method) {
      MethodCode code = method.code();
      CallContext here =
          Objects.requireNonNull(
              around.get(CallContext.key(type.name, method.name() + method.descriptor())));
      List<Effect> effects = new ArrayList<>();
      Set<Target> calls = new HashSet<>();
      for (CallSite call : code.calls) {
        if (classes.isOfDocument(call.owner())) {
          calls.add(target(call));
        }
        Outside.Found found = outside.find(call.owner(), call, here);
        if (found != null) {
          effects.add(effect(found.does(), call.shown(found.owner()), call));
        } else if (!classes.isOfDocument(call.owner()) && !classes.isOfPlatform(call.owner())) {
          String does = libraries.of(call);
          if (does != null) {
            effects.add(effect(does, call.shown(call.owner()), call));
          }
        }
      }
      for (String used : code.used) {
        if (classes.isOfDocument(used)) {
          calls.add(new Target(used, INITIALISER));
        }
      }
      return new Routine(List.copyOf(effects), Set.copyOf(calls));
    }

    private Effect effect(String does, String call, CallSite at) {
      return new Effect(does, call, unit.tokens().applyAsInt(at.line()));
    }

    /** Functions are called by the keys of their units, methods of types by their own names. */
    private Target target(CallSite call) {
      String key = classes.functionKey(call.owner());
      return key == null
          ? new Target(call.owner(), call.name() + call.descriptor())
          : new Target(key, "");
    }
  }
}
