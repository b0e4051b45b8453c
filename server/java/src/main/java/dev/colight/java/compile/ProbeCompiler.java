package dev.colight.java.compile;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.PackageBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;
import org.jspecify.annotations.Nullable;

/**
 * An ECJ that finds out what the names of one source mean, whatever is wrong with it, and generates
 * nothing. Keeps what it learnt about the platform's types, as {@link WarmCompiler} does. For one
 * thread at a time.
 */
final class ProbeCompiler extends Compiler {
  private static final char[][] GENERATED = {GeneratedNames.PACKAGE.toCharArray()};

  private @Nullable UnitSource asked;
  private @Nullable Consumer<CompilationUnitDeclaration> reader;
  private boolean failed;

  ProbeCompiler(INameEnvironment environment, CompilerOptions options) {
    super(
        environment,
        DefaultErrorHandlingPolicies.proceedWithAllProblems(),
        options,
        result -> {},
        new DefaultProblemFactory(Locale.ENGLISH),
        new PrintWriter(Writer.nullWriter()),
        null);
  }

  /** Tells whether ECJ has failed, so that what it knows cannot be relied on any more. */
  boolean failed() {
    return failed;
  }

  /** Returns the type of a static field of a generated class, or null. */
  @Nullable String typeOf(String className, String field) {
    try {
      ReferenceBinding type =
          lookupEnvironment.getType(CharOperation.splitOn('.', className.toCharArray()));
      FieldBinding found = type == null ? null : type.getField(field.toCharArray(), true);
      return found == null || found.type == null ? null : TypeNames.of(found.type);
    } catch (RuntimeException e) {
      failed = true;
      return null;
    } finally {
      forgetGenerated();
    }
  }

  /**
   * Resolves a source together with others that it refers to.
   *
   * @param all the source, first, and those
   * @param tree takes the tree, before what it refers to is forgotten; not called where ECJ fails
   */
  void resolve(UnitSource source, List<UnitSource> all, Consumer<CompilationUnitDeclaration> tree) {
    asked = source;
    reader = tree;
    try {
      compile(all.toArray(new ICompilationUnit[0]));
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      failed = true;
    } finally {
      asked = null;
      reader = null;
    }
  }

  @Override
  public void process(CompilationUnitDeclaration unit, int index) {
    Consumer<CompilationUnitDeclaration> tree = reader;
    if (tree == null || unit.compilationResult.compilationUnit != asked || unit.scope == null) {
      return;
    }
    lookupEnvironment.unitBeingCompleted = unit;
    parser.getMethodBodies(unit);
    unit.scope.faultInTypes();
    new StatementRewriter(unit).rewrite();
    unit.resolve();
    tree.accept(unit);
    lookupEnvironment.unitBeingCompleted = null;
  }

  private void forgetGenerated() {
    PackageBinding generated = lookupEnvironment.createPackage(GENERATED);
    generated.knownTypes = null;
    parser.scanner.source = null;
    unitsToProcess = null;
    problemReporter.reset();
  }

  /** Keeps the platform's types, where ECJ would forget everything after each call. */
  @Override
  public void reset() {
    forgetGenerated();
  }
}
