package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSessionTest {
  private static final String ABOUT = "{'uri': '" + ServerFixture.URI + "'}";

  private static List<String> methods(List<JsonObject> messages) {
    return messages.stream().map(PageClient::method).filter(name -> !name.isEmpty()).toList();
  }

  @Test
  void a_page_gets_all_of_a_document_and_then_what_changes() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      server.type("// # Title\n\nint a = 1;\n\nint b = a + 1;\n");
      JsonObject document = page.watch(ServerFixture.URI);
      if (document.getAsJsonArray("results").size() < 2) {
        page.awaitRunEnd(1);
      }
      JsonObject code = document.getAsJsonArray("blocks").get(1).getAsJsonObject();
      assertEquals("int a = 1;", code.get("source").getAsString());
      assertFalse(document.getAsJsonArray("blocks").get(0).getAsJsonObject().has("source"));
      server.type("// # Title\n\nint a = 2;\n\nint b = a + 1;\n");
      List<JsonObject> run = page.awaitRunEnd(2);
      JsonObject last =
          run.stream()
              .filter(message -> PageClient.method(message).equals("colight/blockResult"))
              .reduce((first, second) -> second)
              .orElseThrow();
      assertTrue(last.toString().contains("\"text/plain\":\"3\""), last.toString());
    }
  }

  @Test
  void a_page_hears_of_what_it_watches_and_of_nothing_else() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient watching = server.page();
        PageClient other = server.page();
        PageClient gone = server.page()) {
      server.type("int a = 1;");
      watching.watch(ServerFixture.URI);
      gone.watch(ServerFixture.URI);
      gone.notify("colight/unwatch", ABOUT);
      gone.request("colight/files", "{}"); // which comes after it
      gone.messages.clear();
      server.type("int a = 2;");
      watching.awaitRunEnd(2);
      for (PageClient page : List.of(other, gone)) {
        page.request("colight/files", "{}");
        assertFalse(
            methods(List.copyOf(page.messages)).stream()
                .anyMatch(name -> name.startsWith("colight/run") || name.contains("block")));
      }
    }
  }

  @Test
  void a_page_has_documents_run_cancelled_verified_and_exported() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      server.type("int a = 1;");
      page.watch(ServerFixture.URI);
      JsonElement run =
          page.request("colight/run", "{'uri': '" + ServerFixture.URI + "', 'force': true}");
      assertTrue(run.getAsJsonObject().get("run").getAsInt() >= 2);
      JsonElement verified = page.request("colight/verify", ABOUT);
      assertTrue(verified.getAsJsonObject().get("equal").getAsBoolean());
      JsonElement exported =
          page.request(
              "colight/export", "{'uri': '" + ServerFixture.URI + "', 'format': 'markdown'}");
      assertEquals(
          "```java\nint a = 1;\n```\n\n```text\na = 1\n```\n",
          exported.getAsJsonObject().get("content").getAsString());
      JsonObject wrong =
          page.ask("colight/export", "{'uri': '" + ServerFixture.URI + "', 'format': 'docx'}");
      assertEquals(
          "There is no format docx", wrong.getAsJsonObject("error").get("message").getAsString());
      assertFalse(
          page.request("colight/cancel", ABOUT).getAsJsonObject().get("cancelled").getAsBoolean());
      page.request("colight/restart", ABOUT);
    }
  }

  @Test
  void a_document_that_is_not_there_is_told_so() throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      JsonObject answer = page.ask("colight/document", "{'uri': 'file:///nothing.jsh'}");
      assertEquals(
          "The document is not open: file:///nothing.jsh",
          answer.getAsJsonObject("error").get("message").getAsString());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didClose",
        "textDocument/hover",
        "workspace/executeCommand",
        "workspace/didChangeConfiguration",
        "colight/preview",
        "shutdown",
        "exit"
      })
  void a_page_can_do_nothing_else(String method) throws Exception {
    try (ServerFixture server = new ServerFixture();
        PageClient page = server.page()) {
      JsonObject answer = page.ask(method, "{}");
      assertEquals(-32601, answer.getAsJsonObject("error").get("code").getAsInt());
      page.notify(method, "{}");
      page.request("colight/files", "{}");
    }
  }
}
