package dev.colight.lsp.view;

import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.ErrorView.FrameView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Short texts about results, the same wherever they are shown. */
public final class Phrases {
  /** What stands before the reason why a block waits until somebody asks to run it. */
  public static final String HELD = "⏸ ";

  private static final char CUT = '…';
  private static final double NANOS_PER_MS = 1e6;

  private Phrases() {}

  /**
   * Returns a text on one line, cut to a number of code points, the sign of the cut included. Looks
   * at no more of the text than it returns.
   */
  public static String line(String text, int maxLength) {
    StringBuilder result = new StringBuilder();
    int count = 0;
    for (int at = 0; at < text.length(); count++) {
      if (count == maxLength) {
        int last = result.offsetByCodePoints(result.length(), -1);
        return result.replace(last, result.length(), String.valueOf(CUT)).toString();
      }
      int codePoint = text.codePointAt(at);
      at += Character.charCount(codePoint);
      if (codePoint == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      result.appendCodePoint(visible(codePoint));
    }
    return result.toString();
  }

  private static int visible(int codePoint) {
    if (codePoint == '\n' || codePoint == '\r') {
      return '⏎';
    }
    return Character.isISOControl(codePoint) ? ' ' : codePoint;
  }

  /** Returns a text cut to a number of UTF-16 code units, but never within a character. */
  public static String cut(String text, int maxUnits) {
    if (text.length() <= maxUnits) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxUnits - 1)) ? maxUnits - 1 : maxUnits;
    return text.substring(0, end) + CUT;
  }

  /** Returns a duration in the unit that suits it. */
  public static String duration(long nanos) {
    double millis = nanos / NANOS_PER_MS;
    if (millis < 1) {
      return "<1 ms";
    }
    if (millis < 1_000) {
      return String.format(Locale.ROOT, "%.0f ms", Math.floor(millis));
    }
    if (millis < 60_000) {
      return String.format(Locale.ROOT, "%.1f s", Math.floor(millis / 100) / 10);
    }
    long seconds = (long) (millis / 1_000);
    return seconds / 60 + " min " + seconds % 60 + " s";
  }

  /** Returns what went wrong, where there is little room: {@code IOException: no such file}. */
  public static String error(ErrorView error) {
    String type = error.type();
    return type == null ? error.message() : error(error, type.substring(type.lastIndexOf('.') + 1));
  }

  /** Returns what went wrong, as a trace begins: {@code java.io.IOException: no such file}. */
  public static String fullError(ErrorView error) {
    String type = error.type();
    return type == null ? error.message() : error(error, type);
  }

  private static String error(ErrorView error, String type) {
    return error.message().equals(error.type()) ? type : type + ": " + error.message();
  }

  /** Returns a frame: {@code mean, line 12} or {@code ArrayList.get (ArrayList.java:427)}. */
  public static String frame(FrameView frame) {
    if (frame.line() != null) {
      String line = "line " + (frame.line() + 1);
      return frame.function().isEmpty() ? line : frame.function() + ", " + line;
    }
    return frame.location() == null
        ? frame.function()
        : frame.function() + " (" + frame.location() + ")";
  }

  /** Returns the state of a block in a word or two, with its time where it ran. */
  public static String state(BlockView block) {
    ResultView result = block.result();
    if (block.state() == BlockState.QUEUED) {
      return "queued";
    }
    if (block.state() == BlockState.RUNNING) {
      return "running …";
    }
    if (block.state() == BlockState.HELD) {
      ErrorView why = result == null ? null : result.error();
      return why == null ? "held" : HELD + why.message();
    }
    return result == null ? "not run" : awaitsCommand(block) ? "changed, not run" : status(result);
  }

  /**
   * Tells whether a block runs when it is told to, and has not since the last change: its result is
   * of older text, or of other values than are there now.
   */
  public static boolean awaitsCommand(BlockView block) {
    ResultView result = block.result();
    return block.state() == BlockState.STALE
        && result != null
        && switch (result.status()) {
          case OK, ERROR, TIMEOUT -> true;
          case INVALID, BLOCKED, CANCELLED, HELD -> result.older();
        };
  }

  private static String status(ResultView result) {
    String time = duration(result.nanos());
    return switch (result.status()) {
      case OK -> "✓ " + time;
      case ERROR -> "✗ failed after " + time;
      case INVALID -> "✗ does not compile";
      case BLOCKED -> "✗ blocked";
      case HELD -> "held";
      case CANCELLED -> "cancelled";
      case TIMEOUT -> "✗ stopped after " + time;
    };
  }

  /**
   * Tells whether what is shown for a block is not what a clean run would show: the block has still
   * to run, or could not, or the outputs are those of an attempt before the last.
   */
  public static boolean showsStale(BlockView block) {
    return block.stale() || !Objects.equals(block.shown(), block.result());
  }

  /** Tells whether a block waits for its turn or has it, so that its result is of older text. */
  public static boolean pending(BlockView block) {
    return block.state() == BlockState.QUEUED || block.state() == BlockState.RUNNING;
  }

  /** Returns the error that a block's own run ended with, where it is of the present text. */
  public static @Nullable ErrorView currentError(BlockView block) {
    ResultView result = block.result();
    return result == null || pending(block) || result.status() == Status.OK ? null : result.error();
  }
}
