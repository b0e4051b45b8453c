package dev.colight.java;

import dev.colight.execution.Preparation;
import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.graph.FileProblem;
import dev.colight.graph.Problem;
import dev.colight.java.dependencies.Libraries;
import dev.colight.java.dependencies.Library;
import dev.colight.java.dependencies.ProjectModel;
import dev.colight.java.dependencies.Resolved;
import dev.colight.java.dependencies.Watch;
import dev.colight.java.dependencies.Written;
import dev.colight.java.directives.Inclusions;
import dev.colight.java.directives.Requirements;
import dev.colight.java.effects.EffectRules;
import dev.colight.java.kernel.Daemons;
import dev.colight.java.project.Builds;
import dev.colight.java.project.ClassPathFollower;
import dev.colight.java.project.ExtraClassPath;
import dev.colight.trust.Trust;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes ready what one document asks for, and what it gets from the project that it lies in: a JDK,
 * options, libraries, classes. Follows the project from there on.
 */
final class JavaPreparation implements Preparation, Watch {
  private static final Logger LOG = Logger.getLogger(JavaPreparation.class.getName());

  private final String uri;
  private final List<Directive> directives;
  private final Consumer<Event> listener;
  private final Tools tools;
  private final ExtraClassPath extra;
  private final List<String> effectRules;
  private volatile boolean cancelled;

  /** The build as it was when it could last be read; owned by the thread that prepares. */
  private volatile @Nullable ProjectModel project;

  /** When the present attempt began; owned by the thread that prepares. */
  private volatile Instant begun = Instant.MIN;

  /** The files that say what the build is; owned by the thread that prepares. */
  private volatile Set<Path> described = Set.of();

  /** Whether it is told of changes of what it has read; owned by the thread that prepares. */
  private volatile boolean follows;

  JavaPreparation(
      Tools tools,
      ExtraClassPath extra,
      List<String> effectRules,
      String uri,
      List<Directive> directives,
      Consumer<Event> listener) {
    this.tools = tools;
    this.extra = extra;
    this.effectRules = effectRules;
    this.uri = uri;
    this.directives = directives;
    this.listener = listener;
  }

  /** What there is to prepare with. */
  record Tools(
      JavaToolchains toolchains,
      Libraries libraries,
      Builds builds,
      ClassPathFollower follower,
      JdkFinder jdks,
      Trust trust,
      Inclusion inclusion,
      BuildProblems buildProblems) {}

  @Override
  public void close() {
    cancelled = true;
    tools.follower().forget(this);
    tools.buildProblems().put(this, List.of());
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void progress(String message) {
    tell(new Event.Progress(message));
  }

  /** Begins, on a thread of its own: all of it may take its time. */
  void start() {
    Daemons.start("colight-libraries", this::run);
  }

  private void run() {
    try {
      tell(prepare());
    } catch (RuntimeException | LinkageError e) {
      LOG.log(Level.SEVERE, "libraries could not be prepared", e);
      tell(failed("the libraries cannot be had: " + e, List.of()));
    }
  }

  private void tell(Event event) {
    if (!cancelled) {
      listener.accept(event);
    }
  }

  private Event prepare() {
    if (!tools.trust().trusts(uri)) {
      return failed("nothing is fetched for a document that is not trusted", List.of());
    }
    Path document = file(uri);
    Asked asked = tools.inclusion().find(directives, document);
    follows = false;
    begun = Instant.now();
    described = Set.of();
    Event event = prepare(asked, document);
    if (event instanceof Event.Failed failed) {
      if (!follows && !(asked.state().isEmpty() && described.isEmpty())) {
        // Whatever is missing: once the build says something else it may be there.
        follow(asked, described, ClassPathFollower.State.of(described, Set.of()), Set.of());
      }
      return new Event.Failed(failed.reason(), asked.atOwn(failed.problems()));
    } else if (event instanceof Event.Ready ready) {
      return new Event.Ready(ready.toolchain(), asked.atOwn(ready.problems()));
    }
    return event;
  }

  private Event prepare(Asked asked, @Nullable Path document) {
    Requirements wanted = Requirements.of(asked.all(), folder(uri));
    if (!wanted.isSound()) {
      return failed(null, wanted.problems());
    }
    List<DirectiveProblem> problems = new ArrayList<>(wanted.problems());
    problems.addAll(asked.included().problems());
    ProjectModel.Outcome outcome = document == null ? null : tools.builds().read(document, this);
    tellBuild(outcome);
    Set<Path> read = Set.of();
    if (outcome instanceof ProjectModel.Outcome.Found found) {
      project = found.model();
      described = found.model().files();
    } else if (outcome instanceof ProjectModel.Outcome.Failed failed) {
      // What was right before goes on, for as long as somebody mends it.
      boolean set = document != null && !extra.find(document).paths().isEmpty();
      problems.add(
          DirectiveProblem.outside(
              set ? Problem.Severity.WARNING : Problem.Severity.ERROR, failed.reason()));
      read = failed.files();
      described = read;
      if (project == null && !set) {
        return failed("the libraries of the project cannot be had: " + failed.reason(), problems);
      }
    }
    Path jdk = jdk(wanted, problems);
    if (jdk == null) {
      return failed(null, List.of(noJdk(wanted)));
    }
    Resolved resolved = tools.libraries().find(wanted, this);
    if (resolved instanceof Resolved.Failed failed) {
      problems.addAll(failed.problems());
      return failed(null, problems);
    }
    List<String> options = new ArrayList<>(wanted.javaOptions());
    if (wanted.preview() && !options.contains("--enable-preview")) {
      options.add("--enable-preview");
    }
    try {
      List<Library> libraries = new ArrayList<>(((Resolved.Found) resolved).libraries());
      int island = libraries.stream().mapToInt(Library::island).max().orElse(0) + 1;
      Library files = tools.inclusion().folder(asked.included().resources(), island);
      if (files != null) {
        libraries.add(0, files);
      }
      JavaToolchains.Options all =
          new JavaToolchains.Options(
              options, wanted.compilerOptions(), effectRules, files == null ? "" : files.content());
      return ready(jdk, all, libraries, asked, read, problems);
    } catch (IOException e) {
      problems.add(DirectiveProblem.outside(Problem.Severity.ERROR, String.valueOf(e)));
      return failed("the classes of the project cannot be read: " + e, problems);
    }
  }

  private Event ready(
      Path jdk,
      JavaToolchains.Options options,
      List<Library> libraries,
      Asked asked,
      Set<Path> read,
      List<DirectiveProblem> problems)
      throws IOException {
    Path document = file(uri);
    ExtraClassPath.Found more =
        (document == null ? ExtraClassPath.NONE : extra)
            .find(document == null ? folder(uri) : document);
    for (String entry : more.missing()) {
      problems.add(
          DirectiveProblem.outside(
              Problem.Severity.WARNING,
              "`" + entry + "`, which settings add to the class path, is not there"));
    }
    for (String problem : EffectRules.problems(effectRules)) {
      problems.add(
          DirectiveProblem.outside(
              Problem.Severity.ERROR, problem + " (in the setting `colight.effectRules`)"));
    }
    Set<Path> files = new HashSet<>(read);
    files.addAll(asked.resources());
    SeenClassPath seen = SeenClassPath.of(libraries, more, project, files);
    if (!seen.files().isEmpty() || !seen.folders().isEmpty() || Inclusions.any(directives)) {
      follow(asked, seen.files(), seen.before(), seen.folders().keySet());
    }
    JavaToolchains.Options all = options.withFiles(seen.resources());
    return new Event.Ready(
        tools.toolchains().of(jdk, all, seen.entries(), seen.folders()), problems);
  }

  /** Has what is wrong with a build shown in the files that describe it. */
  private void tellBuild(ProjectModel.@Nullable Outcome outcome) {
    List<FileProblem> found = List.of();
    if (outcome instanceof ProjectModel.Outcome.Found read) {
      found = read.model().problems();
    } else if (outcome instanceof ProjectModel.Outcome.Failed failed) {
      found = failed.problems();
    }
    tools.buildProblems().put(this, found);
    if (cancelled) {
      tools.buildProblems().put(this, List.of());
    }
  }

  /** Begins anew once one of these has changed, or where one has while it was read. */
  private void follow(
      Asked asked, Set<Path> files, ClassPathFollower.State before, Set<Path> folders) {
    follows = true;
    Set<String> meanwhile =
        Written.since(begun, described).stream()
            .map(file -> file + " was written while it was read")
            .collect(Collectors.toSet());
    tools
        .follower()
        .follow(
            this,
            files,
            folders,
            () -> tools.inclusion().find(directives, file(uri)).state(),
            before.with(asked.state()).with(meanwhile),
            this::start);
    if (cancelled) {
      tools.follower().forget(this);
    }
  }

  /** Returns the JDK that a document asks for, or that its project is made for. */
  private @Nullable Path jdk(Requirements wanted, List<DirectiveProblem> problems) {
    ProjectModel model = project;
    if (wanted.javaVersion() != null || model == null || model.release() == 0) {
      return tools.jdks().find(wanted.javaVersion());
    }
    Requirements.Version release = new Requirements.Version(model.release(), true, 0);
    Path found = tools.jdks().find(release);
    if (found == null) {
      problems.add(
          DirectiveProblem.outside(
              Problem.Severity.WARNING,
              model.name()
                  + " is made for Java "
                  + model.release()
                  + ", and there is no such JDK on this machine"));
      return tools.jdks().find(null);
    }
    return found;
  }

  private static DirectiveProblem noJdk(Requirements wanted) {
    Requirements.Version version = wanted.javaVersion();
    int directive = version == null ? 0 : version.directive();
    String message =
        version != null && version.feature() < JdkFinder.OLDEST && !version.open()
            ? "documents run on Java " + JdkFinder.OLDEST + " or newer"
            : "there is no JDK " + version + " on this machine";
    return DirectiveProblem.error(directive, DirectiveProblem.WHOLE, message);
  }

  private static Event failed(@Nullable String reason, List<DirectiveProblem> problems) {
    String why =
        reason != null
            ? reason
            : "the libraries cannot be had: "
                + (problems.isEmpty() ? "nobody knows why" : problems.get(0).message());
    return new Event.Failed(why, problems);
  }

  /** Returns the folder of a document; of one that is in no file, the present one. */
  static Path folder(String uri) {
    try {
      Path parent = Path.of(URI.create(uri)).getParent();
      return parent == null ? Path.of("").toAbsolutePath() : parent;
    } catch (RuntimeException e) {
      return Path.of("").toAbsolutePath();
    }
  }

  /** Returns the file of a document, or null where it is in none. */
  static @Nullable Path file(String uri) {
    try {
      return uri.startsWith("file:") ? Path.of(URI.create(uri)) : null;
    } catch (RuntimeException e) {
      return null;
    }
  }
}
