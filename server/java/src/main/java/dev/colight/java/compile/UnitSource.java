package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CompileUnit;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;

/**
 * The source that a unit is compiled from, and where the unit's tokens stand in it.
 *
 * @param className binary name of the class that it declares
 * @param imports the imports it starts with, in this order
 */
@SuppressWarnings("ArrayRecordComponent") // ECJ wants an array, and nobody compares these
record UnitSource(
    CompileUnit unit,
    String className,
    char[] text,
    TokenMap tokens,
    LineMap lines,
    Imports imports)
    implements ICompilationUnit {

  CodeKey key() {
    return unit.key();
  }

  @Override
  public char[] getFileName() {
    return getMainTypeName();
  }

  @Override
  public char[] getContents() {
    return text;
  }

  @Override
  public char[] getMainTypeName() {
    return className.substring(className.lastIndexOf('.') + 1).toCharArray();
  }

  @Override
  public char[][] getPackageName() {
    return new char[][] {GeneratedNames.PACKAGE.toCharArray()};
  }

  /** Generated code is in the unnamed module, as that of {@code jshell} is. */
  @Override
  public ModuleBinding module(LookupEnvironment environment) {
    return environment.UnNamedModule;
  }
}
