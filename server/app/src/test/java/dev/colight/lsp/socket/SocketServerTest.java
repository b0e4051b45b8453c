package dev.colight.lsp.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What somebody gets who connects, with the token and without it. */
class SocketServerTest {
  private static final String TOKEN = "a token that nobody can guess";
  private static final String GOOD =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":"
          + "{\"initializationOptions\":{\"colight\":{\"token\":\""
          + TOKEN
          + "\"}}}}";

  /** What got through to a session, one entry for each. */
  private final BlockingQueue<String> served = new LinkedBlockingQueue<>();

  @SuppressWarnings("NullAway.Init") // set by start
  private SocketServer server;

  @BeforeEach
  void start() throws Exception {
    server = listening(Duration.ofSeconds(60));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private SocketServer listening(Duration patience) throws IOException {
    SocketServer listening = new SocketServer(0, TOKEN, patience, this::echo);
    Thread thread = new Thread(listening::serve, "test-socket");
    thread.setDaemon(true);
    thread.start();
    return listening;
  }

  /** Says what it hears, until the client ends. */
  private void echo(InputStream in, OutputStream out) {
    try {
      byte[] first = in.readNBytes(framed(GOOD).length());
      served.add(new String(first, StandardCharsets.UTF_8));
      out.write(first);
      out.flush();
      in.transferTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String framed(String body) {
    return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  /** Reads until the server ends the connection, however it does. */
  private static String rest(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    try {
      for (int c = socket.getInputStream().read(); c >= 0; c = socket.getInputStream().read()) {
        text.append((char) c);
      }
    } catch (SocketException e) {
      return text.toString(); // reset, as it had more to read
    }
    return text.toString();
  }

  private void assertCanComeIn() throws Exception {
    try (Socket socket = connect()) {
      send(socket, framed(GOOD));
      assertEquals(framed(GOOD), served.poll(60, TimeUnit.SECONDS));
      byte[] echoed = socket.getInputStream().readNBytes(framed(GOOD).length());
      assertEquals(framed(GOOD), new String(echoed, StandardCharsets.UTF_8));
    }
  }

  @Test
  void who_shows_the_token_gets_a_session_with_all_that_was_sent() throws Exception {
    assertCanComeIn();
    assertCanComeIn();
  }

  static List<String> nonsense() {
    return List.of(
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST / HTTP/1.1\r\n" + framed(GOOD),
        "\r\n" + framed(GOOD),
        TOKEN + "\n",
        "Content-Length: 99999999\r\n\r\n",
        "Content-Length: 9999999\r\n\r\n",
        "Content-Length: -1\r\n\r\n",
        "x".repeat(2_000),
        "Content-Length: 5\r\n" + "X-Filler: y\r\n".repeat(100) + "\r\n",
        framed(""),
        framed("null"),
        framed("[" + GOOD + "]"),
        framed("[".repeat(200_000)),
        framed("{\"params\":" + "[".repeat(100_000)),
        framed("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void what_is_no_request_ends_the_connection_without_a_word(String text) throws Exception {
    try (Socket socket = connect()) {
      send(socket, text);
      assertEquals("", rest(socket));
    }
    assertTrue(served.isEmpty());
    assertCanComeIn();
  }

  static List<String> refused() {
    return List.of(
        GOOD.replace(TOKEN, "another token, just as long.."),
        GOOD.replace(TOKEN, TOKEN + " "),
        GOOD.replace(TOKEN, ""),
        GOOD.replace("\"" + TOKEN + "\"", "null"),
        GOOD.replace("\"" + TOKEN + "\"", "[\"" + TOKEN + "\"]"),
        GOOD.replace("initializationOptions", "options"),
        GOOD.replace("initialize", "shutdown"),
        "{\"id\":1,\"method\":\"initialize\"}",
        "{\"id\":1,\"method\":7,\"params\":[]}");
  }

  @ParameterizedTest
  @MethodSource("refused")
  void a_request_without_the_token_is_refused_in_words(String request) throws Exception {
    try (Socket socket = connect()) {
      send(socket, framed(request));
      String answer = rest(socket);
      assertTrue(answer.contains("\"id\":1,"), answer);
      assertTrue(answer.contains("initializationOptions.colight.token"), answer);
    }
    assertTrue(served.isEmpty());
    assertCanComeIn();
  }

  @Test
  void who_says_nothing_or_half_of_it_is_sent_away_when_the_time_is_over() throws Exception {
    server.close();
    server = listening(Duration.ofMillis(200));
    for (String half : List.of("", "Content-", framed(GOOD).substring(0, 60))) {
      try (Socket socket = connect()) {
        send(socket, half);
        assertEquals("", rest(socket));
      }
    }
    assertTrue(served.isEmpty());
  }

  @Test
  void many_who_say_nothing_keep_nobody_out() throws Exception {
    List<Socket> silent = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        silent.add(connect());
      }
      assertCanComeIn();
      assertEquals("", rest(silent.get(0)), "the oldest made room");
    } finally {
      for (Socket socket : silent) {
        socket.close();
      }
    }
  }

  @Test
  void it_listens_on_the_loopback_address_alone() throws Exception {
    for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(card.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          boolean open = true;
          try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, server.port()), 2_000);
          } catch (IOException e) {
            open = false;
          }
          assertTrue(!open, address + " is not served");
        }
      }
    }
  }
}
