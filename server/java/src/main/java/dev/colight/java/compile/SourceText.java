package dev.colight.java.compile;

import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;

/**
 * The text of a file of the workspace.
 *
 * @param file where it is, for messages and stack traces
 * @param packageName the package that it says it is of, with slashes
 * @param mainType name of its public type, if it has one
 */
public record SourceText(String file, String packageName, String mainType, String text) {
  /** Returns it in the form that ECJ takes. */
  ICompilationUnit unit() {
    return new Unit(this);
  }

  /** Returns the name of the file without folders. */
  String simpleName() {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /** A text as ECJ takes it. */
  record Unit(SourceText source) implements ICompilationUnit {
    @Override
    public char[] getContents() {
      return source.text().toCharArray();
    }

    @Override
    public char[] getMainTypeName() {
      return source.mainType().toCharArray();
    }

    @Override
    public char[][] getPackageName() {
      return CharOperation.splitOn('/', source.packageName().toCharArray());
    }

    /** Modules are for those who build a project: a document sees all of its packages. */
    @Override
    public ModuleBinding module(LookupEnvironment environment) {
      return environment.UnNamedModule;
    }

    @Override
    public char[] getFileName() {
      return source.simpleName().toCharArray();
    }
  }
}
