package dev.colight.java.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells that files have changed, or what is in folders, once whoever writes them has paused. The
 * system says when to look, and where it does not, a look now and then has to do.
 */
public final class ClassPathFollower implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ClassPathFollower.class.getName());

  /** How long files stay as they are before they count as written. */
  private static final Duration QUIET = Duration.ofMillis(300);

  /** The same for a folder that has been emptied: a build is about to fill it. */
  private static final Duration QUIET_WHEN_EMPTY = Duration.ofSeconds(5);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);

  private final Map<Object, Followed> all = new ConcurrentHashMap<>();

  /** Owned by the thread, as what the system tells of. */
  private final Map<Path, WatchKey> watched = new HashMap<>();

  private final @Nullable WatchService service = newService();
  private final Thread thread = new Thread(this::run, "colight-projects");

  /** Creates a follower, which waits until there is something to follow. */
  public ClassPathFollower() {
    thread.setDaemon(true);
    thread.start();
  }

  /** The files and folders that somebody wants to know of, and how they were. */
  private static final class Followed {
    final Set<Path> files;
    final Set<Path> folders;
    final Supplier<Set<String>> more;
    final Runnable changed;
    final State before;
    State seen;
    long since = System.nanoTime();

    Followed(
        Set<Path> files,
        Set<Path> folders,
        Supplier<Set<String>> more,
        State before,
        Runnable changed) {
      this.more = more;
      this.files = files;
      this.folders = folders;
      this.before = before;
      this.seen = before;
      this.changed = changed;
    }
  }

  /**
   * How files and folders are at some moment, judged by names, sizes and times.
   *
   * @param files a line for each file, within folders too
   * @param empty whether one of the folders holds nothing
   */
  public record State(Set<String> files, boolean empty) {
    /** Looks at some files, and at all that is in some folders. */
    public static State of(Collection<Path> files, Collection<Path> folders) {
      Set<String> lines = new TreeSet<>();
      boolean empty = false;
      for (Path file : files) {
        lines.add(line(file));
      }
      for (Path folder : folders) {
        int before = lines.size();
        if (Files.isDirectory(folder)) {
          try (Stream<Path> inside = Files.walk(folder)) {
            inside.filter(Files::isRegularFile).forEach(file -> lines.add(line(file)));
          } catch (IOException | UncheckedIOException e) {
            lines.add(folder + " changes");
          }
        }
        empty |= lines.size() == before;
      }
      return new State(lines, empty);
    }

    /** Returns the same with lines that stand for something else. */
    public State with(Set<String> lines) {
      if (lines.isEmpty()) {
        return this;
      }
      Set<String> all = new TreeSet<>(files);
      all.addAll(lines);
      return new State(all, empty);
    }

    private static String line(Path file) {
      try {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return file + "\t" + found.size() + "\t" + found.lastModifiedTime().toMillis();
      } catch (IOException e) {
        return file + "\t-";
      }
    }
  }

  /**
   * Tells of the next change, and of no further one.
   *
   * @param who asks; what was asked for before is forgotten
   * @param more lines that stand for something else that may change; asked for at each look
   * @param before how all was when it was read, these lines included: what has changed since counts
   * @param changed called on a thread of this, which it must not hold up
   */
  public void follow(
      Object who,
      Set<Path> files,
      Set<Path> folders,
      Supplier<Set<String>> more,
      State before,
      Runnable changed) {
    all.put(who, new Followed(Set.copyOf(files), Set.copyOf(folders), more, before, changed));
    wake();
  }

  /** Tells somebody nothing any more. */
  public void forget(Object who) {
    all.remove(who);
  }

  private void wake() {
    synchronized (all) {
      all.notifyAll();
    }
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        synchronized (all) {
          while (all.isEmpty()) {
            all.wait();
          }
        }
        watch();
        boolean waits = look();
        await(waits ? QUIET.dividedBy(2) : BETWEEN_LOOKS);
      }
    } catch (InterruptedException | ClosedWatchServiceException e) {
      LOG.log(Level.FINE, "projects are not followed any more", e);
    }
  }

  /** Looks once at everything; returns whether somebody is writing. */
  private boolean look() {
    boolean waits = false;
    for (Map.Entry<Object, Followed> entry : List.copyOf(all.entrySet())) {
      Followed one = entry.getValue();
      State now = State.of(one.files, one.folders).with(one.more.get());
      if (!now.equals(one.seen)) {
        one.seen = now;
        one.since = System.nanoTime();
      }
      if (!now.equals(one.before)) {
        boolean emptied = now.empty() && !one.before.empty();
        Duration quiet = emptied ? QUIET_WHEN_EMPTY : QUIET;
        if (System.nanoTime() - one.since < quiet.toNanos()) {
          waits = true;
        } else if (all.remove(entry.getKey(), one)) {
          one.changed.run();
        }
      }
    }
    return waits;
  }

  /** Has the system tell of changes in all folders that matter. */
  private void watch() {
    if (service == null) {
      return;
    }
    Set<Path> wanted = new HashSet<>();
    for (Followed one : all.values()) {
      one.files.forEach(file -> addExisting(file.getParent(), wanted));
      for (Path folder : one.folders) {
        addExisting(folder, wanted);
        if (Files.isDirectory(folder)) {
          try (Stream<Path> inside = Files.walk(folder)) {
            inside.filter(Files::isDirectory).forEach(wanted::add);
          } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.FINE, "a folder changes while it is looked at", e);
          }
        }
      }
    }
    watched.keySet().removeIf(folder -> !wanted.contains(folder) && cancelled(folder));
    wanted.forEach(folder -> watched.computeIfAbsent(folder, this::register));
    watched.values().removeIf(key -> !key.isValid());
  }

  private boolean cancelled(Path folder) {
    WatchKey key = watched.get(folder);
    if (key != null) {
      key.cancel();
    }
    return true;
  }

  private static void addExisting(@Nullable Path folder, Set<Path> wanted) {
    for (Path path = folder; path != null; path = path.getParent()) {
      if (Files.isDirectory(path)) {
        wanted.add(path);
        return;
      }
    }
  }

  private @Nullable WatchKey register(Path folder) {
    WatchService watching = service;
    if (watching == null) {
      return null;
    }
    try {
      return folder.register(
          watching,
          StandardWatchEventKinds.ENTRY_CREATE,
          StandardWatchEventKinds.ENTRY_MODIFY,
          StandardWatchEventKinds.ENTRY_DELETE);
    } catch (IOException e) {
      LOG.log(Level.FINE, "the system does not tell of changes in " + folder, e);
      return null;
    }
  }

  private void await(Duration time) throws InterruptedException {
    if (service == null) {
      Thread.sleep(time.toMillis());
      return;
    }
    for (WatchKey key = service.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        key != null;
        key = service.poll()) {
      key.pollEvents();
      key.reset();
    }
  }

  private static @Nullable WatchService newService() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException | UnsupportedOperationException e) {
      LOG.log(Level.FINE, "the system does not tell of changes of files", e);
      return null;
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    if (service != null) {
      try {
        service.close();
      } catch (IOException e) {
        LOG.log(Level.FINE, "changes of files are not followed any more", e);
      }
    }
  }
}
