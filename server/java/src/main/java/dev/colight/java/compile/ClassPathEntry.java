package dev.colight.java.compile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A jar or a directory of class files. Names of packages have slashes. */
interface ClassPathEntry extends AutoCloseable {
  /** Returns the classes of a package by their name within it. */
  Map<String, ClassBytes> list(String packageName) throws IOException;

  /** Returns the packages that have classes. */
  Set<String> packages() throws IOException;

  /** Tells whether there is such a package, or one below it. */
  boolean isPackage(String packageName);

  @Override
  void close() throws IOException;

  /** Reads a class file. */
  @FunctionalInterface
  interface ClassBytes {
    byte[] read() throws IOException;
  }

  /** Lists the class files of one directory, which need not exist. */
  static Map<String, ClassBytes> listDirectory(Path directory) throws IOException {
    Map<String, ClassBytes> classes = new HashMap<>();
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          String name = file.getFileName().toString();
          if (name.endsWith(".class")) {
            classes.put(simpleName(name), () -> Files.readAllBytes(file));
          }
        }
      }
    }
    return classes;
  }

  private static String simpleName(String file) {
    return file.substring(0, file.length() - ".class".length());
  }

  /** Class files below a directory, listed when they are asked for. */
  record Directory(Path root) implements ClassPathEntry {
    @Override
    public Map<String, ClassBytes> list(String packageName) throws IOException {
      return listDirectory(root.resolve(packageName));
    }

    @Override
    public Set<String> packages() throws IOException {
      Set<String> found = new HashSet<>();
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.toString().endsWith(".class"))
            .forEach(file -> found.add(slashed(root.relativize(file.getParent()))));
      }
      return found;
    }

    private static String slashed(Path path) {
      return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    @Override
    public boolean isPackage(String packageName) {
      return Files.isDirectory(root.resolve(packageName));
    }

    @Override
    public void close() {}
  }

  /** Class files of a folder as they were at some moment. */
  final class Folder implements ClassPathEntry {
    private final ClassFolder folder;
    private final Map<String, Map<String, ClassBytes>> packages = new HashMap<>();

    Folder(ClassFolder folder) {
      this.folder = folder;
      folder.classes().forEach((name, bytes) -> add(packages, name, () -> bytes));
    }

    /** Returns what the folder held. */
    ClassFolder folder() {
      return folder;
    }

    @Override
    public Map<String, ClassBytes> list(String packageName) {
      return packages.getOrDefault(packageName, Map.of());
    }

    @Override
    public Set<String> packages() {
      return filled(packages);
    }

    @Override
    public boolean isPackage(String packageName) {
      return packages.containsKey(packageName);
    }

    @Override
    public void close() {}
  }

  /** Adds a class, by its name with slashes, to its package, which is in those above it. */
  private static void add(
      Map<String, Map<String, ClassBytes>> packages, String name, ClassBytes bytes) {
    int slash = name.lastIndexOf('/');
    String packageName = slash < 0 ? "" : name.substring(0, slash);
    packages
        .computeIfAbsent(packageName, key -> new HashMap<>())
        .put(name.substring(slash + 1), bytes);
    for (int end = slash; end > 0; end = packageName.lastIndexOf('/', end - 1)) {
      packages.computeIfAbsent(packageName.substring(0, end), key -> new HashMap<>());
    }
  }

  /** Returns the packages that have classes of their own. */
  private static Set<String> filled(Map<String, Map<String, ClassBytes>> packages) {
    Set<String> found = new HashSet<>();
    packages.forEach(
        (name, classes) -> {
          if (!classes.isEmpty()) {
            found.add(name);
          }
        });
    return found;
  }

  /** Class files of a jar, which stays open; of a multi-release jar those of one version. */
  final class Jar implements ClassPathEntry {
    private final JarFile jar;
    private final Map<String, Map<String, ClassBytes>> packages = new HashMap<>();

    Jar(Path file, int featureVersion) throws IOException {
      Runtime.Version version = Runtime.Version.parse(String.valueOf(featureVersion));
      jar = new JarFile(file.toFile(), false, ZipFile.OPEN_READ, version);
      jar.versionedStream().forEach(this::add);
    }

    private void add(JarEntry entry) {
      if (entry.getName().endsWith(".class")) {
        ClassPathEntry.add(packages, simpleName(entry.getName()), () -> read(entry));
      }
    }

    private byte[] read(JarEntry entry) throws IOException {
      try (InputStream stream = jar.getInputStream(entry)) {
        return stream.readAllBytes();
      }
    }

    @Override
    public Map<String, ClassBytes> list(String packageName) {
      return packages.getOrDefault(packageName, Map.of());
    }

    @Override
    public Set<String> packages() {
      return filled(packages);
    }

    @Override
    public boolean isPackage(String packageName) {
      return packages.containsKey(packageName);
    }

    @Override
    public void close() throws IOException {
      jar.close();
    }
  }
}
