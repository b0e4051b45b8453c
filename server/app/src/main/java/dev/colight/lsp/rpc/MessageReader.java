package dev.colight.lsp.rpc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads framed messages until the stream ends, and nothing else ends it: a broken header is skipped
 * up to the next {@code Content-Length}.
 *
 * <p>LSP4J's own reader parses straight from the stream, so that a body which it gives up on leaves
 * its rest to be taken for headers.
 */
public final class MessageReader {
  private static final Logger LOG = Logger.getLogger(MessageReader.class.getName());
  private static final String LENGTH = "content-length:";
  private static final int MAX_BODY = 1 << 28;
  private static final int MAX_HEADER = 1 << 13;

  private final InputStream in;

  /** Creates a reader. */
  public MessageReader(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** Hands over the body of each message. */
  public void listen(Consumer<String> bodies) {
    try {
      for (int length = readHeader(); length >= 0; length = readHeader()) {
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
          return;
        }
        bodies.accept(new String(body, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client's stream broke", e);
    }
  }

  /** Returns the length of the next body, or -1 at the end of the stream. */
  private int readHeader() throws IOException {
    int length = -1;
    for (String line = readLine(); line != null; line = readLine()) {
      int at = line.toLowerCase(Locale.ROOT).lastIndexOf(LENGTH);
      if (at >= 0) {
        length = parseLength(line.substring(at + LENGTH.length()).trim());
      } else if (line.isEmpty() && length >= 0) {
        return length;
      }
    }
    return -1;
  }

  private static int parseLength(String text) {
    try {
      int length = Integer.parseInt(text);
      if (length >= 0 && length <= MAX_BODY) {
        return length;
      }
    } catch (NumberFormatException e) {
      LOG.log(Level.FINE, "not a number", e);
    }
    LOG.warning(() -> "skipping a message with Content-Length: " + text);
    return -1;
  }

  private @Nullable String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
      }
      if (line.length() == MAX_HEADER) {
        line.delete(0, MAX_HEADER / 2);
      }
      line.append((char) c);
    }
    return null;
  }
}
