package dev.colight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFileReader;
import org.eclipse.jdt.internal.compiler.classfmt.ClassFormatException;
import org.eclipse.jdt.internal.compiler.env.IBinaryType;
import org.eclipse.jdt.internal.compiler.env.INameEnvironment;
import org.eclipse.jdt.internal.compiler.env.NameEnvironmentAnswer;
import org.jspecify.annotations.Nullable;

/** Gives ECJ the types of the JDK that runs this, each of which it reads once. */
final class JdkTypes implements INameEnvironment {
  private final FileSystem runtime = FileSystems.getFileSystem(URI.create("jrt:/"));
  private final Map<String, Optional<IBinaryType>> types = new HashMap<>();
  private final Map<String, Boolean> packages = new HashMap<>();
  private final String ownPackage;

  /**
   * Creates an environment.
   *
   * @param ownPackage the package of the sources that are compiled
   */
  JdkTypes(String ownPackage) {
    this.ownPackage = ownPackage;
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[][] compoundName) {
    return find(CharOperation.subarray(compoundName, 0, compoundName.length - 1), compoundName);
  }

  @Override
  public @Nullable NameEnvironmentAnswer findType(char[] typeName, char[][] packageName) {
    return find(packageName, CharOperation.arrayConcat(packageName, typeName));
  }

  private @Nullable NameEnvironmentAnswer find(char[][] packageName, char[][] name) {
    return types
        .computeIfAbsent(
            CharOperation.toString(name).replace('.', '/'),
            path -> read(CharOperation.toString(packageName), path))
        .map(type -> new NameEnvironmentAnswer(type, null))
        .orElse(null);
  }

  private Optional<IBinaryType> read(String packageName, String path) {
    Path owners = runtime.getPath("/packages", packageName);
    if (packageName.isEmpty() || !Files.isDirectory(owners)) {
      return Optional.empty();
    }
    try (Stream<Path> modules = Files.list(owners)) {
      Optional<Path> file =
          modules
              .map(m -> runtime.getPath("/modules", m.getFileName().toString(), path + ".class"))
              .filter(Files::isRegularFile)
              .findFirst();
      return file.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new ClassFileReader(Files.readAllBytes(file.get()), path.toCharArray(), true));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    } catch (ClassFormatException e) {
      throw new IllegalStateException("not a class file: " + path, e);
    }
  }

  @Override
  public boolean isPackage(char @Nullable [][] parent, char[] name) {
    String full =
        parent == null || parent.length == 0
            ? new String(name)
            : CharOperation.toString(parent) + "." + new String(name);
    return full.equals(ownPackage)
        || packages.computeIfAbsent(full, n -> Files.exists(runtime.getPath("/packages", n)));
  }

  @Override
  public void cleanup() {}
}
