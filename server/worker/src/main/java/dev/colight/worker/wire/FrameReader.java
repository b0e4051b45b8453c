package dev.colight.worker.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a frame, and refuses what does not fit into it. */
public final class FrameReader {
  /** Reads an element of a list. */
  @FunctionalInterface
  public interface Element<T> {
    T read() throws ProtocolException;
  }

  /** Elements that all lists and maps of a frame have together: each takes more than its bytes. */
  private static final int MAX_ELEMENTS = 1 << 21;

  private final ByteBuffer buffer;
  private int elements;

  FrameReader(byte[] bytes) {
    buffer = ByteBuffer.wrap(bytes);
  }

  public int u8() throws ProtocolException {
    return need(1).get() & 0xff;
  }

  public boolean flag() throws ProtocolException {
    int value = u8();
    if (value > 1) {
      throw new ProtocolException("a flag of " + value);
    }
    return value == 1;
  }

  public int i32() throws ProtocolException {
    return need(4).getInt();
  }

  public long i64() throws ProtocolException {
    return need(8).getLong();
  }

  /** Reads bytes with their length. */
  public byte[] bytes() throws ProtocolException {
    byte[] value = new byte[length()];
    buffer.get(value);
    return value;
  }

  public String text() throws ProtocolException {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  public @Nullable String optionalText() throws ProtocolException {
    return flag() ? text() : null;
  }

  /** Reads a sequence; an element takes a byte at least, so that its size is bounded. */
  public <T> List<T> list(Element<T> element) throws ProtocolException {
    int size = size();
    List<T> values = new ArrayList<>(Math.min(size, 1024));
    for (int i = 0; i < size; i++) {
      values.add(element.read());
    }
    return values;
  }

  /** Reads texts by name, in their order. */
  public Map<String, String> map() throws ProtocolException {
    int size = size();
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      String name = text();
      values.put(name, text());
    }
    return values;
  }

  /** Checks that nothing is left. */
  void end() throws ProtocolException {
    if (buffer.hasRemaining()) {
      throw new ProtocolException(buffer.remaining() + " bytes too many");
    }
  }

  private int size() throws ProtocolException {
    int size = length();
    elements += size; // of a frame of 64 MiB these cannot overflow
    if (elements > MAX_ELEMENTS) {
      throw new ProtocolException("a frame of " + elements + " elements");
    }
    return size;
  }

  private int length() throws ProtocolException {
    int length = i32();
    if (length < 0 || length > buffer.remaining()) {
      throw new ProtocolException("a length of " + length + " with " + buffer.remaining());
    }
    return length;
  }

  private ByteBuffer need(int bytes) throws ProtocolException {
    if (buffer.remaining() < bytes) {
      throw new ProtocolException("the frame ends too early");
    }
    return buffer;
  }
}
