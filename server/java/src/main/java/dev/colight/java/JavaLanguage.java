package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.document.Splitter;
import dev.colight.execution.Assistant;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.Kernel;
import dev.colight.execution.Language;
import dev.colight.graph.Analyzer;
import dev.colight.graph.ImportResolver;
import dev.colight.java.analysis.JavaAnalyzer;
import dev.colight.java.assist.JavaAssistant;
import dev.colight.java.assist.SourceFiles;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.EcjCompiler;
import dev.colight.java.compile.Platform;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.TypeIndex;
import dev.colight.java.kernel.JvmKernel;
import dev.colight.java.kernel.WorkerCode;
import dev.colight.java.kernel.WorkerOptions;
import dev.colight.java.kernel.WorkerPool;
import dev.colight.java.split.JavaSplitter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java as a language of live documents: puts the parts together, for one platform. */
public final class JavaLanguage implements Language, AutoCloseable {
  private final Splitter splitter = new JavaSplitter();
  private final Analyzer analyzer = new JavaAnalyzer();
  private final PlatformClasses classes;
  private final PlatformImports imports;
  private final EcjCompiler compiler;
  private final Assistant assistant;
  private final WorkerPool workers;
  private final Digest platform;

  /**
   * How to run Java.
   *
   * @param javaHome the JDK whose classes documents see, and which runs them
   * @param javaOptions options for the JVM that runs them
   * @param classPath jars and directories that they see
   * @param patience how many times as long as usual others' code may take to show a value or to
   *     stop: 1, or more where a machine has too much to do
   */
  public record Options(
      Path javaHome, List<String> javaOptions, List<Path> classPath, int patience) {
    /** Returns the options that hold where nobody says otherwise: the JDK that runs this. */
    public static Options defaults() {
      return new Options(Path.of(System.getProperty("java.home")), List.of(), List.of(), 1);
    }

    /** Returns the same with more patience. */
    public Options patient(int times) {
      return new Options(javaHome, javaOptions, classPath, times);
    }
  }

  /** Creates the language; a worker starts in the background, ahead of its use. */
  public JavaLanguage(Options options) {
    WorkerOptions standard = WorkerOptions.standard();
    workers =
        new WorkerPool(
            new WorkerOptions(
                options.javaHome(),
                options.javaOptions(),
                options.classPath(),
                standard.limits().patient(options.patience())));
    Platform described =
        new Platform(options.javaHome(), seen(options.classPath()), options.javaOptions());
    classes = new PlatformClasses(described);
    imports = new PlatformImports(classes);
    compiler = new EcjCompiler(classes);
    assistant =
        new JavaAssistant(
            analyzer,
            new CodeProbe(classes, compiler),
            imports,
            new TypeIndex(classes, imports),
            new SourceFiles(options.javaHome(), options.classPath(), classes::moduleOf));
    platform = described.digest();
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
  public Splitter splitter() {
    return splitter;
  }

  @Override
  public Analyzer analyzer() {
    return analyzer;
  }

  @Override
  public ImportResolver imports() {
    return imports;
  }

  @Override
  public CodeCompiler compiler() {
    return compiler;
  }

  @Override
  public Assistant assistant() {
    return assistant;
  }

  @Override
  public Digest platform() {
    return platform;
  }

  @Override
  public Kernel startKernel(Kernel.Listener listener) {
    return new JvmKernel(workers, compiler, listener);
  }

  @Override
  public void close() {
    workers.close();
    classes.close();
  }
}
