package dev.colight.bench.jupyter;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The connecting end of ZeroMQ's transport protocol (ZMTP 3.0, without security): messages of
 * several frames. One thread may send while another receives.
 */
final class ZmtpSocket implements AutoCloseable {
  private static final int MORE = 1;
  private static final int LONG = 2;
  private static final int COMMAND = 4;
  private static final int SHORTEST_LONG = 256;
  private static final int GREETING = 64;
  private static final int LARGEST_FRAME = 1 << 26;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;

  /**
   * Connects, and agrees with the other end on the protocol.
   *
   * @param type as ZeroMQ calls it, such as {@code DEALER}
   */
  ZmtpSocket(int port, String type) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    greet();
    ready(type);
  }

  private void greet() throws IOException {
    byte[] greeting = new byte[GREETING];
    greeting[0] = (byte) 0xff;
    greeting[9] = 0x7f;
    greeting[10] = 3;
    byte[] mechanism = "NULL".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(mechanism, 0, greeting, 12, mechanism.length);
    out.write(greeting);
    out.flush();
    byte[] theirs = new byte[GREETING];
    in.readFully(theirs);
    if (theirs[0] != (byte) 0xff || theirs[10] < 3) {
      throw new IOException("the other end does not speak ZMTP 3");
    }
  }

  private void ready(String type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream command = new DataOutputStream(bytes);
    name(command, "READY");
    property(command, "Socket-Type", type);
    property(command, "Identity", "");
    send(COMMAND, bytes.toByteArray());
    out.flush();
    body(in.readUnsignedByte());
  }

  private static void name(DataOutputStream to, String name) throws IOException {
    to.writeByte(name.length());
    to.write(name.getBytes(StandardCharsets.US_ASCII));
  }

  private static void property(DataOutputStream to, String name, String value) throws IOException {
    name(to, name);
    to.writeInt(value.length());
    to.write(value.getBytes(StandardCharsets.US_ASCII));
  }

  /** Asks a publisher for all that it says. */
  void subscribe() throws IOException {
    send(List.of(new byte[] {1}));
  }

  /** Sends a message. */
  void send(List<byte[]> frames) throws IOException {
    for (int i = 0; i < frames.size(); i++) {
      send(i < frames.size() - 1 ? MORE : 0, frames.get(i));
    }
    out.flush();
  }

  private void send(int flags, byte[] body) throws IOException {
    if (body.length < SHORTEST_LONG) {
      out.writeByte(flags);
      out.writeByte(body.length);
    } else {
      out.writeByte(flags | LONG);
      out.writeLong(body.length);
    }
    out.write(body);
  }

  /** Waits for a message. */
  List<byte[]> receive() throws IOException {
    List<byte[]> frames = new ArrayList<>();
    int flags;
    do {
      flags = in.readUnsignedByte();
      byte[] body = body(flags);
      if ((flags & COMMAND) == 0) {
        frames.add(body);
      }
    } while ((flags & (MORE | COMMAND)) != 0);
    return frames;
  }

  private byte[] body(int flags) throws IOException {
    long length = (flags & LONG) == 0 ? in.readUnsignedByte() : in.readLong();
    if (length < 0 || length > LARGEST_FRAME) {
      throw new IOException("a frame of " + length + " bytes");
    }
    byte[] body = in.readNBytes((int) length);
    if (body.length < length) {
      throw new EOFException();
    }
    return body;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
