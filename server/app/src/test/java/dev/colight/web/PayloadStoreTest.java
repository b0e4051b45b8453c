package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.colight.document.BlockId;
import dev.colight.protocol.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PayloadStoreTest {
  private static final BlockId BLOCK = new BlockId(1);
  private static final String WIDE = "System.out.print(\"%s\".repeat(100_000));";

  /** Returns the address of the only output of the last result of a run. */
  private static JsonObject payload(PageClient page, int version) throws Exception {
    return page.awaitRunEnd(version).stream()
        .filter(message -> PageClient.method(message).equals("colight/blockResult"))
        .reduce((first, second) -> second)
        .orElseThrow()
        .getAsJsonObject("params")
        .getAsJsonArray("outputs")
        .get(0)
        .getAsJsonObject()
        .getAsJsonObject("mime")
        .getAsJsonObject("text/plain");
  }

  @Test
  void what_is_large_goes_by_address_and_is_dropped_a_while_after_nothing_shows_it()
      throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      server.type("int a = 1;");
      page.watch(ServerFixture.URI);
      server.type(WIDE.formatted("x"));
      JsonObject first = payload(page, 2);
      String url = first.get("url").getAsString();
      RawHttp.Answer answer = server.get(url);
      assertEquals(200, answer.status());
      assertEquals("text/plain; charset=utf-8", answer.header("content-type"));
      assertTrue(answer.header("cache-control").contains("immutable"));
      assertTrue(answer.body().contains("x".repeat(50_000)));
      assertEquals(answer.body().length(), first.get("size").getAsInt());

      server.payloads.sweep();
      server.clock.pass(Duration.ofHours(1));
      server.payloads.sweep();
      assertEquals(200, server.get(url).status(), "it is shown for as long as it is");

      server.type(WIDE.formatted("y"));
      String second = payload(page, 3).get("url").getAsString();
      assertNotEquals(url, second);
      server.payloads.sweep();
      assertEquals(200, server.get(url).status(), "someone may just be about to ask for it");
      server.clock.pass(Duration.ofMinutes(1));
      server.payloads.sweep();
      assertEquals(404, server.get(url).status());
      assertEquals(200, server.get(second).status());

      server.documents.close(ServerFixture.URI);
      server.documents.current(ServerFixture.URI).get();
      server.payloads.sweep();
      server.clock.pass(Duration.ofMinutes(1));
      server.payloads.sweep();
      assertEquals(404, server.get(second).status());
    }
  }

  @Test
  void what_is_shown_again_in_time_stays() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      server.type("int a = 1;");
      page.watch(ServerFixture.URI);
      server.type(WIDE.formatted("x"));
      String url = payload(page, 2).get("url").getAsString();
      server.type("int a = 1;");
      page.awaitRunEnd(3);
      server.payloads.sweep();
      server.type(WIDE.formatted("x"));
      assertEquals(url, payload(page, 4).get("url").getAsString());
      server.payloads.sweep();
      server.clock.pass(Duration.ofMinutes(1));
      server.payloads.sweep();
      assertEquals(200, server.get(url).status());
    }
  }

  @Test
  void megabytes_of_output_are_one_address() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      server.type(
          "for (int i = 0; i < 100_000; i++) System.out.println(\"0123456789\".repeat(10) + i);");
      page.watch(ServerFixture.URI);
      page.notify("colight/unwatch", "{'uri': '" + ServerFixture.URI + "'}");
      server.type(
          "for (int i = 0; i < 100_000; i++) System.out.println(\"9876543210\".repeat(10) + i);");
      page.watch(ServerFixture.URI);
      JsonObject payload = payload(page, 2);
      assertTrue(payload.get("size").getAsLong() > 1_000_000, payload.toString());
      RawHttp.Answer answer = server.get(payload.get("url").getAsString());
      assertEquals(payload.get("size").getAsLong(), answer.body().length());
    }
  }

  @Test
  void images_are_sent_as_what_they_are() throws Exception {
    try (ServerFixture server = new ServerFixture()) {
      byte[] image = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2};
      Payload payload =
          server.payloads.link("u", BLOCK, "image/png", Base64.getEncoder().encodeToString(image));
      assertEquals(image.length, payload.size());
      RawHttp.Answer answer = server.get(Objects.requireNonNull(payload.url()));
      assertEquals("image/png", answer.header("content-type"));
      assertEquals("7", answer.header("content-length"));
    }
  }

  @Test
  void equal_content_of_another_type_has_another_address() throws Exception {
    try (ServerFixture server = new ServerFixture()) {
      Payload text = server.payloads.link("u", BLOCK, "text/plain", "<p>");
      assertEquals(text, server.payloads.link("v", BLOCK, "text/plain", "<p>"));
      assertNotEquals(text, server.payloads.link("u", BLOCK, "text/markdown", "<p>"));
      Payload umlaut = server.payloads.link("u", BLOCK, "text/plain", "ä");
      assertEquals("ä".getBytes(StandardCharsets.UTF_8).length, umlaut.size());
    }
  }

  @Test
  void there_is_never_more_than_its_bound() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PayloadStore small =
            new PayloadStore(server.documents, server.clock, Duration.ofHours(1), 1_000)) {
      String oldest = StoredPayload.of("text/plain", "a".repeat(600)).address();
      small.link("u", BLOCK, "text/plain", "a".repeat(600));
      String newest = StoredPayload.of("text/plain", "b".repeat(600)).address();
      small.link("u", BLOCK, "text/plain", "b".repeat(600));
      assertTrue(small.get(oldest).isEmpty());
      assertTrue(small.get(newest).isPresent());
    }
  }
}
