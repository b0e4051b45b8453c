package dev.colight.java.compile;

import dev.colight.execution.CompileUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.analysis.JavaCode.DeclaratorShape;
import dev.colight.java.analysis.JavaCode.StatementsShape;
import dev.colight.java.split.Token;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.IProblem;

/** Translates what ECJ says about a generated source into problems of the unit's own tokens. */
final class ProblemTranslator {
  private final UnitSource source;
  private final JavaCode code;
  private final List<Token> tokens;
  private final Set<Name> uses;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<Name> unresolved = new LinkedHashSet<>();

  private ProblemTranslator(UnitSource source) {
    this.source = source;
    this.code = Units.codeOf(source.unit());
    this.tokens = code.tokens();
    this.uses = Units.usesOf(source.unit());
  }

  /** What ECJ's problems come to. */
  record Translated(List<Problem> problems, Set<Name> unresolved) {}

  static Translated translate(UnitSource source, EcjResult result) {
    ProblemTranslator translator = new ProblemTranslator(source);
    result.problems().stream().filter(p -> !isImport(p)).forEach(translator::add);
    result.problems().stream().filter(p -> isImport(p)).forEach(translator::addImport);
    if (result.crash() != null) {
      TokenSpan all = Units.allTokens(source.unit());
      translator.problems.add(
          new Problem(
              Problem.Severity.ERROR, Messages.scrub(result.crash()), all.first(), all.last()));
    }
    return new Translated(List.copyOf(translator.problems), Set.copyOf(translator.unresolved));
  }

  private static boolean isImport(CategorizedProblem problem) {
    return problem.getID() == IProblem.ImportNotFound;
  }

  /** Adds that an import gives nothing, unless the name that it should give is told of already. */
  private void addImport(CategorizedProblem problem) {
    int use = source.tokens().span(problem.getSourceStart(), problem.getSourceEnd()).first();
    if (problems.stream().noneMatch(other -> other.firstToken() == use)) {
      add(problem);
    }
  }

  private void add(CategorizedProblem problem) {
    int start = problem.getSourceStart();
    int end = Math.max(start, problem.getSourceEnd());
    if (problem.isError()) {
      TokenSpan span = source.tokens().span(start, end);
      problems.add(
          new Problem(
              Problem.Severity.ERROR, errorMessage(problem, span), span.first(), span.last()));
    } else if (!source.tokens().isGlue(start, end)) {
      TokenSpan span = source.tokens().span(start, end);
      problems.add(
          new Problem(Problem.Severity.WARNING, Messages.of(problem), span.first(), span.last()));
    }
  }

  private String errorMessage(CategorizedProblem problem, TokenSpan span) {
    String text = tokens.isEmpty() ? "" : tokens.get(span.first()).text();
    if (problem.getMessage().contains(Markers.UNKNOWN_TYPE)) {
      return isOwnInitializer(text, span.first())
          ? "Cannot use 'var' on self-referencing variable"
          : "`" + text + "` does not compile";
    }
    for (Name name : undefined(problem, text, span.first())) {
      String reason = source.imports().missing().get(name);
      if (reason != null) {
        return reason;
      }
      if (uses.contains(name)) {
        unresolved.add(name);
      }
    }
    return Messages.of(problem);
  }

  /** Returns what a problem may be about, if it is one with a simple name that means nothing. */
  private List<Name> undefined(CategorizedProblem problem, String text, int token) {
    if (token > 0 && (tokens.get(token - 1).is(".") || tokens.get(token - 1).is("::"))) {
      return List.of();
    }
    return switch (problem.getID()) {
      case IProblem.UndefinedType -> List.of(Name.type(text));
      case IProblem.UndefinedMethod -> List.of(Name.function(text));
      case IProblem.UndefinedName, IProblem.UnresolvedVariable ->
          List.of(Name.value(text), Name.type(text));
      default -> List.of();
    };
  }

  private boolean isOwnInitializer(String name, int token) {
    return source.unit() instanceof CompileUnit.Statements
        && ((StatementsShape) code.shape())
            .statements().stream()
                .anyMatch(
                    shape ->
                        shape instanceof DeclaratorShape declarator
                            && declarator.inferred()
                            && declarator.initializerFirst() <= token
                            && token <= declarator.initializerLast()
                            && tokens.get(declarator.name()).is(name));
  }
}
