package dev.colight.worker;

import dev.colight.worker.wire.FromWorker.Thrown;
import dev.colight.worker.wire.FromWorker.TraceFrame;
import dev.colight.worker.wire.ShownNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes exceptions apart: what a reader of the document wants to know of them. */
final class Traces {
  private static final int MAX_CAUSES = 16;
  private static final int MAX_FRAMES = 100;
  private static final int MAX_PERIOD = 8;
  private static final int MAX_MESSAGE = 16 << 10;

  /** How often a run of frames must repeat to be collapsed. */
  private static final int MIN_REPEATS = 3;

  private static final Comparator<TraceFrame> ORDER =
      Comparator.comparing(TraceFrame::method)
          .thenComparing(TraceFrame::className)
          .thenComparing(TraceFrame::line);

  private Traces() {}

  /** Describes an exception and its causes. Calls code of the user's where it overrides methods. */
  static List<Thrown> of(Throwable thrown) {
    List<Thrown> chain = new ArrayList<>();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable next = thrown;
    while (next != null && chain.size() < MAX_CAUSES && seen.add(next)) {
      Throwable current = next;
      String message = guarded(current::getMessage);
      StackTraceElement[] trace = guarded(current::getStackTrace);
      chain.add(
          new Thrown(
              current instanceof Stopped ? Stopped.SHOWN_NAME : current.getClass().getName(),
              message == null ? null : bounded(message),
              trace == null ? List.of() : shortened(current, visible(trace))));
      next = guarded(current::getCause);
    }
    return chain;
  }

  /** Describes an exception whose own methods cannot be used. */
  static List<Thrown> bare(Throwable thrown, String message) {
    return List.of(new Thrown(thrown.getClass().getName(), message, List.of()));
  }

  /** Tells whether frames of a class are an inside matter. */
  static boolean isHidden(String className) {
    return className.startsWith("dev.colight.worker.")
        || className.startsWith("java.lang.invoke.")
        || className.startsWith("jdk.internal.reflect.")
        || isHiddenClass(className)
        || ShownNames.isInterface(className);
  }

  /** The JVM itself leaves out the classes of lambdas, unless it has run out of memory. */
  private static boolean isHiddenClass(String className) {
    return className.indexOf('/') >= 0;
  }

  private static List<TraceFrame> visible(StackTraceElement[] trace) {
    int end = trace.length;
    for (int i = trace.length - 1; i >= 0; i--) {
      if (ShownNames.isStatement(trace[i].getClassName(), trace[i].getMethodName())) {
        end = i + 1;
        break;
      }
    }
    List<TraceFrame> frames = new ArrayList<>();
    for (int i = 0; i < end; i++) {
      StackTraceElement frame = trace[i];
      if (!isHidden(frame.getClassName())) {
        frames.add(
            new TraceFrame(
                frame.getClassName(),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber()));
      }
    }
    return frames;
  }

  private static List<TraceFrame> shortened(Throwable thrown, List<TraceFrame> frames) {
    if (thrown instanceof StackOverflowError) {
      for (int i = 0; i < frames.size(); i++) {
        for (int period = 1; period <= MAX_PERIOD; period++) {
          int repeats = repeats(frames, i, period);
          if (repeats >= MIN_REPEATS) {
            return endless(frames.subList(i, i + period), frames, i + period * repeats);
          }
        }
      }
    }
    return collapse(frames);
  }

  /**
   * Tells of a recursion without end what is the same each time: where in it the stack came to its
   * end, and how deep, is a matter of chance.
   */
  private static List<TraceFrame> endless(
      List<TraceFrame> circle, List<TraceFrame> frames, int end) {
    List<TraceFrame> shown = new ArrayList<>(circle);
    int first = circle.indexOf(Collections.min(circle, ORDER));
    Collections.rotate(shown, -first);
    String what = shown.size() == 1 ? "the frame above" : "the " + shown.size() + " frames above";
    shown.add(note("… " + what + " many more times"));
    int rest = end;
    while (rest < frames.size() && circle.contains(frames.get(rest))) {
      rest++;
    }
    shown.addAll(collapse(frames.subList(rest, frames.size())));
    return shown;
  }

  /** Shortens a trace: what repeats is shown once, and what is still too long loses its middle. */
  private static List<TraceFrame> collapse(List<TraceFrame> frames) {
    List<TraceFrame> shorter = new ArrayList<>();
    int i = 0;
    while (i < frames.size()) {
      int period = 1;
      int repeats = 1;
      for (int p = 1; p <= MAX_PERIOD && repeats < MIN_REPEATS; p++) {
        period = p;
        repeats = repeats(frames, i, p);
      }
      if (repeats < MIN_REPEATS) {
        shorter.add(frames.get(i));
        i++;
      } else {
        shorter.addAll(frames.subList(i, i + period));
        String what = period == 1 ? "the frame above" : "the " + period + " frames above";
        shorter.add(note("… " + what + " " + (repeats - 1) + " more times"));
        i += period * repeats;
      }
    }
    if (shorter.size() <= MAX_FRAMES) {
      return shorter;
    }
    int half = MAX_FRAMES / 2;
    int dropped = shorter.size() - 2 * half;
    List<TraceFrame> ends = new ArrayList<>(shorter.subList(0, half));
    ends.add(note("… " + dropped + " more frames"));
    ends.addAll(shorter.subList(shorter.size() - half, shorter.size()));
    return ends;
  }

  private static int repeats(List<TraceFrame> frames, int start, int period) {
    int end = start + period;
    while (end < frames.size() && frames.get(end).equals(frames.get(end - period))) {
      end++;
    }
    return (end - start) / period;
  }

  private static TraceFrame note(String text) {
    return new TraceFrame("", text, null, -1);
  }

  private static String bounded(String message) {
    return new BoundedText(MAX_MESSAGE).add(ShownNames.scrub(message)).toString();
  }

  private static <T> @Nullable T guarded(java.util.function.Supplier<@Nullable T> getter) {
    try {
      return getter.get();
    } catch (Throwable e) {
      return null;
    }
  }
}
