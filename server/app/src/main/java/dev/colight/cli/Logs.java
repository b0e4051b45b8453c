package dev.colight.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Writes the log to stderr, one line a record; a failure of our own with its stack trace. */
final class Logs {
  private Logs() {}

  /** Made at the first record: to make it takes a start some time, and few have anything to say. */
  private static final class Time {
    static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");
  }

  /** Sets up logging for the whole process. */
  static void toStderr() {
    LogManager.getLogManager().reset(); // without making the handlers that it would have first
    Logger root = Logger.getLogger("");
    ConsoleHandler handler = new ConsoleHandler();
    handler.setFormatter(new OneLine());
    root.addHandler(handler);
    root.setLevel(Level.INFO);
  }

  private static final class OneLine extends Formatter {
    @Override
    public String format(LogRecord entry) {
      StringBuilder line = new StringBuilder();
      line.append(
              Time.FORMAT.format(LocalTime.ofInstant(entry.getInstant(), ZoneId.systemDefault())))
          .append(' ')
          .append(entry.getLevel().getName())
          .append(' ')
          .append(formatMessage(entry).replace('\n', ' '));
      Throwable thrown = entry.getThrown();
      if (thrown != null && entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        line.append('\n').append(trace.toString().stripTrailing());
      } else if (thrown != null) {
        line.append(" (").append(thrown).append(')');
      }
      return line.append('\n').toString();
    }
  }
}
