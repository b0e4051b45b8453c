package dev.colight.java.compile;

import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.jspecify.annotations.Nullable;

/** Gives ECJ the sources of the workspace, and the classes of the platform. */
final class SourceEnvironment implements INameEnvironment {
  private final PlatformClasses platform;
  private final SourceCompiler.Sources sources;

  SourceEnvironment(PlatformClasses platform, SourceCompiler.Sources sources) {
    this.platform = platform;
    this.sources = sources;
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[][] compoundName) {
    return find(CharOperation.toString(compoundName).replace('.', '/'));
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
    String simpleName = new String(typeName);
    return packageName.length == 0
        ? find(simpleName)
        : find(CharOperation.toString(packageName).replace('.', '/') + "/" + simpleName);
  }

  @Override
  public boolean isPackage(char @Nullable [][] parent, char[] name) {
    String simpleName = new String(name);
    String full =
        parent == null || parent.length == 0
            ? simpleName
            : CharOperation.toString(parent).replace('.', '/') + "/" + simpleName;
    return sources.isPackage(full) || platform.isPackage(full);
  }

  @Override
  public void cleanup() {}

  private @Nullable NameEnvironmentAnswer find(String name) {
    byte[] bytes = sources.classFile(name);
    if (bytes == null) {
      SourceText source = sources.source(name);
      if (source != null) {
        return new NameEnvironmentAnswer(source.unit(), null);
      }
      bytes = platform.find(name);
    }
    try {
      return bytes == null
          ? null
          : new NameEnvironmentAnswer(new ClassFileReader(bytes, name.toCharArray(), true), null);
    } catch (ClassFormatException e) {
      throw new IllegalStateException("not a class file: " + name, e);
    }
  }
}
