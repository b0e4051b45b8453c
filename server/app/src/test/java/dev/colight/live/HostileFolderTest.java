package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.colight.fixture.HostileFolder;
import dev.colight.trust.TrustStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is not trusted, in an editor: the real server, as a process. */
class HostileFolderTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path root;

  private Path folder = Path.of("");

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(root.resolve("hostile"));
  }

  private ServerProcess server() throws Exception {
    Path logs = Files.createDirectories(root.resolve("logs"));
    return ServerProcess.in(
        folder, logs, Map.of("XDG_STATE_HOME", root.resolve("state").toString()));
  }

  private static JsonObject json(String text) {
    return LspSession.json(text);
  }

  private static boolean says(JsonObject message, String state) {
    return message.get("method").getAsString().equals("colight/status")
        && message.getAsJsonObject("params").get("state").getAsString().equals(state);
  }

  /** Opens a document, types in it, saves it, and asks for it to be run in all ways. */
  private static void assertRunsNothing(LspSession lsp, Path document) throws Exception {
    String uri = document.toUri().toString();
    lsp.open(uri, Files.readString(document));
    lsp.rpc.awaitAll(message -> says(message, "untrusted"));
    lsp.type(uri, lsp.text(uri) + "\n1 + 1\n");
    lsp.rpc.notify("textDocument/didSave", LspSession.about(uri));
    lsp.awaitRunEnd(uri);
    for (String method : List.of("run", "restart", "verify")) {
      JsonObject answer = lsp.rpc.ask("colight/" + method, json("{'uri': '" + uri + "'}"));
      assertTrue(answer.toString().contains("not trusted"), answer.toString());
    }
  }

  @Test
  void nothing_starts_whatever_the_editor_asks_for() throws Exception {
    try (HostileFolder hostile = new HostileFolder(folder);
        ServerProcess server = server()) {
      String uri = hostile.document().toUri().toString();
      LspSession lsp = server.session;
      lsp.rpc.notify(
          "workspace/didChangeConfiguration",
          json(
              "{'settings': {'colight': {'trust': {'folders': ['/'], 'all': true}, 'effects': 'run',"
                  + " 'effectRules': ['[]', 'java.nio.file.Files *'], 'classpath': ['**/*'],"
                  + " 'sourceRoots': ['src', 'root'], 'java': {'home': '.'}}}}"));
      assertRunsNothing(lsp, hostile.document());
      lsp.rpc.request("colight/export", json("{'uri': '" + uri + "', 'format': 'html'}"));
      assertEquals(List.of("0:24 ○ not trusted: nothing runs"), lsp.hints(uri));
      assertEquals(List.of("⚿ Trust this document", "⚿ Trust its folder"), lsp.lenses(uri));
      lsp.hover(uri, HostileFolder.FIRST_LINE, 2);
      JsonObject completion = LspSession.about(uri);
      completion.add(
          "position", json("{'line': " + HostileFolder.FIRST_LINE + ", 'character': 6}"));
      assertFalse(
          lsp.rpc.request("textDocument/completion", completion).toString().isEmpty(),
          "help with writing is there all the same");
      assertEquals(List.of(), server.workers());
      assertEquals(List.of(), server.sockets());
      hostile.assertUntouched();
      assertFalse(Files.exists(root.resolve("state")), "asking leaves nothing behind");
    }
  }

  /** Who shows the token may come in, and may yet not have everything run. */
  @Test
  void nothing_starts_for_a_client_that_has_connected_before_it_says_so() throws Exception {
    Path logs = Files.createDirectories(root.resolve("logs"));
    Map<String, String> environment = Map.of("XDG_STATE_HOME", root.resolve("state").toString());
    try (HostileFolder hostile = new HostileFolder(folder);
        ServerProcess server = ServerProcess.listening(logs, environment)) {
      LspSession lsp = server.session;
      assertRunsNothing(lsp, hostile.document());
      assertEquals(List.of(), server.workers());
      hostile.assertUntouched();
      String own = folder.resolve("own.jsh").toUri().toString();
      lsp.open(own, "6 * 7");
      lsp.rpc.awaitAll(message -> says(message, "untrusted"));
      lsp.command("colight.trust", own, "document");
      lsp.rpc.awaitAll(message -> message.toString().contains("\"42\""));
      hostile.assertUntouched();
    }
  }

  @Test
  void after_one_action_it_runs_and_after_another_it_does_not() throws Exception {
    Files.writeString(folder.resolve("a.jsh"), "");
    String uri = folder.resolve("a.jsh").toUri().toString();
    String other = folder.resolve("b.jsh").toUri().toString();
    try (ServerProcess server = server()) {
      LspSession lsp = server.session;
      lsp.open(uri, "6 * 7\n\nThread.sleep(1000000)");
      lsp.rpc.awaitAll(message -> says(message, "untrusted"));
      lsp.command("colight.trust", uri, "document");
      lsp.rpc.awaitAll(
          message ->
              message.get("method").getAsString().equals("colight/blockResult")
                  && message.toString().contains("\"42\""));
      assertFalse(server.workers().isEmpty());
      lsp.open(other, "1");
      lsp.rpc.awaitAll(message -> says(message, "untrusted"));
      List<ProcessHandle> workers = server.workers();
      lsp.command("colight.revokeTrust", uri);
      lsp.rpc.awaitAll(message -> says(message, "untrusted"));
      assertTrue(
          lsp.rpc
              .ask("colight/run", json("{'uri': '" + uri + "'}"))
              .toString()
              .contains("trusted"));
      // All but the one that waits for the next document.
      workers.stream()
          .map(ProcessHandle::onExit)
          .reduce((a, b) -> a.applyToEither(b, x -> x))
          .orElseThrow()
          .join();
    }
  }

  @Test
  void what_another_process_grants_and_takes_back_is_followed() throws Exception {
    String uri = folder.resolve("a.jsh").toUri().toString();
    try (ServerProcess server = server()) {
      LspSession lsp = server.session;
      lsp.open(uri, "6 * 7");
      lsp.rpc.awaitAll(message -> says(message, "untrusted"));
      TrustStore store = new TrustStore(root.resolve("state/colight/trust"));
      store.change(grants -> grants.withFolder(folder));
      lsp.rpc.awaitAll(message -> message.toString().contains("\"42\""));
      store.change(grants -> grants.without(folder));
      lsp.rpc.awaitAll(message -> says(message, "untrusted"));
    }
  }

  @Test
  void what_is_typed_into_a_buffer_without_a_file_runs() throws Exception {
    try (ServerProcess server = server()) {
      LspSession lsp = server.session;
      lsp.open("untitled:Untitled-1", "6 * 7");
      lsp.rpc.awaitAll(message -> message.toString().contains("\"42\""));
    }
  }
}
