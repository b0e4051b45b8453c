package dev.colight.java.compile;

import dev.colight.graph.Problem;
import dev.colight.text.Range;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.jspecify.annotations.Nullable;

/** What the names in sources of the workspace mean. Nothing is compiled for that, and none runs. */
public final class SourceNames {
  /** Begins the targets of what is local to a file. */
  public static final String LOCAL = "local ";

  private final Map<SourceText, InFile> files = new LinkedHashMap<>();
  private final Map<String, Set<String>> supertypes = new HashMap<>();
  private final List<Set<String>> same = new ArrayList<>();

  private SourceNames() {}

  /**
   * A name in a source.
   *
   * @param start the number of characters before it
   * @param target what it means, told apart as by {@link NameTargets}; what is local to the file
   *     has a number, in the order in which it is named first
   */
  public record Name(
      int start, int end, Range range, String target, boolean declaration, boolean write) {}

  /**
   * The last part of a static import, which may mean several things.
   *
   * @param type what stands before that
   * @param end where the import ends
   */
  public record StaticImport(Name name, String type, Range end, Set<String> targets) {}

  /**
   * The names in one source.
   *
   * @param names in order
   * @param error the first one that the compiler finds, or null
   */
  public record InFile(
      List<Name> names, List<StaticImport> imports, @Nullable SourceProblem error) {}

  /** Returns the sources that were asked about. */
  public Map<SourceText, InFile> files() {
    return files;
  }

  /** Returns, by class that the sources declare, all its supertypes. */
  public Map<String, Set<String>> supertypes() {
    return supertypes;
  }

  /** Returns methods of the name that was asked about which are one: each overrides another. */
  public List<Set<String>> same() {
    return same;
  }

  /**
   * Finds out what names mean.
   *
   * @param asked the sources whose names are wanted
   * @param name what methods have to be called for {@link #same} to tell of them
   * @param platform what the sources are compiled against
   * @param sources what they refer to
   * @param check called now and then; what it throws ends the work
   */
  public static SourceNames of(
      Collection<SourceText> asked,
      String name,
      PlatformClasses platform,
      SourceCompiler.Sources sources,
      Runnable check) {
    SourceNames found = new SourceNames();
    Resolver resolver = new Resolver(found, new HashSet<>(asked), name, platform, sources, check);
    try {
      resolver.compile(asked.stream().map(SourceText::unit).toArray(ICompilationUnit[]::new));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      found.failed("The compiler failed: " + e, asked);
    }
    found.failed("The compiler did not get to it.", asked);
    return found;
  }

  /** Returns what several tell, each of sources of its own, as one. */
  public static SourceNames together(Collection<SourceNames> some) {
    SourceNames all = new SourceNames();
    for (SourceNames one : some) {
      all.files.putAll(one.files);
      one.supertypes.forEach(all::addType);
      all.same.addAll(one.same);
    }
    return all;
  }

  private void failed(String why, Collection<SourceText> asked) {
    SourceProblem problem = new SourceProblem(Problem.Severity.ERROR, why, Range.of(0, 0, 0, 0));
    asked.forEach(one -> files.putIfAbsent(one, new InFile(List.of(), List.of(), problem)));
  }

  void addSame(Set<String> methods) {
    same.add(methods);
  }

  void addType(String type, Set<String> supers) {
    supertypes.computeIfAbsent(type, k -> new HashSet<>()).addAll(supers);
  }

  private void take(CompilationUnitDeclaration unit, SourceText source, String name) {
    LineStarts lines = new LineStarts(source.text());
    SourceNameVisitor visitor = new SourceNameVisitor(source.shift(), lines, name, this);
    unit.traverse(visitor, unit.scope, false);
    SourceProblem error = null;
    CategorizedProblem[] all = unit.compilationResult.getErrors();
    if (all != null && all.length > 0) {
      int from = all[0].getSourceStart() - source.shift();
      int to = all[0].getSourceEnd() + 1 - source.shift();
      error = new SourceProblem(Problem.Severity.ERROR, all[0].getMessage(), lines.range(from, to));
    }
    files.put(source, new InFile(visitor.names(), visitor.imports(), error));
  }

  /** An ECJ that looks into the bodies of some sources, and generates nothing. */
  private static final class Resolver extends Compiler {
    private final SourceNames found;
    private final Set<SourceText> asked;
    private final String name;
    private final Runnable check;

    Resolver(
        SourceNames found,
        Set<SourceText> asked,
        String name,
        PlatformClasses platform,
        SourceCompiler.Sources sources,
        Runnable check) {
      super(
          new SourceEnvironment(platform, sources),
          DefaultErrorHandlingPolicies.proceedWithAllProblems(),
          EcjOptions.ofSources(platform.platform().featureVersion()),
          result -> {},
          new DefaultProblemFactory(),
          new PrintWriter(Writer.nullWriter()),
          null);
      this.found = found;
      this.asked = asked;
      this.name = name;
      this.check = check;
      this.useSingleThread = true;
    }

    @Override
    public void process(CompilationUnitDeclaration unit, int index) {
      check.run();
      CompilationResult result = unit.compilationResult;
      if (result.getCompilationUnit() instanceof SourceText.Unit own
          && asked.contains(own.source())
          && unit.scope != null) {
        lookupEnvironment.unitBeingCompleted = unit;
        parser.getMethodBodies(unit);
        unit.scope.faultInTypes();
        unit.scope.verifyMethods(lookupEnvironment.methodVerifier());
        unit.resolve();
        found.take(unit, own.source(), name);
        lookupEnvironment.unitBeingCompleted = null;
      }
    }
  }
}
