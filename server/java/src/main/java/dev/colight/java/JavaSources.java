package dev.colight.java;

import static dev.colight.execution.Language.LIBRARIES_COME;

import dev.colight.document.Role;
import dev.colight.execution.Following;
import dev.colight.execution.OtherFiles;
import dev.colight.execution.Toolchain;
import dev.colight.execution.WorkspaceNames;
import dev.colight.graph.Directive;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.Problem;
import dev.colight.java.assist.SharedNames;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.SourceProblem;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.sources.Buffers;
import dev.colight.java.sources.Codebases;
import dev.colight.java.sources.Mention;
import dev.colight.java.sources.OwnPackage;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The workspace's own sources as documents see them: classes before those of libraries. */
final class JavaSources implements OtherFiles, AutoCloseable {
  private static final String WAITS = "waits for the sources that the document uses";

  private final JavaToolchains toolchains;
  private final DirectiveReader reader;
  private final Codebases codebases;
  private final SharedNames names;
  private final BuildProblems buildProblems;

  /**
   * Creates them.
   *
   * @param reader reads the directives of sources
   * @param buildProblems what there is to tell of other files
   */
  JavaSources(
      JavaToolchains toolchains,
      DirectiveReader reader,
      Buffers buffers,
      BuildProblems buildProblems) {
    this.buildProblems = buildProblems;
    this.toolchains = toolchains;
    this.reader = reader;
    this.codebases = new Codebases(buffers);
    this.names = new SharedNames(codebases::seen, buffers::current);
  }

  /** Returns what lines of a document say of sources: names that may be theirs, directives. */
  List<Directive> mentions(Role role, List<String> lines) {
    List<Directive> found = new ArrayList<>(Mention.read(lines));
    if (role != Role.SCRIPT) {
      found.addAll(OwnPackage.read(lines));
    }
    reader.read(lines).stream().filter(UsedSources::takesIn).forEach(found::add);
    return found;
  }

  /**
   * Follows the sources that a document uses.
   *
   * @param present goes on to serve until they are there, if it is the same but for sources
   */
  @Nullable Following follow(
      String uri,
      JavaToolchain base,
      Toolchain present,
      List<Directive> mentioned,
      Consumer<Following.Found> listener) {
    Path file = file(uri);
    JavaToolchain known =
        present instanceof JavaToolchain own && own.classes().isOver(base.classes()) ? own : base;
    String packageName = OwnPackage.of(mentioned).name().replace('.', '/');
    JavaToolchain meanwhile =
        (known.classes().home().equals(packageName)
                ? known
                : toolchains.with(base, SourceClasses.NONE, packageName))
            .awaiting(WAITS);
    UsedSources used = new UsedSources(mentioned, this::isUnknown, meanwhile);
    if (file == null || used.isEmpty()) {
      return null;
    }
    used.followedBy(
        codebases.follow(
            file,
            base.classes(),
            !LIBRARIES_COME.equals(base.imports().lack()),
            used.use(),
            reader,
            update ->
                listener.accept(
                    new Following.Found(
                        toolchains.with(base, update.classes(), packageName),
                        used.warnings(update)))));
    return used;
  }

  /** What the JDK has is nobody else's; what has been compiled may have sources all the same. */
  private boolean isUnknown(String name) {
    ImportResolver platform = toolchains.standard().imports();
    return platform.problem(name) != null && platform.problem("static " + name) != null;
  }

  @Override
  public void edited(String uri, String text) {
    Path file = file(uri);
    if (file != null) {
      codebases.edited(file, text);
    }
  }

  @Override
  public void closed(String uri) {
    Path file = file(uri);
    if (file != null) {
      codebases.closed(file);
    }
  }

  @Override
  public void changedOnDisk() {
    codebases.look();
  }

  @Override
  public void setRoots(List<String> folders) {
    codebases.setRoots(folders.stream().map(Path::of).toList());
  }

  @Override
  public WorkspaceNames names() {
    return names;
  }

  @Override
  public void listen(BiConsumer<String, List<FileProblem>> listener) {
    buildProblems.listen(listener);
    Set<Path> told = new HashSet<>();
    codebases.tellProblems(
        found -> {
          Set<Path> cured = new HashSet<>(told);
          found.forEach(
              (file, problems) -> {
                if (!problems.isEmpty() || cured.contains(file)) {
                  listener.accept(file.toUri().toString(), shown(problems));
                }
                cured.remove(file);
                told.remove(file);
                if (!problems.isEmpty()) {
                  told.add(file);
                }
              });
          cured.forEach(file -> listener.accept(file.toUri().toString(), List.of()));
          told.removeAll(cured);
        });
  }

  private static List<FileProblem> shown(List<SourceProblem> problems) {
    return problems.stream()
        .filter(problem -> problem.severity() == Problem.Severity.ERROR)
        .map(problem -> new FileProblem(problem.severity(), problem.message(), problem.range()))
        .toList();
  }

  private static @Nullable Path file(String uri) {
    try {
      return Path.of(URI.create(uri));
    } catch (RuntimeException e) {
      return null; // in no file of this machine
    }
  }

  @Override
  public void close() {
    codebases.close();
  }
}
