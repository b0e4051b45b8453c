package dev.colight.java.compile;

import dev.colight.graph.Problem;
import dev.colight.text.Range;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.jspecify.annotations.Nullable;

/**
 * Compiles sources of the workspace in memory, with all that they need and that is not compiled
 * yet. Runs no annotation processors. For one thread at a time.
 */
public final class SourceCompiler {
  private final PlatformClasses platform;

  /** Creates a compiler against a platform, which must stay open. */
  public SourceCompiler(PlatformClasses platform) {
    this.platform = platform;
  }

  /** Where a compiler finds what the sources that it compiles refer to. Names have slashes. */
  public interface Sources {
    /** Returns the class file of a type that is compiled, and stays as it is, or null. */
    byte @Nullable [] classFile(String name);

    /** Returns the source of a top-level type that is not compiled, or null. */
    @Nullable SourceText source(String name);

    /** Tells whether there are sources in a package, or below it. */
    boolean isPackage(String name);
  }

  /**
   * What came of a source.
   *
   * @param compiled null where there is an error
   * @param partly where there is one, classes whose code throws an error that says so when it gets
   *     there; null where there are not even such
   */
  public record Result(
      @Nullable CompiledSource compiled,
      @Nullable CompiledSource partly,
      List<SourceProblem> problems) {}

  /** Compiles sources, and those that they refer to; each gets a result. */
  public Map<SourceText, Result> compile(Collection<SourceText> roots, Sources sources) {
    Map<SourceText, Result> results = new LinkedHashMap<>();
    CompilerOptions options = EcjOptions.ofSources(platform.platform().featureVersion());
    Compiler ecj =
        new Compiler(
            new SourceEnvironment(platform, sources),
            DefaultErrorHandlingPolicies.proceedWithAllProblems(),
            options,
            result -> take(result, results),
            new DefaultProblemFactory(),
            new PrintWriter(Writer.nullWriter()),
            null);
    ecj.useSingleThread = true;
    try {
      ecj.compile(roots.stream().map(SourceText::unit).toArray(ICompilationUnit[]::new));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      SourceProblem failure =
          new SourceProblem(
              Problem.Severity.ERROR, "The compiler failed: " + e, Range.of(0, 0, 0, 0));
      roots.forEach(root -> results.putIfAbsent(root, new Result(null, null, List.of(failure))));
    }
    return results;
  }

  private static void take(CompilationResult result, Map<SourceText, Result> results) {
    if (!(result.getCompilationUnit() instanceof SourceText.Unit unit)) {
      return;
    }
    List<SourceProblem> problems = new ArrayList<>();
    CategorizedProblem[] all = result.getAllProblems();
    if (all != null) {
      LineStarts lines = new LineStarts(unit.source().text());
      int shift = unit.source().shift();
      for (CategorizedProblem problem : all) {
        problems.add(
            new SourceProblem(
                problem.isError() ? Problem.Severity.ERROR : Problem.Severity.WARNING,
                problem.getMessage(),
                lines.range(problem.getSourceStart() - shift, problem.getSourceEnd() + 1 - shift)));
      }
    }
    List<GeneratedClass> classes = new ArrayList<>();
    for (ClassFile file : result.getClassFiles()) {
      classes.add(
          new GeneratedClass(
              new String(file.fileName()).replace('/', '.'), file.getBytes().clone()));
    }
    boolean failed = result.hasErrors();
    CompiledSource compiled =
        failed && classes.isEmpty() ? null : CompiledSource.of(classes, NamesUsed.of(result));
    results.put(
        unit.source(), new Result(failed ? null : compiled, failed ? compiled : null, problems));
  }
}
