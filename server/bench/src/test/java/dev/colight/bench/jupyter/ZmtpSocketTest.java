package dev.colight.bench.jupyter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ZmtpSocketTest {
  private static final byte[] SHORT = "short".getBytes(StandardCharsets.UTF_8);
  private static final byte[] LONG = new byte[1_000];

  /** The other end, as the specification of ZMTP 3.0 has it. */
  private static byte[] serve(ServerSocket server, int version) {
    try (Socket socket = server.accept()) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      byte[] greeting = new byte[64];
      in.readFully(greeting);
      greeting[10] = (byte) version;
      out.write(greeting);
      if (version < 3) {
        return new byte[0];
      }
      out.write(new byte[] {4, 6, 5, 'R', 'E', 'A', 'D', 'Y'});
      out.write(new byte[] {4, 5, 4, 'P', 'I', 'N', 'G'}); // may come at any time
      out.write(new byte[] {1, 5});
      out.write(SHORT);
      out.write(2);
      out.writeLong(LONG.length);
      out.write(LONG);
      out.flush();
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      in.transferTo(said);
      return said.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void messages_of_several_frames_come_and_go() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var said = CompletableFuture.supplyAsync(() -> serve(server, 3));
      try (ZmtpSocket socket = new ZmtpSocket(server.getLocalPort(), "DEALER")) {
        List<byte[]> message = socket.receive();
        assertEquals(2, message.size());
        assertArrayEquals(SHORT, message.get(0));
        assertArrayEquals(LONG, message.get(1));
        socket.send(message);
      }
      ByteArrayOutputStream expected = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(expected);
      String ready = "\5READY\13Socket-Type\0\0\0\6DEALER\10Identity\0\0\0\0";
      out.write(new byte[] {4, (byte) ready.length()});
      out.write(ready.getBytes(StandardCharsets.ISO_8859_1));
      out.write(new byte[] {1, (byte) SHORT.length});
      out.write(SHORT);
      out.write(2);
      out.writeLong(LONG.length);
      out.write(LONG);
      assertArrayEquals(expected.toByteArray(), said.get());
    }
  }

  @Test
  void who_speaks_something_older_is_refused() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var said = CompletableFuture.supplyAsync(() -> serve(server, 2));
      assertThrows(IOException.class, () -> new ZmtpSocket(server.getLocalPort(), "SUB"));
      said.join();
    }
  }
}
