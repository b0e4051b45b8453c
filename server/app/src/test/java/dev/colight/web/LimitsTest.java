package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Limits SMALL =
      new Limits(
          3, Duration.ofMillis(300), 200, 1_000, 100, 1_000, 2_000, 1 << 16, Duration.ofSeconds(5));

  /** Reads until the server closes the connection. */
  private static String rest(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void a_request_that_is_too_large_is_refused() throws Exception {
    try (ServerFixture server = new ServerFixture(SMALL)) {
      String host = "Host: " + server.host();
      String longLine = "GET /" + "a".repeat(300) + " HTTP/1.1";
      assertEquals(431, RawHttp.send(server.port(), longLine, List.of(host)).status());
      List<String> many = List.of(host, "X-Much: " + "a".repeat(2_000));
      assertEquals(431, RawHttp.send(server.port(), "GET / HTTP/1.1", many).status());
      List<String> body = List.of(host, "Content-Length: 1000000");
      assertEquals(413, RawHttp.send(server.port(), "GET / HTTP/1.1", body).status());
      assertEquals(400, RawHttp.send(server.port(), "nonsense", List.of(host)).status());
    }
  }

  @Test
  void a_connection_on_which_no_request_comes_to_an_end_is_closed() throws Exception {
    try (ServerFixture server = new ServerFixture(SMALL);
        Socket silent = RawHttp.connect(server.port());
        Socket half = RawHttp.connect(server.port());
        Socket answered = RawHttp.connect(server.port())) {
      half.getOutputStream().write("GET / HTTP/1.1\r\nHost:".getBytes(StandardCharsets.US_ASCII));
      answered
          .getOutputStream()
          .write(
              ("GET / HTTP/1.1\r\nHost: " + server.host() + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertEquals("", rest(silent));
      assertEquals("", rest(half));
      assertTrue(rest(answered).startsWith("HTTP/1.1 401"));
    }
  }

  @Test
  void there_are_no_more_connections_than_that() throws Exception {
    try (ServerFixture server = new ServerFixture(SMALL);
        PageClient first = server.page();
        PageClient second = server.page();
        PageClient third = server.page();
        Socket fourth = RawHttp.connect(server.port())) {
      assertEquals("", rest(fourth));
      third.request("colight/files", "{}");
      first.request("colight/files", "{}");
      second.request("colight/files", "{}");
    }
  }

  @Test
  void a_message_that_is_too_large_ends_its_page_and_no_other() throws Exception {
    try (ServerFixture server = new ServerFixture(SMALL);
        PageClient other = server.page()) {
      PageClient frame = server.page();
      frame.notify("x", "'" + "a".repeat(1_500) + "'");
      frame.closed.get(60, TimeUnit.SECONDS);
      PageClient binary = new PageClient(server, List.of());
      binary.sendBinary(ByteBuffer.wrap(new byte[] {1}));
      assertEquals(1003, binary.closed.get(60, TimeUnit.SECONDS));
      other.request("colight/files", "{}");
    }
  }

  @Test
  void what_is_no_message_is_answered_and_the_page_goes_on() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      page.send("nonsense");
      page.await(message -> message.has("error"));
      page.request("colight/files", "{}");
    }
  }

  @Test
  void a_connection_that_speaks_too_early_is_not_listened_to() throws Exception {
    try (ServerFixture server = new ServerFixture()) {
      var answers = new LinkedBlockingQueue<String>();
      WebSocket early =
          PageClient.connect(
              server.host(),
              server.cookie().substring("Cookie: ".length()),
              new WebSocket.Listener() {
                @Override
                public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
                  answers.add(data.toString());
                  from.request(1);
                  return CompletableFuture.completedFuture(null);
                }
              });
      early
          .sendText(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"colight/files\",\"params\":{}}", true)
          .get(60, TimeUnit.SECONDS);
      assertTrue(String.valueOf(answers.poll(60, TimeUnit.SECONDS)).contains("initialize"));
      early.abort();
    }
  }
}
