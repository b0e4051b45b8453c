package dev.colight.workspace;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Knows who watches each document, and notices those that nobody has watched for a while. Owned by
 * the event thread.
 */
final class Watchers {
  private final BiConsumer<Duration, Runnable> after;
  private final Consumer<String> unwatched;
  private final Map<String, Set<Object>> watchers = new HashMap<>();

  /** Documents that nobody watches and that are open, and the wait that counts for each. */
  private final Map<String, Object> waits = new HashMap<>();

  private Duration delay;

  /**
   * Creates watchers of nothing.
   *
   * @param after runs a task on the event thread after some time
   * @param unwatched is told of a document that nobody has watched for the time of {@code delay}
   */
  Watchers(BiConsumer<Duration, Runnable> after, Consumer<String> unwatched, Duration delay) {
    this.after = after;
    this.unwatched = unwatched;
    this.delay = delay;
  }

  /** Sets how long it takes for a document to count as unwatched, from its next wait on. */
  void delay(Duration newDelay) {
    delay = newDelay;
  }

  void watch(String uri, Object watcher) {
    watchers.computeIfAbsent(uri, key -> new HashSet<>()).add(watcher);
    waits.remove(uri);
  }

  void unwatch(String uri, Object watcher) {
    Set<Object> left = watchers.get(uri);
    if (left != null && left.remove(watcher) && left.isEmpty()) {
      watchers.remove(uri);
      await(uri);
    }
  }

  /** Begins to wait for an open document in which something has gone on, if nobody watches it. */
  void await(String uri) {
    if (!watchers.containsKey(uri) && !waits.containsKey(uri)) {
      Object wait = new Object();
      waits.put(uri, wait);
      after.accept(delay, () -> over(uri, wait));
    }
  }

  private void over(String uri, Object wait) {
    if (waits.remove(uri, wait)) {
      unwatched.accept(uri);
    }
  }

  /** Notes that a document is not open any more. */
  void closed(String uri) {
    waits.remove(uri);
  }
}
