package dev.colight.java;

import dev.colight.execution.Preparation;
import dev.colight.graph.Directive;
import dev.colight.graph.DirectiveProblem;
import dev.colight.java.dependencies.Libraries;
import dev.colight.java.dependencies.Library;
import dev.colight.java.dependencies.Resolved;
import dev.colight.java.dependencies.Watch;
import dev.colight.java.directives.Requirements;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes ready what one document asks for: a JDK, options, libraries. */
final class JavaPreparation implements Preparation, Watch {
  private static final Logger LOG = Logger.getLogger(JavaPreparation.class.getName());

  private final String uri;
  private final List<Directive> directives;
  private final Consumer<Event> listener;
  private volatile boolean cancelled;

  JavaPreparation(String uri, List<Directive> directives, Consumer<Event> listener) {
    this.uri = uri;
    this.directives = directives;
    this.listener = listener;
  }

  /** What there is to prepare with. */
  record Tools(
      JavaToolchains toolchains, Libraries libraries, JdkFinder jdks, Permission permission) {}

  @Override
  public void close() {
    cancelled = true;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public void progress(String message) {
    tell(new Event.Progress(message));
  }

  /** Does all of it, which may take its time. */
  void run(Tools tools) {
    try {
      tell(prepare(tools));
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

  private Event prepare(Tools tools) {
    if (!tools.permission().allows(uri)) {
      return failed("nothing is fetched for a document in a folder that is not trusted", List.of());
    }
    Requirements wanted = Requirements.of(directives, folder(uri));
    if (!wanted.isSound()) {
      return failed(null, wanted.problems());
    }
    Path jdk = tools.jdks().find(wanted.javaVersion());
    if (jdk == null) {
      return failed(null, List.of(noJdk(wanted)));
    }
    Resolved resolved = tools.libraries().find(wanted, this);
    if (resolved instanceof Resolved.Failed failed) {
      return failed(null, failed.problems());
    }
    List<Library> libraries = ((Resolved.Found) resolved).libraries();
    List<String> options = new ArrayList<>(wanted.javaOptions());
    if (wanted.preview() && !options.contains("--enable-preview")) {
      options.add("--enable-preview");
    }
    return new Event.Ready(tools.toolchains().of(jdk, options, libraries), List.of());
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
}
