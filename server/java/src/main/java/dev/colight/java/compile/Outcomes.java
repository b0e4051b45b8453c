package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import dev.colight.execution.EffectSummary;
import dev.colight.execution.Part;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import dev.colight.java.compile.ProblemTranslator.Translated;
import dev.colight.java.effects.EffectReader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says what came of a unit, in terms of the document. */
final class Outcomes {
  private Outcomes() {}

  /** Reports a unit with errors of its own. */
  static Compiled failure(UnitSource source, EcjResult result) {
    Translated translated = ProblemTranslator.translate(source, result);
    return failed(source.unit(), translated.problems(), translated.unresolved());
  }

  private static Compiled failed(CompileUnit unit, List<Problem> problems, Set<Name> unresolved) {
    Set<Name> bound = unit.bindings().stream().map(Binding::name).collect(Collectors.toSet());
    return new Compiled(
        unit.key(),
        problems,
        bound,
        Set.of(),
        Map.of(),
        Map.of(),
        unresolved,
        false,
        EffectSummary.NONE);
  }

  /** Reports a unit that refers to nothing in the document, and for which ECJ was not asked. */
  static Compiled simple(CompileUnit unit) {
    Set<Name> uses = unit.bindings().stream().map(Binding::name).collect(Collectors.toSet());
    return new Compiled(
        unit.key(),
        List.of(),
        uses,
        Set.of(),
        Map.of(),
        Map.of(),
        Set.of(),
        false,
        EffectSummary.NONE);
  }

  /** Reports a unit that compiled. */
  static Compiled success(Candidate candidate, EffectReader effects) {
    UnitSource source = candidate.source();
    EcjResult result = candidate.result();
    Map<Name, CodeKey> inferred = new HashMap<>();
    candidate
        .finished()
        .inferred()
        .forEach((name, storage) -> inferred.put(Name.value(name), storage.key()));
    return new Compiled(
        candidate.key(),
        ProblemTranslator.translate(source, result).problems(),
        uses(candidate),
        assigns(candidate, inferred.keySet()),
        Map.copyOf(inferred),
        Map.copyOf(result.types()),
        Set.of(),
        !candidate.finished().statics().classes().isEmpty(),
        effects(candidate, effects),
        candidate.followed());
  }

  private static EffectSummary effects(Candidate candidate, EffectReader reader) {
    CompileUnit unit = candidate.source().unit();
    boolean runs =
        unit instanceof CompileUnit.Statements || unit instanceof CompileUnit.FunctionBody;
    if (!runs && !(unit instanceof CompileUnit.Type)) {
      return EffectSummary.NONE;
    }
    List<byte[]> files =
        candidate.finished().classes().stream().map(GeneratedClass::bytes).toList();
    return reader.read(
        new EffectReader.Unit(unit.key(), runs, files, candidate.source().lines()::token));
  }

  /**
   * Returns the names that the code refers to: those whose imports ECJ needed, generics and all,
   * and those whose classes are in the class files.
   */
  private static Set<Name> uses(Candidate candidate) {
    CompileUnit unit = candidate.source().unit();
    String own =
        unit instanceof CompileUnit.FunctionBody body
            ? GeneratedNames.className(Part.FUNCTION_INTERFACE, body.interfaceKey()) + "."
            : "";
    Set<Name> uses = new HashSet<>();
    candidate
        .source()
        .imports()
        .lines()
        .forEach(
            (line, names) -> {
              boolean recursion = !own.isEmpty() && line.contains(own);
              if (candidate.result().usedImports().contains(line) && !recursion) {
                uses.addAll(names);
              }
            });
    Units.definedIn(unit)
        .filter(binding -> candidate.references().contains(Units.className(binding)))
        .forEach(binding -> uses.add(binding.name()));
    uses.removeAll(Units.declaredBy(unit));
    return Set.copyOf(uses);
  }

  private static Set<Name> assigns(Candidate candidate, Set<Name> inferred) {
    Set<Name> assigns = new HashSet<>(inferred);
    Units.definedIn(candidate.source().unit())
        .filter(
            binding ->
                candidate
                    .finished()
                    .assigned()
                    .contains(Units.className(binding).replace('.', '/')))
        .forEach(binding -> assigns.add(binding.name()));
    return Set.copyOf(assigns);
  }
}
