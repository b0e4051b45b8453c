package dev.colight.java.compile;

import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.env.ICompilationUnit;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ModuleBinding;

/**
 * The text of a file of the workspace.
 *
 * @param file where it is, for messages and stack traces
 * @param packageName the package that it says it is of, with slashes; empty for none
 * @param mainType name of its public type, if it has one
 */
public record SourceText(String file, String packageName, String mainType, String text) {
  /** What sources without a package begin with, on their first line. */
  private static final String OF_DOCUMENT = "package " + GeneratedNames.PACKAGE + ";";

  /** Tells whether it is of the package of documents, which is named nowhere. */
  boolean isUnnamed() {
    return packageName.isEmpty();
  }

  /** Returns how many characters ECJ sees before the first one of the text. */
  int shift() {
    return isUnnamed() ? OF_DOCUMENT.length() : 0;
  }

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
      String text = source.text();
      return (source.isUnnamed() ? OF_DOCUMENT + text : text).toCharArray();
    }

    @Override
    public char[] getMainTypeName() {
      return source.mainType().toCharArray();
    }

    @Override
    public char[][] getPackageName() {
      String name = source.isUnnamed() ? GeneratedNames.PACKAGE : source.packageName();
      return CharOperation.splitOn('/', name.toCharArray());
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
