package dev.colight.worker;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Static fields for what all code sees of the process and no static field of the JDK holds: the
 * name and the priority of the thread that runs blocks, and how loggers are set up. They are filled
 * before they are looked at, and what they hold is put in place when they have been put back.
 */
final class ProcessSettings {
  private static final String ROOT = "";

  private static String threadName = "";
  private static int threadPriority;

  /** For each logger: itself, its settings, and its handlers, each with its own settings. */
  private static @Nullable Object @Nullable [] loggers;

  private ProcessSettings() {}

  /** Takes in how things are. Where nothing has changed, neither does a field. */
  static void capture() {
    Thread thread = Thread.currentThread();
    if (!thread.getName().equals(threadName)) {
      threadName = thread.getName();
    }
    threadPriority = thread.getPriority();
    try {
      @Nullable Object[] now = Loggers.PRESENT ? Loggers.read() : new Object[0];
      if (!same(loggers, now)) {
        loggers = now;
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // a document's own logger or handler does not say how it is set up: it stays as it was known
    }
  }

  /** Makes things as the fields say. */
  @SuppressWarnings("ThreadPriorityCheck") // it is the document that relies on it, or not
  static void apply() {
    Thread thread = Thread.currentThread();
    if (!thread.getName().equals(threadName)) {
      thread.setName(threadName);
    }
    if (thread.getPriority() != threadPriority) {
      thread.setPriority(threadPriority);
    }
    @Nullable Object[] wanted = loggers;
    try {
      if (Loggers.PRESENT && wanted != null && !same(wanted, Loggers.read())) {
        Loggers.write(wanted);
      }
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      // a document's own logger or handler lets nobody set it up
    }
  }

  /** Compares by identity: to equal is what objects of a document do by code of their own. */
  private static boolean same(@Nullable Object a, @Nullable Object b) {
    if (!(a instanceof Object[] one) || !(b instanceof Object[] other)) {
      return a == b;
    }
    if (one.length != other.length) {
      return false;
    }
    for (int i = 0; i < one.length; i++) {
      if (!same(one[i], other[i])) {
        return false;
      }
    }
    return true;
  }

  /** What there is of them in a JDK that has them. */
  private static final class Loggers {
    private static final boolean PRESENT =
        ModuleLayer.boot().findModule("java.logging").isPresent();

    private static @Nullable Object[] read() {
      LogManager manager = LogManager.getLogManager();
      List<@Nullable Object> all = new ArrayList<>();
      for (String name : Collections.list(manager.getLoggerNames())) {
        Logger logger = manager.getLogger(name);
        if (logger != null && isSet(logger)) {
          all.add(logger);
          all.add(logger.getLevel());
          all.add(logger.getUseParentHandlers());
          all.add(logger.getFilter());
          all.add(handlers(logger));
        }
      }
      return all.toArray();
    }

    /** Tells whether somebody has set a logger up: that there is one more is no change. */
    private static boolean isSet(Logger logger) {
      return logger.getLevel() != null
          || !logger.getUseParentHandlers()
          || logger.getFilter() != null
          || logger.getHandlers().length > 0;
    }

    private static Object[] handlers(Logger logger) {
      List<@Nullable Object> all = new ArrayList<>();
      for (Handler handler : logger.getHandlers()) {
        all.add(handler);
        all.add(handler.getLevel());
        all.add(handler.getFormatter());
        all.add(handler.getFilter());
      }
      return all.toArray();
    }

    /** Sets up the loggers as they were read; those that were not there are as nobody set them. */
    private static void write(@Nullable Object[] state) {
      LogManager manager = LogManager.getLogManager();
      IdentityHashMap<Object, Boolean> known = new IdentityHashMap<>();
      for (int i = 0; i < state.length; i += 5) {
        if (state[i] instanceof Logger logger && state[i + 4] instanceof Object[] handlers) {
          known.put(logger, true);
          set(
              logger,
              (Level) state[i + 1],
              Boolean.TRUE.equals(state[i + 2]),
              (Filter) state[i + 3],
              handlers);
        }
      }
      for (String name : Collections.list(manager.getLoggerNames())) {
        Logger logger = manager.getLogger(name);
        if (logger != null && !known.containsKey(logger) && !name.equals(ROOT) && isSet(logger)) {
          set(logger, null, true, null, new Object[0]);
        }
      }
    }

    private static void set(
        Logger logger,
        @Nullable Level level,
        boolean useParentHandlers,
        @Nullable Filter filter,
        @Nullable Object[] handlers) {
      logger.setLevel(level);
      logger.setUseParentHandlers(useParentHandlers);
      logger.setFilter(filter);
      for (Handler handler : logger.getHandlers()) {
        logger.removeHandler(handler);
      }
      for (int i = 0; i < handlers.length; i += 4) {
        if (handlers[i] instanceof Handler handler && handlers[i + 1] instanceof Level own) {
          logger.addHandler(handler);
          handler.setLevel(own);
          handler.setFilter((Filter) handlers[i + 3]);
          if (handlers[i + 2] instanceof Formatter formatter) {
            handler.setFormatter(formatter);
          }
        }
      }
    }
  }
}
