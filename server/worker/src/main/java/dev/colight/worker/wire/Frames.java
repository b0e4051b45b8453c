package dev.colight.worker.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Reads and writes frames: a length (4 bytes, of what follows), the version, the type, and a body
 * that the type defines. A reader trusts no length: each is checked against what is left.
 */
public final class Frames {
  /** Version of this protocol; a frame of another one is refused. */
  public static final int VERSION = 1;

  /** Length that no frame exceeds, in bytes. */
  public static final int MAX_LENGTH = 64 << 20;

  /** Length of the longest frame that is read from somebody who has not said the secret yet. */
  public static final int MAX_HELLO_LENGTH = 1 << 10;

  /** Length of frames that are read in one piece. */
  private static final int AT_ONCE = 1 << 16;

  private Frames() {}

  /** Encodes a message as a whole frame. */
  public static byte[] encode(Message message) {
    FrameWriter writer = new FrameWriter();
    writer.u8(VERSION);
    writer.u8(message.type());
    message.write(writer);
    byte[] frame = writer.frame();
    if (frame.length - 4 > MAX_LENGTH) {
      throw new IllegalArgumentException("a frame of " + frame.length + " bytes is too long");
    }
    return frame;
  }

  /** Writes one or several messages in one piece, in this order, and flushes. */
  public static void send(OutputStream out, Message... messages) throws IOException {
    byte[] frames = encode(messages[0]);
    for (int i = 1; i < messages.length; i++) {
      byte[] next = encode(messages[i]);
      int length = frames.length;
      frames = Arrays.copyOf(frames, length + next.length);
      System.arraycopy(next, 0, frames, length, next.length);
    }
    out.write(frames);
    out.flush();
  }

  /** Reads what a server sends; waits for it. Throws EOFException at the end. */
  public static ToWorker receiveToWorker(InputStream in) throws IOException {
    FrameReader reader = open(in, MAX_LENGTH);
    ToWorker message = ToWorker.read(reader.u8(), reader);
    reader.end();
    return message;
  }

  /** Reads what a worker sends, no longer than {@code maxLength}; waits for it. */
  public static FromWorker receiveFromWorker(InputStream in, int maxLength) throws IOException {
    FrameReader reader = open(in, maxLength);
    FromWorker message = FromWorker.read(reader.u8(), reader);
    reader.end();
    return message;
  }

  private static FrameReader open(InputStream in, int maxLength) throws IOException {
    DataInputStream data = new DataInputStream(in);
    int length = data.readInt();
    if (length < 2 || length > maxLength) {
      throw new ProtocolException("a frame of " + length + " bytes");
    }
    // A long frame takes memory only as it comes.
    byte[] bytes = length <= AT_ONCE ? new byte[length] : data.readNBytes(length);
    if (length <= AT_ONCE) {
      data.readFully(bytes);
    } else if (bytes.length < length) {
      throw new EOFException();
    }
    FrameReader reader = new FrameReader(bytes);
    int version = reader.u8();
    if (version != VERSION) {
      throw new ProtocolException("version " + version + " instead of " + VERSION);
    }
    return reader;
  }
}
