package dev.colight.fuzz;

import dev.colight.workspace.DocumentSnapshot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Runs texts from top to bottom with nothing left of any run before. They share a worker, but no
 * class in it. Those of one document's history share class files, so that each block is compiled
 * once; every few of them share none, so that what goes wrong with the names of code is found, too.
 * {@link #inFreshWorker} shares nothing, for when that is in doubt.
 */
final class CleanRuns implements AutoCloseable {
  private static final int REMEMBERED = 500;

  /** One of so many shares no code. */
  private static final int SHARING = 8;

  /** What is shown in place of a document whose run does not end. */
  static final List<String> ENDLESS = List.of("the run does not end");

  private final Isolation language = new Isolation("clean");

  /** Used by the thread alone. */
  private int runs;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "clean-runs");
            made.setDaemon(true);
            return made;
          });
  private final Map<String, List<String>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<String>> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Starts to find out what a clean run of a text shows. */
  Future<List<String>> start(String text) {
    List<String> screen = known.get(text);
    if (screen != null) {
      FutureTask<List<String>> done = new FutureTask<>(() -> screen);
      done.run();
      return done;
    }
    return thread.submit((Callable<List<String>>) () -> screen(session(), text));
  }

  /** Begins with another document, whose clean runs share no code with those before. */
  void begin() {
    language.dropCode();
  }

  private Session session() {
    return ++runs % SHARING == 0 ? language.open() : language.openShared();
  }

  /** Notes what a clean run of a text shows, so that it need not run again. */
  void remember(String text, List<String> screen) {
    known.put(text, screen);
  }

  /** Returns what a text shows in a process that has run nothing else. */
  static List<String> inFreshWorker(String text) throws InterruptedException {
    try (Isolation fresh = new Isolation("fresh")) {
      return screen(fresh.open(), text);
    }
  }

  private static List<String> screen(Session session, String text) throws InterruptedException {
    return screen(run(session, text));
  }

  /** Returns what a clean run of a text ends in. */
  DocumentSnapshot run(String text) throws InterruptedException {
    return Objects.requireNonNull(
        run(language.open(), text), "a clean run that had ended does not");
  }

  private static @Nullable DocumentSnapshot run(Session opened, String text)
      throws InterruptedException {
    try (Session session = opened) {
      session.type(text);
      return session.settled();
    }
  }

  static List<String> screen(@Nullable DocumentSnapshot snapshot) {
    return snapshot == null ? ENDLESS : Screen.of(snapshot);
  }

  @Override
  public void close() {
    thread.shutdownNow();
    language.close();
  }
}
