package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.lookup.PackageBinding;
import org.eclipse.jdt.internal.compiler.problem.AbortCompilation;
import org.jspecify.annotations.Nullable;

/**
 * An ECJ that keeps what it learnt about the platform's types from one call to the next. What it
 * learnt about generated classes it forgets after each call: a unit that failed leaves no trace,
 * and one that compiled is read back from its class file. For one thread at a time.
 */
final class WarmCompiler extends Compiler {
  private static final char[][] GENERATED = {GeneratedNames.PACKAGE.toCharArray()};
  private final Map<CodeKey, EcjResult> results = new HashMap<>();
  private @Nullable String failure;

  WarmCompiler(INameEnvironment environment, CompilerOptions options) {
    super(
        environment,
        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
        options,
        result -> {},
        new QuotingProblems(),
        new PrintWriter(Writer.nullWriter()),
        null);
  }

  /**
   * Compiles sources together.
   *
   * @return what became of each; one that is absent was not reached, because ECJ itself failed
   */
  Map<CodeKey, EcjResult> run(List<UnitSource> sources) {
    results.clear();
    ICompilationUnit[] units = sources.toArray(new ICompilationUnit[0]);
    try {
      compile(units);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      failure = describe(e);
    }
    return Map.copyOf(results);
  }

  /**
   * Returns what ECJ failed of, so that what it knows cannot be relied on any more, or null where
   * it is sound.
   */
  @Nullable String failure() {
    return failure;
  }

  /** Compiles one unit; an error of ECJ's own becomes one of that unit. */
  @Override
  public void process(CompilationUnitDeclaration unit, int index) {
    StatementRewriter rewriter = new StatementRewriter(unit);
    String crash = null;
    try {
      lookupEnvironment.unitBeingCompleted = unit;
      parser.getMethodBodies(unit);
      if (!unit.compilationResult.hasErrors() && unit.scope != null) {
        translate(unit, rewriter);
      }
      unit.finalizeProblems();
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      crash = describe(e);
    }
    failure = crash == null ? failure : crash;
    lookupEnvironment.unitBeingCompleted = null;
    record(unit, rewriter, crash);
  }

  private void translate(CompilationUnitDeclaration unit, StatementRewriter rewriter) {
    dropConstructor(unit.types[0]);
    unit.scope.faultInTypes();
    rewriter.rewrite();
    unit.scope.verifyMethods(lookupEnvironment.methodVerifier());
    unit.resolve();
    unit.analyseCode();
    if (!unit.compilationResult.hasErrors()) {
      unit.generateCode();
    }
  }

  /** Nobody makes an instance of a generated class, whose constructor costs a tenth of the call. */
  private static void dropConstructor(TypeDeclaration type) {
    if (type.methods != null) {
      AbstractMethodDeclaration[] others =
          Arrays.stream(type.methods)
              .filter(method -> !method.isDefaultConstructor())
              .toArray(AbstractMethodDeclaration[]::new);
      type.methods = others.length == 0 ? null : others;
    }
  }

  private void record(
      CompilationUnitDeclaration unit, StatementRewriter rewriter, @Nullable String crash) {
    CompilationResult result = unit.compilationResult;
    List<CategorizedProblem> problems = new ArrayList<>();
    CategorizedProblem[] all = result.getAllProblems();
    if (all != null) {
      problems.addAll(List.of(all));
    }
    List<GeneratedClass> classes = new ArrayList<>();
    for (ClassFile file : result.getClassFiles()) {
      String name = new String(file.fileName()).replace('/', '.');
      classes.add(new GeneratedClass(name, file.getBytes()));
      lookupEnvironment.classFilePool.release(file);
    }
    classes.sort(Comparator.comparing((GeneratedClass c) -> c.name().length()));
    results.put(
        ((UnitSource) result.compilationUnit).key(),
        new EcjResult(problems, classes, rewriter.types(), usedImports(unit), crash));
  }

  private static Set<String> usedImports(CompilationUnitDeclaration unit) {
    Set<String> used = new HashSet<>();
    if (unit.imports != null) {
      for (ImportReference reference : unit.imports) {
        if ((reference.bits & ASTNode.Used) != 0) {
          String name = CharOperation.toString(reference.tokens);
          used.add("import " + (reference.isStatic() ? "static " : "") + name + ";");
        }
      }
    }
    return used;
  }

  private static String describe(Throwable e) {
    if (e instanceof StackOverflowError) {
      return "This code is nested too deeply for the compiler";
    } else if (e instanceof AbortCompilation abort && abort.problem != null) {
      return abort.problem.getMessage();
    }
    String place =
        Arrays.stream(e.getStackTrace())
            .filter(frame -> !frame.getClassName().startsWith("java."))
            .map(frame -> " at " + frame)
            .findFirst()
            .orElse("");
    return "The compiler failed: " + e + place;
  }

  /** Keeps the platform's types, where ECJ would forget everything after each call. */
  @Override
  public void reset() {
    PackageBinding generated = lookupEnvironment.createPackage(GENERATED);
    generated.knownTypes = null;
    parser.scanner.source = null;
    unitsToProcess = null;
    problemReporter.reset();
  }
}
