package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.colight.differential.Documents;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real server with real workers, as an editor sees it. */
class ServerProcessTest {
  private static final String URI = "file:///tour.jsh";

  /** What must be seen nowhere: names of classes that were generated, and of our own. */
  private static final Pattern GENERATED =
      Pattern.compile("\\bcolight\\.(?!jsh)\\w*|dev\\.colight|\\bdo\\$|\\b[a-z][0-9a-f]{20,}");

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  @Test
  void a_document_that_is_typed_letter_by_letter_is_live() throws Exception {
    String text =
        """
        record Point(int x, int y) {}

        int twice(int n) {
          if (n > 3) throw new IllegalStateException("too much: " + n);
          return 2 * n;
        }

        var p = new Point(twice(1), twice(2)); // 🦊
        p

        System.out.println("🦊 " + p.x());

        twice(p.y())
        p.z()

        "end"
        """;
    try (ServerProcess server = new ServerProcess(folder)) {
      LspSession session = server.session;
      session.open(URI, "");
      List<JsonObject> seen = new ArrayList<>();
      for (int end = 1; end <= text.length(); end++) {
        if (!Character.isHighSurrogate(text.charAt(end - 1))) {
          session.type(URI, text.substring(0, end));
        }
      }
      seen.addAll(session.awaitRunEnd(URI));

      assertEquals(
          List.of(
              "7:44 ⇒ Point[x=2, y=4]", "8:1 ⇒ Point[x=2, y=4]", "10:34 ▸ 🦊 2", "15:5 ⇒ \"end\""),
          session.hints(URI));
      assertEquals(
          "```java\nPoint p\n```\n\n**p** `Point`\n```text\nPoint[x=2, y=4]\n```",
          session.hover(URI, 7, 5).lines().limit(8).reduce((a, b) -> a + "\n" + b).orElse(""));
      assertTrue(session.hover(URI, 12, 0).contains("needs `p`, `twice()`"), "hover");

      session.type(URI, text.replace("\np.z()", ""));
      seen.addAll(session.awaitRunEnd(URI));
      seen.addAll(awaitDiagnostics(session, "too much: 4"));
      assertEquals(
          "12:12 ✗ IllegalStateException: too much: 4",
          session.hints(URI).stream().filter(h -> h.startsWith("12:")).findFirst().orElse(""));
      String trace = session.hover(URI, 12, 0);
      assertTrue(trace.contains("at twice, line 4\n  at line 13"), trace);

      seen.forEach(message -> assertNotGenerated(message.toString()));
      session.lenses(URI).forEach(ServerProcessTest::assertNotGenerated);
      List<ProcessHandle> workers = server.workers();
      assertFalse(workers.isEmpty(), "the document has a worker");
      session.shutDown();
      assertEquals(0, server.exitCode());
      session.rpc.awaitEnd();
      ServerProcess.awaitEnd(workers);
      assertEquals("", server.log());
    }
  }

  private static void assertNotGenerated(String text) {
    String own =
        text.replaceAll("\"(method|uri|source|command|token)\":\"[^\"]*\"|\"key\":\"\\w*\"", "");
    assertFalse(GENERATED.matcher(own).find(), own);
  }

  /** Waits for diagnostics that say something; returns the messages up to there. */
  private static List<JsonObject> awaitDiagnostics(LspSession session, String text)
      throws InterruptedException {
    return session.rpc.awaitAll(
        message ->
            message.get("method").getAsString().equals("textDocument/publishDiagnostics")
                && message.toString().contains(text));
  }

  /** Waits until a hint says that a block runs. */
  private static void awaitRunning(LspSession session) throws InterruptedException {
    while (session.hints(URI).stream().noneMatch(hint -> hint.endsWith("…"))) {
      session.rpc.awaitAll(m -> m.get("method").getAsString().endsWith("inlayHint/refresh"));
    }
  }

  @Test
  void a_stream_of_edits_to_the_examples_harms_nobody() throws Exception {
    try (ServerProcess server = new ServerProcess(folder)) {
      LspSession session = server.session;
      for (Documents.Document example : Documents.examples()) {
        String uri = "file:///" + example.name();
        session.open(uri, example.text());
      }
      // The time between two requests that are answered is the time between two edits.
      for (Documents.Document example : Documents.examples()) {
        String uri = "file:///" + example.name();
        int step = example.text().length() / 12;
        for (int end = 1; end < example.text().length(); end += step) {
          session.type(uri, example.text().substring(0, end));
          session.hints(uri);
          session.hover(uri, end % 40, 3);
        }
        session.change(uri, Range.of(9_000, 9, 9_999, 9), "}}} ((( \"\"\"");
        session.lenses(uri);
        session.change(uri, Range.of(0, 0, 10_000, 0), example.text());
        session.awaitRunEnd(uri);
        assertFalse(session.hints(uri).isEmpty(), uri);
        session.rpc.notify("textDocument/didClose", LspSession.about(uri));
      }
      session.shutDown();
      assertEquals(0, server.exitCode());
      session.rpc.awaitEnd();
      assertEquals("", server.log());
    }
  }

  @Test
  void a_program_that_exits_or_fills_the_memory_costs_its_worker_only() throws Exception {
    try (ServerProcess server = new ServerProcess(folder)) {
      LspSession session = server.session;
      String before = "int a = 20;\n\n";
      String after = "\n\na + 1\n";
      session.open(URI, before + after);
      session.awaitRunEnd(URI);
      String[] deadly = {
        "System.exit(3);",
        "Runtime.getRuntime().halt(7);",
        "var all = new ArrayList<long[]>();\nwhile (true) all.add(new long[1 << 30]);",
        "System.out.println(\"Content-Length: 5\\r\\n\\r\\nhello\");\nSystem.in.read()",
      };
      for (String block : deadly) {
        session.type(URI, before + block + after);
        session.awaitRunEnd(URI);
        List<String> hints = session.hints(URI);
        assertTrue(hints.get(hints.size() - 1).endsWith("⇒ 21"), block + hints);
        session.type(URI, before + after);
        session.awaitRunEnd(URI);
      }
      session.shutDown();
      assertEquals(0, server.exitCode());
      session.rpc.awaitEnd();
    }
  }

  @Test
  void commands_do_what_the_protocol_does() throws Exception {
    try (ServerProcess server = new ServerProcess(folder)) {
      LspSession session = server.session;
      session.open(URI, "System.nanoTime()\n\nThread.sleep(600_000);");
      awaitRunning(session);
      JsonElement cancelled = session.command("colight.cancel", URI);
      assertTrue(cancelled.getAsJsonObject().get("cancelled").getAsBoolean());
      session.awaitRunEnd(URI);
      session.type(URI, "System.nanoTime()\n");
      session.awaitRunEnd(URI);
      List<String> first = session.hints(URI);
      session.command("colight.run", URI);
      session.awaitRunEnd(URI);
      List<String> second = session.hints(URI);
      assertEquals(1, second.size());
      assertFalse(first.equals(second), "it ran again: " + second);
      session.command("colight.restart", URI);
      session.awaitRunEnd(URI);
      assertFalse(second.equals(session.hints(URI)), "it ran again");
      JsonObject unknown =
          session.rpc.ask("workspace/executeCommand", LspSession.json("{'command': 'colight.x'}"));
      assertTrue(unknown.has("error"), unknown::toString);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) { }",
        "for (int i = 0; i < 4; i++) new Thread(() -> { while (true) {} }).start();\nThread.sleep(600_000);",
        "while (true) try { Thread.sleep(600_000); } catch (Throwable e) {}",
        "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));\nwhile (true) {}",
        "while (true) System.out.println(1);",
        "new BigInteger(\"7\").pow(1 << 29)"
      })
  void workers_end_with_a_server_that_is_killed(String program) throws Exception {
    try (ServerProcess server = new ServerProcess(folder)) {
      server.session.open(URI, "// | run-on-type\n" + program);
      awaitRunning(server.session);
      List<ProcessHandle> workers = server.workers();
      assertFalse(workers.isEmpty());
      server.kill();
      ServerProcess.awaitEnd(workers);
    }
  }
}
