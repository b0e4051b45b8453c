package dev.colight.java.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.IBinaryType;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Gives ECJ the classes of the platform, those of the worker that generated code calls, and those
 * that were generated before. Parsed classes of the platform are kept, and so are names that it
 * does not have. For one thread at a time.
 */
final class EcjEnvironment implements INameEnvironment {
  private final PlatformClasses platform;
  private final Map<String, byte[]> runtime;
  private final Set<String> runtimePackages;
  private final Function<String, byte @Nullable []> generated;
  private final Map<String, Optional<IBinaryType>> parsed = new HashMap<>();

  /**
   * Creates an environment.
   *
   * @param runtime classes that every worker has
   * @param generated finds a generated class by its name with slashes
   */
  EcjEnvironment(
      PlatformClasses platform,
      Map<String, byte[]> runtime,
      Function<String, byte @Nullable []> generated) {
    this.platform = platform;
    this.runtime = runtime;
    this.runtimePackages = packagesOf(runtime.keySet());
    this.generated = generated;
  }

  /** Returns the packages of classes, and those that they are below. */
  private static Set<String> packagesOf(Set<String> classes) {
    Set<String> packages = new HashSet<>();
    for (String name : classes) {
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        packages.add(name.substring(0, slash));
      }
    }
    return packages;
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
    if (GeneratedNames.isClass(simpleName)) {
      return false; // asked about each, and each has a new name: nobody shall remember those
    }
    String full =
        parent == null || parent.length == 0
            ? simpleName
            : CharOperation.toString(parent).replace('.', '/') + "/" + simpleName;
    return full.equals(GeneratedNames.PACKAGE)
        || runtimePackages.contains(full)
        || platform.isPackage(full);
  }

  @Override
  public void cleanup() {}

  private @Nullable NameEnvironmentAnswer find(String name) {
    IBinaryType type;
    if (GeneratedNames.isGenerated(name)) {
      byte[] bytes = generated.apply(name);
      type = bytes == null ? null : parse(name, bytes);
    } else {
      type = parsed.computeIfAbsent(name, this::read).orElse(null);
    }
    return type == null ? null : new NameEnvironmentAnswer(type, null);
  }

  private Optional<IBinaryType> read(String name) {
    byte[] bytes = runtime.get(name);
    if (bytes == null) {
      bytes = platform.find(name);
      if (bytes != null && platform.isAtHome(name) && platform.isSource(name)) {
        bytes = OpenedClass.of(bytes);
      }
    }
    return Optional.ofNullable(bytes).map(b -> parse(name, b));
  }

  private static IBinaryType parse(String name, byte[] bytes) {
    try {
      return new ClassFileReader(bytes, name.toCharArray(), true);
    } catch (ClassFormatException e) {
      throw new IllegalStateException("not a class file: " + name, e);
    }
  }
}
