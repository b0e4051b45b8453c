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
  private final Map<Asked, List<String>> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<String>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Asked(Form form, String text) {}

  /** Starts to find out what a clean run of a text shows. */
  Future<List<String>> start(Form form, String text) {
    List<String> screen = known.get(new Asked(form, text));
    if (screen != null) {
      FutureTask<List<String>> done = new FutureTask<>(() -> screen);
      done.run();
      return done;
    }
    return thread.submit((Callable<List<String>>) () -> screen(session(form), text));
  }

  /** Begins with another document, whose clean runs share no code with those before. */
  void begin() {
    language.dropCode();
  }

  private Session session(Form form) {
    return ++runs % SHARING == 0 ? language.open(form) : language.openShared(form);
  }

  /** Notes what a clean run of a text shows, so that it need not run again. */
  void remember(Form form, String text, List<String> screen) {
    known.put(new Asked(form, text), screen);
  }

  /** Returns what a text shows in a process that has run nothing else. */
  static List<String> inFreshWorker(Form form, String text) throws InterruptedException {
    try (Isolation fresh = new Isolation("fresh")) {
      return screen(fresh.open(form), text);
    }
  }

  private static List<String> screen(Session session, String text) throws InterruptedException {
    return screen(run(session, text));
  }

  /** Returns what a clean run of a text ends in. */
  DocumentSnapshot run(Form form, String text) throws InterruptedException {
    return Objects.requireNonNull(
        run(language.open(form), text), "a clean run that had ended does not");
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
