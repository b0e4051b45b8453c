package dev.colight.java.sources;

import dev.colight.graph.Directive;
import dev.colight.java.compile.PlatformClasses;
import dev.colight.java.compile.SourceClasses;
import dev.colight.java.compile.SourceCompiler;
import dev.colight.java.compile.SourceProblem;
import dev.colight.java.compile.SourceSet;
import dev.colight.java.directives.DirectiveReader;
import dev.colight.java.directives.Inclusions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The sources of the workspace, for the documents that use them. One thread does all the work; what
 * can be called from any other returns at once.
 */
public final class Codebases implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Codebases.class.getName());
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** The share of the time that looking at the disk may take, one in this many. */
  private static final int LOOK_SHARE = 20;

  private final Buffers buffers;
  private final ScheduledExecutorService thread;
  private final AtomicBoolean lookWanted = new AtomicBoolean();
  private final AtomicBoolean updateWanted = new AtomicBoolean();

  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();

  /** Owned by the thread, as is what follows. */
  private final Map<Place, Project> projects = new HashMap<>();

  private Consumer<Map<Path, List<SourceProblem>>> problems = found -> {};
  private List<Path> setRoots = List.of();
  private boolean ticking;

  /** What the last look at the disk took, without what came of it. */
  private Duration lastLook = Duration.ZERO;

  /** What documents share that see the same sources, and compile them against the same classes. */
  private record Place(
      List<Path> roots, PlatformClasses platform, boolean complete, @Nullable Scripts scripts) {}

  private static final class Project {
    final SourceTree tree;
    final Codebase codebase;
    final List<Follower> followers = new ArrayList<>();

    Project(Place place, Buffers buffers) {
      tree = new SourceTree(place.roots, buffers, System::nanoTime, place.scripts);
      codebase = new Codebase(tree, new SourceCompiler(place.platform));
    }
  }

  /** Creates an empty one, for who has these files open. */
  public Codebases(Buffers buffers) {
    this.buffers = buffers;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "colight-sources");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * What a document is told of the sources that it uses.
   *
   * @param notes by what the document mentions: what is wrong with what it leads to
   * @param inScripts by number of a directive: the same of the sources that it takes in
   */
  public record Update(
      SourceClasses classes, Map<Mention, String> notes, Map<Integer, String> inScripts) {}

  /**
   * What a document uses of sources.
   *
   * @param home its own package
   * @param mentions returns what it mentions, as it is then; called on another thread
   * @param beside whether it sees the sources in its folder that are of no package
   * @param taking its directives that take in sources
   */
  public record Use(
      OwnPackage home, Supplier<Set<Mention>> mentions, boolean beside, List<Directive> taking) {}

  /** A document that uses sources, until it is closed. */
  public final class Follower implements AutoCloseable {
    private final Path document;
    private final Path folder;
    private final PlatformClasses platform;
    private final boolean complete;
    private final Use use;
    private final @Nullable Scripts scripts;
    private final Consumer<Update> listener;
    private Set<Mention> mentions = Set.of();
    private List<Path> open = List.of();
    private @Nullable Project project;
    private @Nullable Update told;
    private volatile boolean closed;

    /** Where it looks for sources, once known. */
    private volatile @Nullable List<Path> roots;

    /** Simple names of the types that there may be in the document's package, once known. */
    private volatile @Nullable Set<String> types;

    private Follower(
        Path document,
        PlatformClasses platform,
        boolean complete,
        Use use,
        @Nullable Scripts scripts,
        Consumer<Update> listener) {
      this.document = document;
      this.folder = Objects.requireNonNullElse(document.getParent(), document);
      this.scripts = scripts;
      this.platform = platform;
      this.complete = complete;
      this.use = use;
      this.listener = listener;
    }

    /** Tells whether a simple name may lead to a source, as far as is known. */
    public boolean mayLead(String name) {
      Set<String> known = types;
      return known == null || known.contains(name);
    }

    /** Notes that the document mentions something else than before. */
    public void namesChanged() {
      post(() -> readAgain(this));
    }

    @Override
    public void close() {
      closed = true;
      followers.remove(this);
      post(() -> drop(this));
    }
  }

  /**
   * Has the sources compiled that a document uses, now and whenever they change.
   *
   * @param document its file
   * @param platform what the sources are compiled against; must stay open
   * @param complete whether that is all there should be: else nobody is told what does not compile
   * @param reader reads the directives of the sources that it takes in
   * @param listener told of the classes, on another thread: at least once, and again when they or
   *     what is wrong with them have changed
   */
  public Follower follow(
      Path document,
      PlatformClasses platform,
      boolean complete,
      Use use,
      DirectiveReader reader,
      Consumer<Update> listener) {
    Scripts scripts =
        use.taking().isEmpty() && !use.beside()
            ? null
            : new Scripts(document, use.beside(), use.taking(), reader);
    Follower follower = new Follower(document, platform, complete, use, scripts, listener);
    post(() -> begin(follower));
    return follower;
  }

  /**
   * Returns, by document, all sources that it sees as they are now, whether it uses them or not.
   */
  public Map<Path, SourceSet> seen() {
    Map<Path, SourceSet> seen = new TreeMap<>();
    SourceWalk walk = new SourceWalk();
    for (Follower follower : followers) {
      List<Path> roots = follower.roots;
      if (roots != null && !follower.closed) {
        seen.put(
            follower.document,
            new SeenSources(roots, follower.platform, follower.scripts, buffers, walk));
      }
    }
    return seen;
  }

  /** Notes what an editor has in a file. */
  public void edited(Path file, String text) {
    buffers.put(file, text);
    if (updateWanted.compareAndSet(false, true)) {
      post(
          () -> {
            updateWanted.set(false);
            projects.values().forEach(project -> project.tree.buffersChanged());
            updateAll();
          });
    }
  }

  /** Notes that no editor has a file open any more. */
  public void closed(Path file) {
    buffers.remove(file);
    look();
  }

  /** Looks at the disk soon: something has changed there. */
  public void look() {
    if (lookWanted.compareAndSet(false, true)) {
      post(
          () -> {
            lookWanted.set(false);
            lookAtAll();
          });
    }
  }

  /** Sets the roots of all documents; none leaves it to what is found. */
  public void setRoots(List<Path> roots) {
    post(
        () -> {
          if (!setRoots.equals(roots)) {
            setRoots = List.copyOf(roots);
            List<Follower> all = new ArrayList<>();
            projects.values().forEach(project -> all.addAll(project.followers));
            all.forEach(this::drop);
            all.forEach(this::begin);
          }
        });
  }

  /** Says who hears what is wrong with sources: of each file that is used, all of it. */
  public void tellProblems(Consumer<Map<Path, List<SourceProblem>>> listener) {
    post(() -> problems = listener);
  }

  private void begin(Follower follower) {
    if (follower.closed) {
      return;
    }
    List<Path> roots = SourceRoots.of(follower.folder, setRoots);
    follower.roots = roots;
    followers.add(follower);
    follower.open = SourceRoots.withoutTests(roots, follower.folder);
    Place place = new Place(roots, follower.platform, follower.complete, follower.scripts);
    Project project = projects.computeIfAbsent(place, p -> new Project(p, buffers));
    follower.project = project;
    follower.mentions = follower.use.mentions().get();
    project.followers.add(follower);
    update(project);
    if (!ticking) {
      ticking = true;
      tick(BETWEEN_LOOKS);
    }
  }

  private void readAgain(Follower follower) {
    Project project = follower.project;
    if (project != null) {
      follower.mentions = follower.use.mentions().get();
      update(project);
      tell(follower, project);
    }
  }

  private void drop(Follower follower) {
    followers.remove(follower);
    Project project = follower.project;
    if (project != null) {
      project.followers.remove(follower);
      follower.project = null;
    }
  }

  /** A project that nobody follows any more is kept as long as another document is opened in it. */
  private void tick(Duration after) {
    try {
      var unused =
          thread.schedule(
              () -> {
                guarded(this::lookAtAll);
                projects.values().removeIf(project -> project.followers.isEmpty());
                ticking = !projects.isEmpty();
                if (ticking) {
                  Duration slow = lastLook.multipliedBy(LOOK_SHARE);
                  tick(slow.compareTo(BETWEEN_LOOKS) > 0 ? slow : BETWEEN_LOOKS);
                }
              },
              after.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "sources are not followed any more", e);
    }
  }

  private void lookAtAll() {
    long before = System.nanoTime();
    projects.values().forEach(project -> project.tree.look());
    lastLook = Duration.ofNanos(System.nanoTime() - before);
    updateAll();
  }

  private void updateAll() {
    List.copyOf(projects.values()).forEach(this::update);
  }

  private void update(Project project) {
    Set<Path> wanted = new TreeSet<>();
    for (Follower follower : project.followers) {
      wanted.addAll(project.codebase.filesOf(follower.mentions, follower.open));
    }
    project.tree.included().forEach(source -> wanted.add(source.file()));
    boolean changed = project.codebase.update(wanted);
    for (Follower follower : List.copyOf(project.followers)) {
      follower.types = project.tree.typesIn(follower.use.home().name().replace('.', '/'));
      if (changed || follower.told == null) {
        tell(follower, project);
      }
    }
    if (changed) {
      tellProblems();
    }
  }

  /** Of a file that several see differently, what is wrong in the eyes of who minds least. */
  private void tellProblems() {
    Map<Path, List<SourceProblem>> all = new TreeMap<>();
    projects.forEach(
        (place, project) -> {
          if (place.complete) {
            project
                .codebase
                .sources()
                .problems()
                .forEach(
                    (file, found) ->
                        all.merge(file, found, (a, b) -> a.size() <= b.size() ? a : b));
          }
        });
    problems.accept(all);
  }

  private static void tell(Follower follower, Project project) {
    Codebase codebase = project.codebase;
    Map<Mention, String> notes = new LinkedHashMap<>();
    for (Mention mention : follower.complete ? follower.mentions : Set.<Mention>of()) {
      String note =
          note(codebase, codebase.filesOf(List.of(mention), follower.open), follower.document);
      if (note != null) {
        notes.put(mention, note);
      }
    }
    Map<Integer, String> inScripts = new LinkedHashMap<>();
    List<Inclusions.Source> included = project.tree.included();
    for (Inclusions.Source source : follower.complete ? included : List.<Inclusions.Source>of()) {
      String note = note(codebase, Set.of(source.file()), follower.document);
      if (note != null) {
        inScripts.putIfAbsent(source.cause().directive(), note);
      }
    }
    Update update = new Update(codebase.classes(), notes, inScripts);
    Update before = follower.told;
    boolean same =
        before != null
            && before.classes() == update.classes()
            && before.notes().equals(update.notes())
            && before.inScripts().equals(update.inScripts());
    if (!same && !follower.closed) {
      follower.told = update;
      follower.listener.accept(update);
    }
  }

  /** Says what is wrong with what some files use, themselves included; null where nothing is. */
  private static @Nullable String note(Codebase codebase, Set<Path> files, Path document) {
    if (files.isEmpty()) {
      return null;
    }
    for (Map.Entry<Path, SourceProblem> error : codebase.sources().errorsBelow(files).entrySet()) {
      Path file = error.getKey();
      int line = error.getValue().range().start().line() + 1;
      return file.getFileName()
          + " does not compile (line "
          + line
          + ": "
          + error.getValue().message()
          + ")"
          + (codebase.sources().hasCompiled(file) ? "; it is used as it last did" : "");
    }
    if (codebase.sources().below(files).contains(document)) {
      return files.iterator().next().getFileName()
          + " uses "
          + document.getFileName()
          + ", which is this document: to it, the static fields there are others";
    }
    return null;
  }

  private void post(Runnable task) {
    try {
      thread.execute(() -> guarded(task));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.FINE, "sources are not followed any more", e);
    }
  }

  /** A failure costs one event, never the thread. */
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      LOG.log(Level.SEVERE, "sources could not be followed", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
