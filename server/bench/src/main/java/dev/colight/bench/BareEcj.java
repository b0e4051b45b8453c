package dev.colight.bench;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jdt.core.compiler.CategorizedProblem;
import org.eclipse.jdt.internal.compiler.ClassFile;
import org.eclipse.jdt.internal.compiler.CompilationResult;
import org.eclipse.jdt.internal.compiler.Compiler;
import org.eclipse.jdt.internal.compiler.DefaultErrorHandlingPolicies;
import org.eclipse.jdt.internal.compiler.batch.CompilationUnit;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.impl.CompilerOptions;
import org.eclipse.jdt.internal.compiler.problem.DefaultProblemFactory;

/**
 * ECJ with nothing around it: sources in, class files out. It keeps what it has read of the JDK
 * from one call to the next, and forgets the sources.
 */
final class BareEcj extends Compiler {
  /** Package of all that it compiles. */
  static final String PACKAGE = "floor";

  private static final char[][] PACKAGE_NAME = {PACKAGE.toCharArray()};

  private final Map<String, byte[]> classes = new HashMap<>();
  private final List<String> errors = new ArrayList<>();
  private final List<CompilationResult> results;

  BareEcj() {
    this(new ArrayList<>());
  }

  private BareEcj(List<CompilationResult> results) {
    super(
        new JdkTypes(PACKAGE),
        DefaultErrorHandlingPolicies.exitOnFirstError(),
        options(),
        results::add,
        new DefaultProblemFactory(Locale.ENGLISH),
        new PrintWriter(Writer.nullWriter()),
        null);
    this.results = results;
  }

  private static CompilerOptions options() {
    Map<String, String> map = new HashMap<>(new CompilerOptions().getMap());
    map.replaceAll(
        (key, value) ->
            value.equals(CompilerOptions.WARNING) || value.equals(CompilerOptions.INFO)
                ? CompilerOptions.IGNORE
                : value);
    int highest = Integer.parseInt(CompilerOptions.getLatestVersion());
    String version = String.valueOf(Math.min(Runtime.version().feature(), highest));
    map.put(CompilerOptions.OPTION_Compliance, version);
    map.put(CompilerOptions.OPTION_Source, version);
    map.put(CompilerOptions.OPTION_TargetPlatform, version);
    return new CompilerOptions(map);
  }

  /** Compiles sources, by the simple name of their class; returns class files by binary name. */
  Map<String, byte[]> compile(Map<String, String> sources) {
    classes.clear();
    errors.clear();
    results.clear();
    compile(
        sources.entrySet().stream()
            .map(e -> new CompilationUnit(e.getValue().toCharArray(), e.getKey() + ".java", null))
            .toArray(ICompilationUnit[]::new));
    results.forEach(this::collect);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(errors + " in " + sources);
    }
    return Map.copyOf(classes);
  }

  private void collect(CompilationResult result) {
    if (result.hasErrors()) {
      for (CategorizedProblem problem : result.getErrors()) {
        errors.add(problem.getMessage());
      }
    }
    for (ClassFile file : result.getClassFiles()) {
      classes.put(new String(file.fileName()).replace('/', '.'), file.getBytes());
    }
  }

  /** Keeps the JDK's types, where ECJ would forget everything after each call. */
  @Override
  public void reset() {
    lookupEnvironment.createPackage(PACKAGE_NAME).knownTypes = null;
    parser.scanner.source = null;
    unitsToProcess = null;
    problemReporter.reset();
  }
}
