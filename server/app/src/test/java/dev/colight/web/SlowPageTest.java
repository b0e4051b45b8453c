package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A page that stops to read. */
class SlowPageTest {
  private static final Limits IMPATIENT =
      new Limits(
          20,
          Duration.ofSeconds(60),
          4 << 10,
          16 << 10,
          1 << 10,
          1 << 20,
          1 << 20,
          1 << 16,
          Duration.ofMillis(300));

  /** Asks for a document and reads nothing of it. */
  private static final class Deaf implements WebSocket.Listener {
    final CompletableFuture<Void> end = new CompletableFuture<>();

    @Override
    public void onOpen(WebSocket socket) {
      // It asks for no message.
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      end.complete(null);
      return end;
    }
  }

  @Test
  void it_is_cut_off_and_nobody_else_notices() throws Exception {
    try (ServerFixture server = new ServerFixture(IMPATIENT);
        PageClient reader = server.page()) {
      server.type("int a = 0;");
      reader.watch(ServerFixture.URI);
      WebSocket deaf =
          PageClient.connect(
              server.host(), server.cookie().substring("Cookie: ".length()), new Deaf());
      send(deaf, "1", "initialize", "{\"initializationOptions\":{\"colight\":{\"protocol\":1}}}");
      send(deaf, "2", "colight/document", "{\"uri\":\"" + ServerFixture.URI + "\"}");
      int open = 2;
      assertEquals(open, server.server.connected());
      String wide = "for (int i = 0; i < 100; i++) System.out.print(\"x\".repeat(40_000) + %d);";
      for (int edit = 1; server.server.connected() == open; edit++) {
        server.type(wide.formatted(edit));
        reader.awaitRunEnd(server.version());
      }
      server.type("6 * 7");
      JsonObject last =
          reader.awaitRunEnd(server.version()).stream()
              .filter(message -> PageClient.method(message).equals("colight/blockResult"))
              .reduce((first, second) -> second)
              .orElseThrow();
      assertEquals(true, last.toString().contains("\"42\""), last.toString());
      deaf.abort();
    }
  }

  private static void send(WebSocket socket, String id, String method, String params)
      throws Exception {
    socket
        .sendText(
            "{\"jsonrpc\":\"2.0\",\"id\":"
                + id
                + ",\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + "}",
            true)
        .get(60, TimeUnit.SECONDS);
  }
}
