package dev.colight.java.compile;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
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
  private @Nullable CompilationUnitDeclaration resolved;
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

  /** Takes a tree whose names are resolved, before what it refers to is forgotten. */
  @FunctionalInterface
  interface Reader<T> {
    @Nullable T read(CompilationUnitDeclaration unit);
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
   * @return what the reader makes of it, or null where ECJ itself failed
   */
  <T> @Nullable T resolve(UnitSource source, List<UnitSource> all, Reader<T> reader) {
    asked = source;
    resolved = null;
    try {
      compile(all.toArray(new ICompilationUnit[0]));
      return resolved == null ? null : reader.read(resolved);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      failed = true;
      return null;
    } finally {
      asked = null;
      resolved = null;
      forgetGenerated();
    }
  }

  @Override
  public void process(CompilationUnitDeclaration unit, int index) {
    if (unit.compilationResult.compilationUnit != asked || unit.scope == null) {
      return;
    }
    lookupEnvironment.unitBeingCompleted = unit;
    parser.getMethodBodies(unit);
    unit.scope.faultInTypes();
    new StatementRewriter(unit).rewrite();
    unit.resolve();
    lookupEnvironment.unitBeingCompleted = null;
    resolved = unit;
  }

  private void forgetGenerated() {
    PackageBinding generated = lookupEnvironment.createPackage(GENERATED);
    generated.knownTypes = null;
    parser.scanner.source = null;
    unitsToProcess = null;
    problemReporter.reset();
  }

  /** What was resolved is still to be read; see {@link #forgetGenerated}. */
  @Override
  public void reset() {}
}
