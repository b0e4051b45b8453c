package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import dev.colight.execution.Part;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import dev.colight.java.compile.ProblemTranslator.Translated;
import dev.colight.java.split.Token;
import java.util.ArrayList;
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

  /** Reports a unit that would compile, but for others that do not. */
  static Compiled blaming(UnitSource source, List<CompileUnit> blamed) {
    List<Problem> problems = new ArrayList<>();
    List<CompileUnit> named = blamed.stream().filter(unit -> names(source.unit(), unit)).toList();
    for (CompileUnit unit : named.isEmpty() ? blamed : named) {
      String name = Units.displayName(unit);
      TokenSpan span = firstUse(source.unit(), name.replace("()", ""));
      String message = "`" + name + "` does not compile";
      problems.add(new Problem(Problem.Severity.ERROR, message, span.first(), span.last()));
    }
    return failed(source.unit(), problems, Set.of());
  }

  /** Tells whether a unit refers to another by its name, rather than through what it named. */
  private static boolean names(CompileUnit unit, CompileUnit other) {
    return Units.definedIn(unit).anyMatch(binding -> binding.key().equals(other.key()));
  }

  private static TokenSpan firstUse(CompileUnit unit, String name) {
    List<Token> tokens = Units.codeOf(unit).tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(name) && (i == 0 || !tokens.get(i - 1).is("."))) {
        return new TokenSpan(i, i);
      }
    }
    return Units.allTokens(unit);
  }

  private static Compiled failed(CompileUnit unit, List<Problem> problems, Set<Name> unresolved) {
    Set<Name> bound = unit.bindings().stream().map(Binding::name).collect(Collectors.toSet());
    return new Compiled(
        unit.key(), problems, bound, Set.of(), Map.of(), Map.of(), unresolved, false);
  }

  /** Reports a unit that refers to nothing in the document, and for which ECJ was not asked. */
  static Compiled simple(CompileUnit unit) {
    Set<Name> uses = unit.bindings().stream().map(Binding::name).collect(Collectors.toSet());
    return new Compiled(unit.key(), List.of(), uses, Set.of(), Map.of(), Map.of(), Set.of(), false);
  }

  /** Reports a unit that compiled. */
  static Compiled success(Candidate candidate) {
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
        !candidate.finished().statics().classes().isEmpty());
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
