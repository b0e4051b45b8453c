package dev.colight.java.compile;

import dev.colight.java.compile.ClassPathEntry.ClassBytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The class files of a platform. A package is listed when it is first asked for, and its listing is
 * kept; jars are opened once, and stay open until this is closed. Safe for use by several threads.
 *
 * <p>Names of classes and packages have slashes here, and nested classes dollars.
 */
public final class PlatformClasses implements AutoCloseable {
  private final Platform platform;
  private final FileSystem runtime;
  private final boolean ownsRuntime;
  private final List<ClassPathEntry> entries = new ArrayList<>();

  /** By entry: what tells it, and what it depends on, from others of the same names. */
  private final Map<ClassPathEntry, String> origins = new HashMap<>();

  private final FolderOrigins folderOrigins;

  /** What these are besides those of the workspace, or null where there are none. */
  private final @Nullable PlatformClasses base;

  private final SourceClasses sources;

  /** The package whose types the document means by their simple names, with slashes. */
  private final String home;

  private final Map<String, String> originsOfRoots = new ConcurrentHashMap<>();
  private final Map<String, JdkModule> modules = new ConcurrentHashMap<>();
  private final Map<String, PackageListing> packages = new ConcurrentHashMap<>();
  private final Map<String, Boolean> packageExists = new ConcurrentHashMap<>();

  /** Opens the platform's JDK and its class path. */
  public PlatformClasses(Platform platform) {
    this(platform, Map.of(), Map.of());
  }

  /**
   * Opens the platform's JDK and its class path.
   *
   * @param libraries entries of the class path that are not the same for all documents, and what
   *     tells each, and what its code depends on, from others
   * @param folders entries whose classes are told apart one by one, as of some moment
   */
  public PlatformClasses(
      Platform platform, Map<Path, String> libraries, Map<Path, ClassFolder> folders) {
    this.platform = platform;
    this.base = null;
    this.sources = SourceClasses.NONE;
    this.home = GeneratedNames.PACKAGE;
    URI uri = URI.create("jrt:/");
    try {
      ownsRuntime = !platform.isRunning();
      runtime =
          ownsRuntime
              ? FileSystems.newFileSystem(uri, Map.of("java.home", platform.javaHome().toString()))
              : FileSystems.getFileSystem(uri);
      for (Path entry : platform.classPath()) {
        ClassPathEntry opened = null;
        ClassFolder folder = folders.get(entry);
        if (folder != null) {
          opened = new ClassPathEntry.Folder(folder);
        } else if (Files.isDirectory(entry)) {
          opened = new ClassPathEntry.Directory(entry);
        } else if (Files.isRegularFile(entry)) {
          opened = new ClassPathEntry.Jar(entry, platform.featureVersion());
        }
        if (opened != null) {
          entries.add(opened);
          origins.put(
              opened,
              folder != null ? folder.content().toString() : libraries.getOrDefault(entry, ""));
        }
      }
      folderOrigins =
          new FolderOrigins(
              entries.stream()
                  .filter(ClassPathEntry.Folder.class::isInstance)
                  .map(entry -> ((ClassPathEntry.Folder) entry).folder())
                  .toList(),
              this::originOfEntry);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot open " + platform, e);
    }
  }

  private PlatformClasses(PlatformClasses base, SourceClasses sources, String home) {
    this.home = home;
    this.platform = base.platform;
    this.base = base;
    this.sources = sources;
    this.runtime = base.runtime;
    this.ownsRuntime = false;
    this.folderOrigins = base.folderOrigins;
  }

  /**
   * Returns these, and classes of the workspace before them; they must stay open.
   *
   * @param home the package whose types the document means by their simple names, with slashes
   */
  public PlatformClasses with(SourceClasses classes, String home) {
    return new PlatformClasses(base == null ? this : base, classes, home);
  }

  /** Returns the package whose types the document means by their simple names, with slashes. */
  public String home() {
    return home;
  }

  /** Tells whether a class is of the document's package, which is another than generated code's. */
  boolean isAtHome(String name) {
    return !home.equals(GeneratedNames.PACKAGE)
        && name.startsWith(home)
        && name.lastIndexOf('/') == home.length();
  }

  /** Tells whether these are others, or those with classes of the workspace. */
  public boolean isOver(PlatformClasses others) {
    return this == others || base == others;
  }

  /** Returns the classes of the workspace among these. */
  public SourceClasses sources() {
    return sources;
  }

  /** Returns what these classes are of. */
  public Platform platform() {
    return platform;
  }

  /** Returns the bytes of a class, or null where there is none. */
  byte @Nullable [] find(String name) {
    int slash = name.lastIndexOf('/');
    String packageName = slash < 0 ? "" : name.substring(0, slash);
    ClassBytes bytes = listing(packageName).classes().get(name.substring(slash + 1));
    try {
      return bytes == null ? null : bytes.read();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }

  /**
   * Returns what tells a class, and what its code depends on, from one of the same name in another
   * library or folder: empty where it is of neither, or there is none.
   */
  String origin(String name) {
    String own = originOfEntry(name);
    boolean isTold = own.isEmpty() || sources.unit(name) != null || !folderOrigins.has(name);
    return isTold ? own : folderOrigins.of(name);
  }

  /** Returns the same of all of the library or folder that a class is in. */
  private String originOfEntry(String name) {
    int slash = name.lastIndexOf('/');
    String packageName = slash < 0 ? "" : name.substring(0, slash);
    return Objects.requireNonNullElse(
        listing(packageName).origins().get(name.substring(slash + 1)), "");
  }

  /** Returns the same of all libraries that have packages below one; of none, nothing. */
  String originOfRoot(String packageName) {
    return originsOfRoots.computeIfAbsent(
        packageName,
        name ->
            base != null
                ? base.originOfRoot(name) + sources.originOfRoot(name)
                : entries.stream()
                    .filter(entry -> !origin(entry).isEmpty() && entry.isPackage(name))
                    .map(this::origin)
                    .distinct()
                    .collect(Collectors.joining(" ")));
  }

  /** Tells whether a class is one of the workspace's sources. */
  boolean isSource(String name) {
    SourceUnit unit = sources.unit(name);
    return unit != null && unit.key().toString().equals(originOfEntry(name));
  }

  /**
   * Returns the same as {@link #originOfRoot}, but for the workspace's sources.
   *
   * @param inSources stands for those
   */
  String lastingOriginOfRoot(String packageName, String inSources) {
    if (base == null || sources.originOfRoot(packageName).isEmpty()) {
      return originOfRoot(packageName);
    }
    return base.originOfRoot(packageName) + inSources;
  }

  private String origin(ClassPathEntry entry) {
    return origins.getOrDefault(entry, "");
  }

  /** Tells whether there is a package of that name, or one below it. */
  boolean isPackage(String name) {
    return packageExists.computeIfAbsent(
        name,
        n ->
            base != null
                ? sources.isPackage(n) || base.isPackage(n)
                : Files.exists(runtime.getPath("/packages", n.replace('/', '.')))
                    || entries.stream().anyMatch(entry -> entry.isPackage(n)));
  }

  /** Tells whether code outside the JDK may use a package. */
  boolean isExported(String packageName) {
    return listing(packageName).exported();
  }

  /** Returns all packages that documents may use types of. */
  Set<String> exportedPackages() {
    Set<String> all = new TreeSet<>();
    if (base != null) {
      all.addAll(sources.packages());
      all.addAll(base.exportedPackages());
      return all;
    }
    try (Stream<Path> names = Files.list(runtime.getPath("/packages"))) {
      for (Path path : (Iterable<Path>) names::iterator) {
        String name = path.getFileName().toString().replace('.', '/');
        if (owners(name).stream().anyMatch(module -> module(module).exports().contains(name))) {
          all.add(name);
        }
      }
      for (ClassPathEntry entry : entries) {
        all.addAll(entry.packages());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the packages of " + platform, e);
    }
    return all;
  }

  /** Returns the names of the top-level classes of a package, public or not. */
  List<String> topLevelTypes(String packageName) {
    return listing(packageName).classes().keySet().stream()
        .filter(name -> name.indexOf('$') < 0 && name.indexOf('-') < 0)
        .toList();
  }

  /** Returns the module of the JDK that a package is of, or null. */
  public @Nullable String moduleOf(@Nullable String packageName) {
    try {
      return packageName == null ? null : owners(packageName).stream().findFirst().orElse(null);
    } catch (IOException e) {
      return null;
    }
  }

  /** Returns the packages that {@code import module} gives for a module of the JDK. */
  Set<String> exportedBy(String module) {
    return module(module).exportedTransitively(this::module);
  }

  /** Returns a file of a module of the JDK, or null where there is none. */
  byte @Nullable [] resource(String module, String path) {
    Path file = runtime.getPath("/modules", module, path);
    try {
      return Files.isRegularFile(file) ? Files.readAllBytes(file) : null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Closes jars, and the JDK where it is another than the one that runs this. */
  @Override
  public void close() {
    try {
      for (ClassPathEntry entry : entries) {
        entry.close();
      }
      if (ownsRuntime) {
        runtime.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + platform, e);
    }
  }

  private JdkModule module(String name) {
    if (base != null) {
      return base.module(name);
    }
    return modules.computeIfAbsent(name, n -> JdkModule.read(resource(n, "module-info.class")));
  }

  private PackageListing listing(String packageName) {
    return packages.computeIfAbsent(packageName, this::list);
  }

  private PackageListing list(String packageName) {
    if (base != null) {
      return overlaid(packageName, base.listing(packageName));
    }
    Map<String, ClassBytes> classes = new HashMap<>();
    Map<String, String> classOrigins = new HashMap<>();
    try {
      for (int i = entries.size() - 1; i >= 0; i--) {
        Map<String, ClassBytes> own = entries.get(i).list(packageName);
        classes.putAll(own);
        String origin = origin(entries.get(i));
        own.keySet().forEach(name -> classOrigins.put(name, origin));
      }
      boolean exported = !classes.isEmpty();
      for (String module : owners(packageName)) {
        Map<String, ClassBytes> own =
            ClassPathEntry.listDirectory(runtime.getPath("/modules", module, packageName));
        classes.putAll(own);
        classOrigins.keySet().removeAll(own.keySet());
        exported |=
            module(module).exports().contains(packageName) || platform.exports(module, packageName);
      }
      return new PackageListing(Map.copyOf(classes), Map.copyOf(classOrigins), exported);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + packageName, e);
    }
  }

  /** The JDK's own packages are nobody else's. */
  private PackageListing overlaid(String packageName, PackageListing below) {
    Map<String, ClassBytes> own = sources.list(packageName);
    if (own.isEmpty() || moduleOf(packageName) != null) {
      return below;
    }
    Map<String, ClassBytes> classes = new HashMap<>(below.classes());
    Map<String, String> classOrigins = new HashMap<>(below.origins());
    String prefix = packageName.isEmpty() ? "" : packageName + "/";
    own.forEach(
        (name, bytes) -> {
          classes.put(name, bytes);
          classOrigins.put(name, sources.origin(prefix + name));
        });
    return new PackageListing(Map.copyOf(classes), Map.copyOf(classOrigins), true);
  }

  /** Incubating modules are there only for those who ask for them. */
  private List<String> owners(String packageName) throws IOException {
    Path owners = runtime.getPath("/packages", packageName.replace('/', '.'));
    if (packageName.isEmpty() || !Files.isDirectory(owners)) {
      return List.of();
    }
    try (Stream<Path> names = Files.list(owners)) {
      return names
          .map(path -> path.getFileName().toString())
          .filter(
              module ->
                  !module.startsWith("jdk.incubator.")
                      || platform.options().stream().anyMatch(option -> option.contains(module)))
          .toList();
    }
  }

  private record PackageListing(
      Map<String, ClassBytes> classes, Map<String, String> origins, boolean exported) {}
}
