package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.execution.FollowedFiles;
import dev.colight.graph.Analyzer;
import dev.colight.java.assist.FollowedSources;
import dev.colight.java.compile.ClassFolder;
import dev.colight.java.compile.EcjCompiler;
import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.compile.Platform;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.SourceReach;
import dev.colight.java.dependencies.Library;
import dev.colight.java.kernel.WorkerOptions;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes toolchains, and hands out the same one again for as long as somebody has it. What is open
 * in one that nobody has is closed when it is collected. Safe for use by several threads.
 */
final class JavaToolchains {
  private final JavaToolchain standard;
  private final Analyzer analyzer;
  private final EcjCompiler compiler;
  private final List<Path> basePath;
  private final Function<Path, @Nullable String> texts;

  /** Guarded by this. */
  private final Map<Wish, WeakReference<JavaToolchain>> made = new HashMap<>();

  /** What a toolchain is made of. */
  private record Wish(Path javaHome, Options options, List<Library> libraries) {}

  /**
   * Options of one document, besides those that all get.
   *
   * @param java for the JVM
   * @param compiler what its compiler is to see of the JDK
   * @param effectRules what touches the outside world, besides what always does
   * @param files stands for the files that it has put on its class path, of which nobody knows who
   *     reads them: all code counts as depending on them
   */
  record Options(List<String> java, List<String> compiler, List<String> effectRules, String files) {
    Options {
      java = List.copyOf(java);
      compiler = List.copyOf(compiler);
      effectRules = List.copyOf(effectRules);
    }

    /**
     * Returns these with more files on the class path; none where what stands for them is empty.
     */
    Options withFiles(String more) {
      return more.isEmpty() ? this : new Options(java, compiler, effectRules, files + more);
    }

    boolean isEmpty() {
      return java.isEmpty() && compiler.isEmpty() && effectRules.isEmpty() && files.isEmpty();
    }
  }

  /**
   * Creates a maker.
   *
   * @param standard the toolchain of documents that ask for nothing
   * @param compiler keeps the code of all
   * @param basePath what all documents are compiled against besides the JDK
   * @param texts has the text of a file as it is now, or null where there is none
   */
  JavaToolchains(
      JavaToolchain standard,
      Analyzer analyzer,
      EcjCompiler compiler,
      List<Path> basePath,
      Function<Path, @Nullable String> texts) {
    this.texts = texts;
    this.standard = standard;
    this.analyzer = analyzer;
    this.compiler = compiler;
    this.basePath = basePath;
  }

  /**
   * Returns a toolchain.
   *
   * @param folders what is in those of the libraries that are folders
   */
  synchronized JavaToolchain of(
      Path javaHome, Options options, List<Library> libraries, Map<Path, ClassFolder> folders) {
    WorkerOptions usual = standard.process();
    if (javaHome.equals(usual.javaHome()) && options.isEmpty() && libraries.isEmpty()) {
      return standard;
    }
    Wish wish = new Wish(javaHome, options, List.copyOf(libraries));
    WeakReference<JavaToolchain> known = made.get(wish);
    JavaToolchain toolchain = known == null ? null : known.get();
    if (toolchain == null) {
      made.values().removeIf(reference -> reference.get() == null);
      JavaToolchain bare = libraries.isEmpty() ? null : of(javaHome, options, List.of(), Map.of());
      toolchain = make(wish, folders, bare);
      made.put(wish, new WeakReference<>(toolchain));
    }
    return toolchain;
  }

  private JavaToolchain make(
      Wish wish, Map<Path, ClassFolder> folders, @Nullable JavaToolchain bare) {
    WorkerOptions usual = standard.process();
    List<String> allOptions = new ArrayList<>(usual.javaOptions());
    allOptions.addAll(wish.options().java());
    List<String> seenOptions = new ArrayList<>(allOptions);
    wish.options().compiler().forEach(option -> seenOptions.add(Platform.COMPILER + option));
    wish.options().effectRules().forEach(rule -> seenOptions.add(Platform.EFFECTS + rule));
    if (!wish.options().files().isEmpty()) {
      seenOptions.add("files:" + wish.options().files());
    }
    List<Path> paths = new ArrayList<>(wish.libraries().stream().map(Library::path).toList());
    List<Path> classPath = new ArrayList<>(paths);
    classPath.addAll(basePath);
    PlatformClasses classes =
        new PlatformClasses(
            new Platform(wish.javaHome(), classPath, seenOptions),
            origins(wish.libraries()),
            folders);
    paths.addAll(usual.classPath());
    PlatformImports imports = new PlatformImports(classes);
    return new JavaToolchain(
        classes,
        imports,
        compiler.against(classes),
        JavaToolchain.assistant(analyzer, classes, imports, compiler, texts),
        FollowedFiles.NONE,
        bare != null
            ? bare.platform()
            : new Platform(wish.javaHome(), basePath, seenOptions).digest(),
        new WorkerOptions(
            wish.javaHome(), allOptions, paths, state(wish.libraries()), usual.limits()),
        bare);
  }

  private static String state(List<Library> libraries) {
    Digest.Builder digest = Digest.builder();
    libraries.forEach(library -> digest.add(library.content()));
    return libraries.isEmpty() ? "" : digest.build().toString();
  }

  /** Returns the toolchain of documents that ask for nothing. */
  JavaToolchain standard() {
    return standard;
  }

  /**
   * Returns a toolchain like another one that sees classes of the workspace, too.
   *
   * @param home the package whose types the document means by their simple names, with slashes
   */
  JavaToolchain with(JavaToolchain toolchain, SourceClasses sources, String home) {
    boolean named = !home.equals(GeneratedNames.PACKAGE);
    if (sources.isEmpty() && !named) {
      return toolchain;
    }
    JavaToolchain bare = toolchain.bare();
    PlatformClasses classes = toolchain.classes().with(sources, home);
    PlatformImports imports = new PlatformImports(classes);
    String lack = toolchain.imports().lack();
    return new JavaToolchain(
        classes,
        lack == null ? imports : new LackingImports(imports, lack),
        compiler.against(classes),
        JavaToolchain.assistant(analyzer, classes, imports, compiler, texts),
        new FollowedSources(new SourceReach(classes, compiler)),
        named
            ? Digest.builder().add(toolchain.platform()).add("home").add(home).build()
            : toolchain.platform(),
        toolchain.process(),
        bare == null || !named ? bare : with(bare, SourceClasses.NONE, home));
  }

  /** Returns, by library, the digest of all that know of each other. */
  private static Map<Path, String> origins(List<Library> libraries) {
    Map<Integer, Digest.Builder> islands = new TreeMap<>();
    for (Library library : libraries) {
      islands
          .computeIfAbsent(library.island(), k -> Digest.builder())
          .add(library.path().getFileName().toString())
          .add(library.content());
    }
    Map<Integer, String> digests = new HashMap<>();
    islands.forEach((island, digest) -> digests.put(island, digest.build().toString()));
    Map<Path, String> origins = new HashMap<>();
    for (Library library : libraries) {
      origins.put(library.path(), digests.getOrDefault(library.island(), ""));
    }
    return origins;
  }
}
