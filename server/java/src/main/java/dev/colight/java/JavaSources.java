package dev.colight.java;

import static dev.colight.execution.Language.LIBRARIES_COME;

import dev.colight.document.Role;
import dev.colight.execution.Following;
import dev.colight.execution.OtherFiles;
import dev.colight.execution.Preparation;
import dev.colight.execution.Toolchain;
import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.graph.ImportResolver;
import dev.colight.graph.Problem;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.SourceProblem;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Inclusions;
import dev.colight.java.sources.Buffers;
import dev.colight.java.sources.Codebases;
import dev.colight.java.sources.Mention;
import dev.colight.java.sources.OwnPackage;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
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
  }

  /** Returns what lines of a document say of sources: names that may be theirs, directives. */
  List<Directive> mentions(Role role, List<String> lines) {
    List<Directive> found = new ArrayList<>(Mention.read(lines));
    if (role != Role.SCRIPT) {
      found.addAll(OwnPackage.read(lines));
    }
    reader.read(lines).stream().filter(JavaSources::takesIn).forEach(found::add);
    return found;
  }

  private static boolean takesIn(Directive directive) {
    return Inclusions.anySources(List.of(directive));
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
      Consumer<Preparation.Event> listener) {
    Path file = file(uri);
    List<Directive> taking = mentioned.stream().filter(JavaSources::takesIn).toList();
    OwnPackage home = OwnPackage.of(mentioned);
    List<Mention> wanted =
        mentioned.stream()
            .filter(directive -> !takesIn(directive))
            .map(directive -> mention(directive, home))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    if (file == null || (wanted.isEmpty() && taking.isEmpty())) {
      return null;
    }
    JavaToolchain known =
        present instanceof JavaToolchain own && own.classes().isOver(base.classes()) ? own : base;
    String packageName = home.name().replace('.', '/');
    JavaToolchain meanwhile =
        (known.classes().home().equals(packageName)
                ? known
                : toolchains.with(base, SourceClasses.NONE, packageName))
            .awaiting(WAITS);
    Codebases.Follower follower =
        codebases.follow(
            file,
            base.classes(),
            !LIBRARIES_COME.equals(base.imports().lack()),
            wanted,
            home.isUnnamed() && mentioned.stream().anyMatch(OwnPackage::isAbout),
            taking,
            reader,
            update -> listener.accept(ready(base, mentioned, home, update)));
    return new Following() {
      @Override
      public Toolchain meanwhile() {
        return meanwhile;
      }

      @Override
      public void close() {
        follower.close();
      }
    };
  }

  /** What the JDK has is nobody else's; what has been compiled may have sources all the same. */
  private boolean isUnknown(String name) {
    ImportResolver platform = toolchains.standard().imports();
    return platform.problem(name) != null && platform.problem("static " + name) != null;
  }

  /** Returns what a directive mentions that may be in a source, or null. */
  private @Nullable Mention mention(Directive directive, OwnPackage own) {
    if (!OwnPackage.isAbout(directive)) {
      return isUnknown(directive.value()) ? Mention.of(directive) : null;
    }
    if (!own.mayHave(directive)) {
      return null;
    }
    // What all know may still be in a file of its name; nobody looks further for it.
    boolean known = !isUnknown("java.lang." + directive.value());
    return new Mention(own.name() + "." + directive.value(), false, own.isUnnamed() || known);
  }

  private Preparation.Event ready(
      JavaToolchain base, List<Directive> mentioned, OwnPackage own, Codebases.Update update) {
    List<DirectiveProblem> problems = new ArrayList<>();
    int scripts = 0;
    for (int i = 0; i < mentioned.size(); i++) {
      String note =
          takesIn(mentioned.get(i))
              ? update.inScripts().get(scripts++)
              : update.notes().get(mention(mentioned.get(i), own));
      if (note != null) {
        problems.add(
            new DirectiveProblem(i, DirectiveProblem.WHOLE, Problem.Severity.WARNING, note));
      }
    }
    return new Preparation.Event.Ready(
        toolchains.with(base, update.classes(), own.name().replace('.', '/')), problems);
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
