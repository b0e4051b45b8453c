package dev.colight.worker.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes the parts of a frame. */
public final class FrameWriter {
  /** The first four bytes are the frame's length, known at the end. */
  private ByteBuffer buffer = ByteBuffer.allocate(256).position(4);

  public void u8(int value) {
    room(1).put((byte) value);
  }

  public void flag(boolean value) {
    u8(value ? 1 : 0);
  }

  public void i32(int value) {
    room(4).putInt(value);
  }

  public void i64(long value) {
    room(8).putLong(value);
  }

  /** Writes bytes with their length. */
  public void bytes(byte[] value) {
    i32(value.length);
    room(value.length).put(value);
  }

  /** Writes text as UTF-8; half a surrogate pair becomes a question mark. */
  public void text(String value) {
    bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  public void optionalText(@Nullable String value) {
    flag(value != null);
    if (value != null) {
      text(value);
    }
  }

  /** Writes a sequence with its size. */
  public <T> void list(Collection<T> values, Consumer<T> element) {
    i32(values.size());
    values.forEach(element);
  }

  /** Writes texts by name. */
  public void map(Map<String, String> values) {
    list(
        values.entrySet(),
        entry -> {
          text(entry.getKey());
          text(entry.getValue());
        });
  }

  byte[] frame() {
    buffer.putInt(0, buffer.position() - 4);
    byte[] frame = new byte[buffer.position()];
    buffer.flip().get(frame);
    return frame;
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(buffer.capacity() * 2, Math.addExact(buffer.position(), bytes));
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
