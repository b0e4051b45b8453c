package dev.colight.java.kernel;

import dev.colight.execution.RunRequest;
import dev.colight.worker.wire.FromWorker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run that was sent to a worker ahead of its turn. What the worker says in it waits until
 * somebody has asked for it.
 */
final class AheadRun {
  private final RunRequest request;
  private final int number;
  private final Claims claims;
  private final List<FromWorker> said = new ArrayList<>();
  private boolean dropped;

  /**
   * Creates one.
   *
   * @param number by which the worker knows it
   * @param claims what may be said in it
   */
  AheadRun(RunRequest request, int number, Claims claims) {
    this.request = request;
    this.number = number;
    this.claims = claims;
  }

  RunRequest request() {
    return request;
  }

  int number() {
    return number;
  }

  Claims claims() {
    return claims;
  }

  /** Tells whether this is what somebody asks for. */
  boolean isWanted(RunRequest asked) {
    return !dropped && asked.isLike(request);
  }

  /** Notes that nobody will ask for it. */
  void drop() {
    dropped = true;
  }

  boolean isDropped() {
    return dropped;
  }

  /** Keeps what the worker says until somebody asks for the run; after that, nothing. */
  void add(FromWorker message) {
    if (!dropped) {
      said.add(message);
    }
  }

  /** Returns what the worker has said so far. */
  List<FromWorker> said() {
    return said;
  }

  /** Returns how the run has ended, or null where it has not. */
  @Nullable FromWorker end() {
    FromWorker last = said.isEmpty() ? null : said.get(said.size() - 1);
    return last != null && isEnd(last) ? last : null;
  }

  /** Tells whether a run says no more after a message. */
  static boolean isEnd(FromWorker message) {
    return message instanceof FromWorker.Done
        || message instanceof FromWorker.Refused
        || message instanceof FromWorker.Skipped;
  }

  /** Returns the number of the run that a message is of, or 0 where it is of none. */
  static int number(FromWorker message) {
    if (message instanceof FromWorker.Value value) {
      return value.run();
    } else if (message instanceof FromWorker.Output output) {
      return output.run();
    } else if (message instanceof FromWorker.Done done) {
      return done.run();
    } else if (message instanceof FromWorker.Refused refused) {
      return refused.run();
    } else {
      return message instanceof FromWorker.Skipped skipped ? skipped.run() : 0;
    }
  }
}
