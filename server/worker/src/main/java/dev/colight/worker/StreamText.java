package dev.colight.worker;

import dev.colight.worker.wire.ShownNames;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of the bytes of one stream, piece by piece, without generated names: they go, and so
 * do the frames of a printed stack trace that are none of the document's business. A character, a
 * name or a frame that is not complete yet is held back until it is, or until all has to go. Used
 * by one thread at a time.
 */
final class StreamText {
  /** Longest beginning of a line that is held back. */
  private static final int HELD_CHARS = 4 << 10;

  private static final Pattern FRAME =
      Pattern.compile("(\\s+at )(?:[^/ ]*//?)?([\\w.$]+)\\.([\\w$<>]+)\\(.*\\)\\s*");

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);

  private final StringBuilder waiting = new StringBuilder();

  /** The start of a character. */
  private byte[] rest = {};

  /** Whether a frame of a top-level statement was dropped, so that those below it go too. */
  private boolean belowBlock;

  private int run;
  private int segment;
  private int statement;

  /** Says whom the text belongs to that is added from now on. */
  void at(int newRun, int newSegment, int newStatement) {
    run = newRun;
    segment = newSegment;
    statement = newStatement;
  }

  boolean belongsTo(int otherSegment, int otherStatement) {
    return segment == otherSegment && statement == otherStatement;
  }

  int run() {
    return run;
  }

  int segment() {
    return segment;
  }

  int statement() {
    return statement;
  }

  void add(byte[] bytes) {
    ByteBuffer input = ByteBuffer.allocate(rest.length + bytes.length).put(rest).put(bytes).flip();
    decode(input, false);
    rest = new byte[input.remaining()];
    input.get(rest);
  }

  /** Takes what is complete, or all there is. */
  String take(boolean all) {
    if (all && rest.length > 0) {
      decode(ByteBuffer.wrap(rest), true);
      rest = new byte[0];
    }
    int lineStart = waiting.lastIndexOf("\n") + 1;
    int end = all ? waiting.length() : waiting.length() - held(lineStart);
    if (end == 0) {
      return "";
    }
    String text = waiting.substring(0, end);
    waiting.delete(0, end);
    return belowBlock || text.contains("colight") ? shown(text) : text;
  }

  private void decode(ByteBuffer input, boolean end) {
    CharBuffer chars = CharBuffer.allocate(input.remaining() + 1);
    decoder.reset();
    decoder.decode(input, chars, end);
    waiting.append(chars.flip());
  }

  private int held(int lineStart) {
    int length = waiting.length() - lineStart;
    if (length > HELD_CHARS) {
      return 0;
    }
    String line = waiting.substring(lineStart);
    boolean frame = line.startsWith("\tat ") || (length > 0 && "\tat ".startsWith(line));
    return frame ? length : ShownNames.unfinished(line);
  }

  private String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline + 1;
      shown.append(shownLine(text.substring(start, end)));
      start = end;
    }
    return shown.toString();
  }

  private String shownLine(String line) {
    Matcher frame = FRAME.matcher(line);
    if (!frame.matches()) {
      belowBlock = false;
      return ShownNames.scrub(line);
    }
    String type = frame.group(2);
    String method = frame.group(3);
    if (belowBlock || Traces.isHidden(type)) {
      return "";
    }
    belowBlock = ShownNames.isStatement(type, method);
    String function = ShownNames.function(type, method);
    if (ShownNames.key(type) == null) {
      return line;
    }
    return function.isEmpty() ? "" : frame.group(1) + function + System.lineSeparator();
  }
}
