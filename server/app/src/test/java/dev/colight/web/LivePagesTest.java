package dev.colight.web;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.colight.fixture.HostileFolder;
import dev.colight.java.JavaLanguage;
import dev.colight.lsp.DocumentTrust;
import dev.colight.trust.Grants;
import dev.colight.trust.TrustStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents on disk, as a browser gets them. */
class LivePagesTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  Path folder;

  private static PageClient page(LivePages pages) throws Exception {
    URI url = URI.create(pages.url());
    RawHttp.Answer answer =
        RawHttp.send(
            url.getPort(),
            "GET " + url.getRawPath() + "?" + url.getRawQuery() + " HTTP/1.1",
            List.of("Host: " + url.getAuthority()));
    String cookie = answer.header("set-cookie");
    return new PageClient(
        url.getAuthority(), cookie.substring(0, cookie.indexOf(';')), List.of("text/html"));
  }

  private static List<String> values(List<JsonObject> messages) {
    return messages.stream()
        .filter(message -> PageClient.method(message).equals("colight/blockResult"))
        .map(message -> message.getAsJsonObject("params").getAsJsonArray("outputs"))
        .filter(outputs -> !outputs.isEmpty())
        .map(outputs -> outputs.get(0).getAsJsonObject().getAsJsonObject("mime"))
        .map(mime -> mime.get("text/plain").getAsString())
        .toList();
  }

  @Test
  void a_document_follows_its_file() throws Exception {
    Path file = Files.writeString(folder.resolve("a b.jsh"), "int a = 1;\n\na + 1\n");
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        LivePages pages = LivePages.ofFile(language, DocumentTrust.ofAll(), "test", file, 0);
        PageClient page = page(pages)) {
      JsonObject files = page.request("colight/files", "{}").getAsJsonObject();
      JsonObject only = files.getAsJsonArray("files").get(0).getAsJsonObject();
      assertEquals("a b.jsh", only.get("path").getAsString());
      page.watch(only.get("uri").getAsString());
      Files.writeString(file, "int a = 41;\n\na + 1\n");
      assertTrue(values(page.awaitRunEnd(2)).contains("42"));
      JsonObject refused = page.ask("colight/document", "{'uri': 'file:///etc/passwd'}");
      assertTrue(refused.toString().contains("There is no such document here"));
    }
  }

  @Test
  void a_folder_gives_its_documents_each_live_while_it_is_watched() throws Exception {
    Files.writeString(folder.resolve("a.jsh"), "6 * 7");
    Path nested = Files.createDirectory(folder.resolve("sub"));
    Files.writeString(nested.resolve("b.jsh"), "6 * 8");
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        LivePages pages = LivePages.ofFolder(language, DocumentTrust.ofAll(), "test", folder, 0);
        PageClient page = page(pages)) {
      String found = page.request("colight/files", "{}").toString();
      assertTrue(found.contains("\"a.jsh\"") && found.contains("\"sub/b.jsh\""), found);
      String uri = nested.resolve("b.jsh").toRealPath().toUri().toString();
      JsonObject document = page.watch(uri);
      if (document.getAsJsonArray("results").isEmpty()) {
        assertEquals(List.of("48"), values(page.awaitRunEnd(1)));
      }
      Files.writeString(folder.resolve("c.jsh"), "1");
      page.await(message -> PageClient.method(message).equals("colight/filesChanged"));
    }
  }

  @Test
  void a_folder_that_is_not_trusted_runs_once_a_page_says_that_it_is() throws Exception {
    Path served = Files.createDirectory(folder.resolve("served"));
    TrustStore store = new TrustStore(folder.resolve("state/trust"));
    DocumentTrust trust = DocumentTrust.of(store, Grants.NONE);
    Set<ProcessHandle> before = ProcessHandle.current().descendants().collect(toSet());
    try (HostileFolder hostile = new HostileFolder(served);
        JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults().with(trust));
        LivePages pages = LivePages.ofFolder(language, trust, "test", served, 0);
        PageClient page = page(pages)) {
      String uri = hostile.document().toRealPath().toUri().toString();
      page.watch(uri);
      page.await(message -> message.toString().contains("\"untrusted\""));
      for (String method : List.of("run", "restart", "verify")) {
        String answer = page.ask("colight/" + method, "{'uri': '" + uri + "'}").toString();
        assertTrue(answer.contains("not trusted"), answer);
      }
      hostile.assertUntouched();
      assertTrue(before.containsAll(ProcessHandle.current().descendants().collect(toSet())));
      Files.writeString(
          hostile.document(),
          "Files.writeString(Path.of(\"%s\"), \"x\")".formatted(hostile.mark()));
      page.awaitRunEnd(2);
      assertFalse(Files.exists(hostile.mark()));
      String asked = "{'uri': '" + uri + "', 'trusted': true, 'scope': 'folder'}";
      assertTrue(page.request("colight/trust", asked).toString().contains("true"));
      page.await(message -> isResult(message, "held"));
      assertFalse(Files.exists(hostile.mark()));
      page.request("colight/run", "{'uri': '" + uri + "'}");
      page.await(message -> isResult(message, "ok"));
      assertTrue(Files.exists(hostile.mark()));
      assertTrue(store.read().folders().contains(served.toRealPath()));
    }
  }

  private static boolean isResult(JsonObject message, String status) {
    return PageClient.method(message).equals("colight/blockResult")
        && message.toString().contains("\"" + status + "\"");
  }

  @Test
  void a_port_that_is_taken_is_told() throws Exception {
    Path file = Files.writeString(folder.resolve("a.jsh"), "1");
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        JavaLanguage other = new JavaLanguage(JavaLanguage.Options.defaults());
        LivePages pages = LivePages.ofFile(language, DocumentTrust.ofAll(), "test", file, 0)) {
      int port = URI.create(pages.url()).getPort();
      IOException told =
          assertThrows(
              IOException.class,
              () -> LivePages.ofFile(other, DocumentTrust.ofAll(), "test", file, port).close());
      assertTrue(String.valueOf(told.getMessage()).startsWith("port " + port), told.getMessage());
    }
  }
}
