package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Clients that send requests and do not read the answers. */
class PipeliningTest {
  private static final Limits IMPATIENT =
      new Limits(
          20,
          Duration.ofMillis(500),
          4 << 10,
          16 << 10,
          1 << 10,
          1 << 20,
          1 << 20,
          1 << 16,
          Duration.ofSeconds(5));

  /** More requests than fit into the buffers of any connection. */
  private static final int MANY = 1_000;

  private static byte[] requests(ServerFixture server, String header) {
    return ("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n" + header + "\r\n\r\n")
        .repeat(MANY)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void sendUntilClosed(Socket socket, byte[] requests) {
    assertThrows(
        IOException.class,
        () -> {
          OutputStream out = socket.getOutputStream();
          for (int i = 0; i < MANY; i++) {
            out.write(requests);
          }
        });
  }

  @Test
  void whoever_was_let_in_gets_no_more_answers_than_are_read() throws Exception {
    try (ServerFixture server = new ServerFixture(IMPATIENT);
        Socket deaf = RawHttp.connect(server.port())) {
      sendUntilClosed(deaf, requests(server, server.cookie()));
      assertEquals(200, server.get("/").status());
    }
  }

  @Test
  void whoever_was_not_let_in_gets_one_answer() throws Exception {
    Limits patient =
        new Limits(
            2,
            Duration.ofDays(1),
            4 << 10,
            16 << 10,
            1 << 10,
            1 << 20,
            1 << 20,
            1 << 30,
            Duration.ofDays(1));
    try (ServerFixture server = new ServerFixture(patient);
        Socket stranger = RawHttp.connect(server.port());
        Socket other = RawHttp.connect(server.port())) {
      sendUntilClosed(stranger, requests(server, "X-Cookie: none"));
      sendUntilClosed(other, requests(server, "Cookie: colight-1=x"));
      assertEquals(200, server.get("/").status());
    }
  }

  @Test
  void a_server_ends_while_somebody_does_not_read() throws Exception {
    try (ServerFixture server = new ServerFixture();
        Socket deaf = RawHttp.connect(server.port())) {
      deaf.getOutputStream().write(requests(server, server.cookie()));
      server.server.close();
      assertEquals(0, server.server.connected());
    }
  }

  @RepeatedTest(10)
  void nobody_who_has_just_come_outlives_a_server() throws Exception {
    List<Socket> sockets = new ArrayList<>();
    try (ServerFixture server = new ServerFixture()) {
      for (int i = 0; i < Limits.USUAL.connections(); i++) {
        sockets.add(RawHttp.connect(server.port()));
      }
      server.server.close();
      assertEquals(0, server.server.connected());
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }
}
