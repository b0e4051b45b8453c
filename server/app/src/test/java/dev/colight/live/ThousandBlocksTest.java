package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.colight.fuzz.Edits;
import dev.colight.live.CountingLanguage.Counts;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An edit costs what it affects, whatever stands around it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThousandBlocksTest {
  private static final String URI = "file:///thousand.jsh";

  /** Messages of which it is a matter of time whether they come. */
  private static final Set<String> TIMED = Set.of("colight/blockOutput", "colight/status");

  private final CountingLanguage language = new CountingLanguage();

  @AfterAll
  void close() {
    language.close();
  }

  /** Blocks in fours: a variable, one that requires it, a method, and a call of it. */
  private static String document(int blocks) {
    List<String> result = new ArrayList<>();
    for (int i = 0; i < blocks; i += 4) {
      result.add("int a" + i + " = " + i + ";");
      result.add("int b" + i + " = a" + i + " + 1;");
      result.add("String f" + i + "(int x) { return x + \"#\"; }");
      result.add("f" + i + "(" + i + ")");
    }
    return String.join("\n\n", result) + "\n";
  }

  @Test
  void an_edit_runs_what_it_affects_and_compiles_what_changed() throws Exception {
    try (LiveDocument document = new LiveDocument(language)) {
      LiveDocument.Run opened = document.open(document(1_000));
      assertEquals(750, opened.end().executed());
      for (BlockView block : document.snapshot().blocks()) {
        assertEquals(Status.OK, assertNotNullResult(block), block::toString);
      }
      String text = document.text();

      step(document, text.replace("int a400 = 400;", "int a400 = 7;"), 2, 1);
      step(document, text, 0, 0);
      step(document, text.replace("int a400 = 400;", "int a400 = 399 + 1;"), 1, 1);
      step(document, text, 0, 0);
      String method = "String f400(int x) { return x + \"#\"; }";
      step(document, text.replace(method, method.replace("#", "##")), 1, 1);
      step(document, text, 0, 0);
      step(document, text.replace(method, method.replace("int x", "long x")), 1, 3);
      step(document, text, 0, 0);
      step(document, text.replace("int a400 = 400;", "int a400 = 400; // why"), 0, 0);
      step(document, text.replace("int a400 = 400;", "int a400\n    =\n  400;"), 0, 0);
      step(document, text.replace("\nint a400 = 400;\n\n", "\n"), 0, 0, "int b400 = a400 + 1;");
      step(document, text, 0, 0);
      String moved = text.replace("\nint a800 = 800;\n\n", "\n");
      step(document, "int a800 = 800;\n\n" + moved, 0, 0);
      step(document, text, 0, 0);
    }
  }

  private static Status assertNotNullResult(BlockView block) {
    assertNotNull(block.result(), block::toString);
    return block.result().status();
  }

  /** Makes an edit, and checks what it costs; all but the given block must be well then. */
  private void step(
      LiveDocument document, String text, int executed, int compiled, String... unwell)
      throws InterruptedException {
    String before = document.text();
    Counts counts = language.counts();
    long analysed = document.workspace().analysedBlocks().join();
    LiveDocument.Run run = document.edit(text);
    String step = Edits.between(before, text).toString();
    Counts spent = language.counts().since(counts);
    assertEquals(executed, run.end().executed(), step);
    assertEquals(executed, spent.kernelRuns(), step);
    assertTrue(document.workspace().analysedBlocks().join() - analysed <= 2, step);
    if (unwell.length == 0) {
      assertEquals(compiled, spent.compiledUnits(), step);
      assertEquals(compiled, spent.definedClasses(), step);
      assertEquals(0, run.end().failed(), step);
    }
  }

  @Test
  void a_client_hears_as_much_of_an_edit_in_a_long_document_as_in_a_short_one() throws Exception {
    List<String> few = messages(20);
    List<String> many = messages(400);
    assertEquals(few, many);
  }

  /** Opens a document and edits it; returns what the protocol says about the edits. */
  private List<String> messages(int blocks) throws Exception {
    try (LspSession session = LspSession.inProcess(language)) {
      String text = document(blocks);
      session.open(URI, text);
      session.awaitRunEnd(URI);
      List<String> told = new ArrayList<>();
      String[][] edits = {
        {"int a8 = 8;", "int a8 = 9;"},
        {"int a8 = 9;", "int a8 = 8;"},
        {"int a8 = 8;", "int a8 = 8; // why"},
        {"return x + \"#\"; }\n\nf8(8)", "return x + \"##\"; }\n\nf8(8)"},
        {"f12(12)", "f12(12"},
        {"f12(12", "f12(12)"},
      };
      for (String[] edit : edits) {
        session.type(URI, session.text(URI).replace(edit[0], edit[1]));
        for (JsonObject message : session.awaitRunEnd(URI)) {
          told.add(summary(message));
        }
      }
      // Output that is streamed while a block runs, and that it does, is a matter of time.
      told.removeIf(m -> !m.startsWith("colight/") || TIMED.contains(m.split(" ", 2)[0]));
      return told;
    }
  }

  private static String summary(JsonObject message) {
    JsonObject params = message.getAsJsonObject("params");
    String method = message.get("method").getAsString();
    return switch (method) {
      case "colight/runStart" ->
          method + " " + params.getAsJsonArray("blocks").size() + " " + params.get("order");
      case "colight/blockResult" -> method + " " + params.get("status") + params.get("outputs");
      case "colight/runEnd" -> method + " " + params.get("executed") + params.get("cached");
      default -> method;
    };
  }
}
