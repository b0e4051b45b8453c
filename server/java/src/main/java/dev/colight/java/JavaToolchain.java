package dev.colight.java;

import dev.colight.cache.Digest;
import dev.colight.execution.Assistant;
import dev.colight.execution.CodeCompiler;
import dev.colight.execution.FollowedFiles;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Analyzer;
import dev.colight.graph.ImportResolver;
import dev.colight.java.assist.JavaAssistant;
import dev.colight.java.assist.SourceFiles;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.EcjCompiler;
import dev.colight.java.compile.Platform;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.PlatformImports;
import dev.colight.java.compile.TypeIndex;
import dev.colight.java.kernel.WorkerOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a document's Java is compiled against and run with.
 *
 * @param classes what code sees
 * @param platform digest of the JDK and its options; libraries go into keys by what uses them
 * @param files what there is to know of the sources that it uses
 * @param process what its workers are started with
 * @param bare the same without libraries, null where this is that
 */
record JavaToolchain(
    PlatformClasses classes,
    ImportResolver imports,
    CodeCompiler compiler,
    Assistant assistant,
    FollowedFiles files,
    Digest platform,
    WorkerOptions process,
    @Nullable JavaToolchain bare)
    implements Toolchain {

  @Override
  public List<String> libraries() {
    return process.classPath().stream().map(Path::toString).toList();
  }

  /**
   * Returns help with code that sees some classes, of which a compiler keeps the code.
   *
   * @param texts has the text of a file as it is now, or null where there is none
   */
  static Assistant assistant(
      Analyzer analyzer,
      PlatformClasses classes,
      PlatformImports imports,
      EcjCompiler compiler,
      Function<Path, @Nullable String> texts) {
    Platform platform = classes.platform();
    return new JavaAssistant(
        analyzer,
        new CodeProbe(classes, compiler),
        imports,
        new TypeIndex(classes, imports),
        new SourceFiles(
            platform.javaHome(),
            platform.classPath(),
            classes::moduleOf,
            classes.sources(),
            texts));
  }

  /** Returns this, in want of something that is on its way. */
  JavaToolchain awaiting(String reason) {
    ImportResolver known = imports instanceof LackingImports lacking ? lacking.rest() : imports;
    return new JavaToolchain(
        classes,
        new LackingImports(known, reason),
        compiler,
        assistant,
        files,
        platform,
        process,
        bare);
  }

  /** Returns this without libraries; a process that has them may go on. */
  JavaToolchain lacking(String reason) {
    JavaToolchain rest = bare == null ? this : bare;
    ImportResolver known =
        rest.imports instanceof LackingImports lacking ? lacking.rest() : rest.imports;
    return new JavaToolchain(
        rest.classes,
        new LackingImports(known, reason),
        rest.compiler,
        rest.assistant,
        rest.files,
        platform,
        process,
        rest);
  }
}
