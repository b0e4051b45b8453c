package dev.colight.java.kernel;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a worker's program has started, and what that has and has not left behind itself: it ends
 * with the worker. Whose child a process is can be seen only as long as its parent is there, and a
 * worker may end without a word; so each is noted as it starts. Safe for use by several threads.
 */
final class StartedProcesses {
  private final ProcessHandle worker;
  private final Instant begin;
  private final Set<ProcessHandle> known = ConcurrentHashMap.newKeySet();

  StartedProcesses(ProcessHandle worker) {
    this.worker = worker;
    this.begin = worker.info().startInstant().orElse(Instant.MAX);
  }

  /** Notes a process that the worker says that it has started, if that can be so. */
  void add(long pid) {
    known.removeIf(process -> !process.isAlive());
    ProcessHandle.of(pid).filter(this::canBeStarted).ifPresent(known::add);
  }

  /** Notes all that can be seen. */
  void look() {
    worker.descendants().forEach(known::add);
  }

  /** Ends, at once, what is known and what has come of it. */
  void end() {
    for (ProcessHandle process : known) {
      process.descendants().forEach(known::add);
    }
    known.forEach(ProcessHandle::destroyForcibly);
  }

  /** The worker could name any process: one counts if it is its child, or can be its orphan. */
  private boolean canBeStarted(ProcessHandle process) {
    ProcessHandle parent = process.parent().orElse(null);
    return worker.equals(parent)
        || (isAdopter(parent)
            && process.info().startInstant().filter(start -> !start.isBefore(begin)).isPresent());
  }

  /** Tells whether orphans go to a process: the first of all, or another above this one. */
  private static boolean isAdopter(@Nullable ProcessHandle parent) {
    if (parent == null || parent.pid() == 1) {
      return true;
    }
    return Stream.iterate(
            ProcessHandle.current().parent(), Optional::isPresent, p -> p.get().parent())
        .anyMatch(above -> above.get().equals(parent));
  }
}
