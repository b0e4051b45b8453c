package dev.colight.java.kernel;

import dev.colight.execution.RunRequest;
import dev.colight.worker.wire.FromWorker;
import dev.colight.worker.wire.Handle;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds what a worker says in a run against what it was asked. The code that runs there may have
 * got at its connection, so nothing is taken that could cost more than that document: neither
 * places that are not there, nor more than a run may say.
 */
final class Claims {
  /** What the messages of a run may take here: all that a worker sends by itself, and more. */
  static final long MAX_WEIGHT = 160L << 20;

  /** What any message takes, however short. */
  private static final int MESSAGE_WEIGHT = 256;

  private static final int MAX_CAUSES = 100;
  private static final String TEXT = "text/plain";

  private final RunRequest request;
  private final Predicate<Handle> asks;
  private final int reported;
  private long left = MAX_WEIGHT;

  /**
   * Begins a run.
   *
   * @param asks tells of the name of a value whether the run needs it
   * @param reported how many states its end reports on
   */
  Claims(RunRequest request, Predicate<Handle> asks, int reported) {
    this.request = request;
    this.asks = asks;
    this.reported = reported;
  }

  /** Tells whether a message may be one of this run. */
  boolean allow(FromWorker message) {
    left -= MESSAGE_WEIGHT;
    if (message instanceof FromWorker.Value value) {
      left -= weight(value.mime()) + length(value.expandable()) + length(value.id());
      return left >= 0
          && isPlace(value.segment(), value.statement())
          && value.mime().containsKey(TEXT);
    } else if (message instanceof FromWorker.Output output) {
      left -= output.text().length();
      return left >= 0 && isPlace(output.segment(), output.statement());
    } else if (message instanceof FromWorker.Done done) {
      return isEnd(done);
    } else if (message instanceof FromWorker.Refused refused) {
      return refused.gone().stream().allMatch(asks);
    }
    return left >= 0;
  }

  private boolean isEnd(FromWorker.Done done) {
    return done.kept().size() == reported
        && done.kept().stream().allMatch(kept -> arePlaces(kept.shares()))
        && done.thrown().size() <= MAX_CAUSES
        && (done.denied() == null || !request.free())
        && done.nanos() >= 0
        && done.definedClasses() >= 0
        && done.statement() >= 0
        && done.segment() >= 0
        && done.segment() <= request.segments().size();
  }

  private boolean arePlaces(List<Integer> shares) {
    return shares.stream().allMatch(place -> place >= 0 && place < reported);
  }

  /** What is written before the first statement, or where there is none, belongs to the first. */
  private boolean isPlace(int segment, int statement) {
    List<RunRequest.Segment> segments = request.segments();
    return (segment == 0 && statement == 0)
        || (segment >= 0
            && segment < segments.size()
            && statement >= 0
            && statement < segments.get(segment).statements());
  }

  private static long weight(Map<String, String> mime) {
    return mime.entrySet().stream()
        .mapToLong(form -> MESSAGE_WEIGHT + form.getKey().length() + form.getValue().length())
        .sum();
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
