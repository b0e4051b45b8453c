package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.document.Role;
import dev.colight.document.Splitter;
import dev.colight.execution.Assistant;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.FollowedFiles;
import dev.colight.execution.Following;
import dev.colight.execution.Kernel;
import dev.colight.execution.Language;
import dev.colight.execution.OtherFiles;
import dev.colight.execution.Preparation;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Analyzer;
import dev.colight.graph.Directive;
import dev.colight.graph.ImportResolver;
import dev.colight.java.analysis.JavaAnalyzer;
import dev.colight.java.compile.EcjCompiler;
import dev.colight.java.compile.Platform;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.dependencies.Libraries;
import dev.colight.java.dependencies.MavenPlaces;
import dev.colight.java.dependencies.MavenProjects;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Variables;
import dev.colight.java.kernel.JvmKernel;
import dev.colight.java.kernel.WorkerCode;
import dev.colight.java.kernel.WorkerOptions;
import dev.colight.java.kernel.WorkerPool;
import dev.colight.java.kernel.WorkerTraffic;
import dev.colight.java.project.Builds;
import dev.colight.java.project.ClassPathFollower;
import dev.colight.java.project.ExtraClassPath;
import dev.colight.java.project.GradleProjects;
import dev.colight.java.sources.Buffers;
import dev.colight.java.split.JavaFile;
import dev.colight.java.split.JavaSplitter;
import dev.colight.java.split.ProgramSplitter;
import dev.colight.trust.Trust;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Java as a language of live documents: puts the parts together, for one platform. */
public final class JavaLanguage implements Language, AutoCloseable {
  private static final Set<String> ASKING =
      Set.of(
          "COMPILE_OPTIONS",
          "DEPS",
          "FILES",
          "JAVA",
          "JAVAC_OPTIONS",
          "JAVA_OPTIONS",
          "PREVIEW",
          "RUNTIME_OPTIONS",
          "SOURCES");

  private final Splitter scripts = new JavaSplitter();
  private final Splitter programs = new ProgramSplitter();
  private final Analyzer analyzer;
  private final DirectiveReader directives = new DirectiveReader(Variables.ofSystem());
  private final PlatformClasses classes;
  private final WorkerPool workers;
  private final EcjCompiler compiler;
  private final JavaToolchain standard;
  private final JavaPreparation.Tools tools;
  private volatile ExtraClassPath extra = ExtraClassPath.NONE;
  private volatile List<String> effectRules = List.of();
  private final JavaSources sources;
  private final AtomicBoolean used = new AtomicBoolean();

  /**
   * How to run Java.
   *
   * @param javaHome the JDK whose classes documents see, and which runs them
   * @param javaOptions options for the JVM that runs them
   * @param classPath jars and directories that they see
   * @param patience how many times as long as usual others' code may take to show a value or to
   *     stop: 1, or more where a machine has too much to do
   * @param maven where libraries come from that documents ask for
   * @param trust says which documents may run, and have what they ask for
   * @param arguments what {@code main} gets, in documents that have one
   */
  public record Options(
      Path javaHome,
      List<String> javaOptions,
      List<Path> classPath,
      int patience,
      MavenPlaces maven,
      Trust trust,
      List<String> arguments) {
    /** Options for documents that may have all they ask for, from where Maven has it. */
    public Options(Path javaHome, List<String> javaOptions, List<Path> classPath, int patience) {
      this(javaHome, javaOptions, classPath, patience, MavenPlaces.ofUser(), Trust.ALL, List.of());
    }

    /** Returns the options that hold where nobody says otherwise: the JDK that runs this. */
    public static Options defaults() {
      return new Options(Path.of(System.getProperty("java.home")), List.of(), List.of(), 1);
    }

    /** Returns the same with more patience. */
    public Options patient(int times) {
      return new Options(javaHome, javaOptions, classPath, times, maven, trust, arguments);
    }

    /** Returns the same with libraries from elsewhere. */
    public Options with(MavenPlaces places) {
      return new Options(javaHome, javaOptions, classPath, patience, places, trust, arguments);
    }

    /** Returns the same for documents of which not all may run. */
    public Options with(Trust others) {
      return new Options(javaHome, javaOptions, classPath, patience, maven, others, arguments);
    }

    /** Returns the same with arguments for programs. */
    public Options calledWith(List<String> values) {
      return new Options(
          javaHome, javaOptions, classPath, patience, maven, trust, List.copyOf(values));
    }
  }

  /** Creates the language; no process starts before {@link #warmUp} or the first kernel. */
  public JavaLanguage(Options options) {
    analyzer = new JavaAnalyzer(options.arguments());
    Buffers buffers = new Buffers();
    BuildProblems buildProblems = new BuildProblems();
    WorkerOptions usual = WorkerOptions.standard();
    workers =
        new WorkerPool(
            new WorkerOptions(
                options.javaHome(),
                options.javaOptions(),
                options.classPath(),
                usual.limits().patient(options.patience())));
    List<Path> seen = seen(options.classPath());
    Platform described = new Platform(options.javaHome(), seen, options.javaOptions());
    classes = new PlatformClasses(described);
    compiler = new EcjCompiler(classes);
    PlatformImports imports = new PlatformImports(classes);
    standard =
        new JavaToolchain(
            classes,
            imports,
            compiler,
            JavaToolchain.assistant(analyzer, classes, imports, compiler, buffers::current),
            FollowedFiles.NONE,
            described.digest(),
            workers.options(),
            null);
    tools =
        new JavaPreparation.Tools(
            new JavaToolchains(standard, analyzer, compiler, seen, buffers::current),
            new Libraries(options.maven()),
            new Builds(new MavenProjects(options.maven()), new GradleProjects(options.maven())),
            new ClassPathFollower(),
            new JdkFinder(options.javaHome(), JdkFinder.usualFolders()),
            options.trust(),
            new Inclusion(directives, buffers, options.maven().cache().resolveSibling("files")),
            buildProblems);
    sources = new JavaSources(tools.toolchains(), directives, buffers, buildProblems);
  }

  /** Returns what code is compiled against: the user's class path, and the display API. */
  private static List<Path> seen(List<Path> classPath) {
    List<Path> all = new ArrayList<>(classPath);
    try {
      all.add(WorkerCode.display());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  @Override
  public Splitter splitter(String uri) {
    return JavaFile.isNamed(uri) ? programs : scripts;
  }

  @Override
  public Analyzer analyzer() {
    return analyzer;
  }

  @Override
  public ImportResolver imports() {
    return standard.imports();
  }

  @Override
  public CodeCompiler compiler() {
    return standard.compiler();
  }

  @Override
  public Assistant assistant() {
    return standard.assistant();
  }

  @Override
  public Digest platform() {
    return standard.platform();
  }

  @Override
  public Object process() {
    return standard.process();
  }

  @Override
  public List<Directive> directives(List<String> lines) {
    return directives.read(lines);
  }

  @Override
  public boolean asks(String uri, List<Directive> all) {
    if (!effectRules.isEmpty()
        || all.stream().anyMatch(directive -> ASKING.contains(directive.name()))) {
      return true;
    }
    Path file = JavaPreparation.file(uri);
    if (file != null && !extra.entries().isEmpty()) {
      return true;
    }
    return file != null && tools.trust().trusts(uri) && Builds.isInProject(file);
  }

  @Override
  public Toolchain lacking(Toolchain present, String reason) {
    return (present instanceof JavaToolchain own ? own : standard).lacking(reason);
  }

  @Override
  public void setLibraries(List<String> entries, List<Path> roots) {
    extra = new ExtraClassPath(entries, roots);
  }

  @Override
  public void setEffectRules(List<String> rules) {
    effectRules = List.copyOf(rules);
  }

  @Override
  public Preparation prepare(
      String uri, List<Directive> all, Consumer<Preparation.Event> listener) {
    JavaPreparation preparation =
        new JavaPreparation(tools, extra, effectRules, uri, all, listener);
    preparation.start();
    return preparation;
  }

  @Override
  public void begin() {
    if (!used.compareAndSet(false, true)) {
      throw new IllegalStateException("another workspace uses this language");
    }
  }

  @Override
  public void end() {
    used.set(false);
  }

  /** Starts a worker in the background, ahead of its use, and loads what reads documents. */
  @Override
  public void warmUp() {
    workers.warmUp();
    Future<?> unused =
        CompletableFuture.runAsync(() -> analyzer.analyze(Role.SCRIPT, List.of("int a = 1;")));
  }

  @Override
  public boolean countsInOrder(Directive mention) {
    return UsedSources.takesIn(mention);
  }

  @Override
  public List<Directive> mentions(Role role, List<String> lines) {
    return sources.mentions(role, lines);
  }

  @Override
  public @Nullable Following follow(
      String uri,
      Toolchain base,
      Toolchain present,
      List<Directive> mentions,
      Consumer<Following.Found> listener) {
    JavaToolchain seen = base instanceof JavaToolchain own ? own : standard;
    return tools.trust().trusts(uri)
        ? sources.follow(uri, seen, present, mentions, listener)
        : null;
  }

  @Override
  public OtherFiles otherFiles() {
    return sources;
  }

  @Override
  public JvmKernel startKernel(Kernel.Listener listener) {
    return new JvmKernel(workers, compiler, listener);
  }

  /** Returns what has been sent to workers so far. */
  public WorkerTraffic traffic() {
    return workers.traffic();
  }

  @Override
  public void close() {
    tools.follower().close();
    sources.close();
    workers.close();
    classes.close();
  }
}
