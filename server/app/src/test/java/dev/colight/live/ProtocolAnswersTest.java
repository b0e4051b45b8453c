package dev.colight.live;

import static dev.colight.live.LspSession.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.colight.java.JavaLanguage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor asks for in our own protocol, of a real server and worker. */
class ProtocolAnswersTest {
  private static final String URI = "file:///answers.jsh";

  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());

  @SuppressWarnings("NullAway.Init") // set by JUnit
  private LspSession editor;

  @BeforeEach
  void open() throws Exception {
    editor = LspSession.inProcess(language);
  }

  @AfterEach
  void close() throws Exception {
    editor.close();
    language.close();
  }

  @Test
  void all_of_a_document_comes_between_two_events_with_what_is_being_written(@TempDir Path folder)
      throws Exception {
    Path gate = folder.resolve("gate");
    editor.open(
        URI,
        "int i = 0; while (!new java.io.File(\"%s\").exists()) { System.out.println(i++);"
                .formatted(gate)
            + " Thread.sleep(1); }");
    for (int i = 0; i < 5; i++) {
      awaitOutput(sequence -> sequence > 3);
      JsonObject all =
          editor.rpc.request("colight/document", json("{'uri': '" + URI + "'}")).getAsJsonObject();
      assertEquals(1, all.getAsJsonArray("blocks").size());
      awaitOutput(sequence -> sequence == 0);
      assertEquals(1, awaitOutput(sequence -> true), "and so on from there");
    }
    Files.createFile(gate);
    editor.awaitRunEnd(URI);
  }

  private int awaitOutput(IntPredicate wanted) throws InterruptedException {
    List<JsonObject> seen =
        editor.rpc.awaitAll(
            message ->
                message.get("method").getAsString().equals("colight/blockOutput")
                    && wanted.test(sequence(message)));
    return sequence(seen.get(seen.size() - 1));
  }

  private static int sequence(JsonObject message) {
    return message.getAsJsonObject("params").get("sequence").getAsInt();
  }

  /** Opens a document of one value that is shown in part; returns by what it is expanded. */
  private String reference(String text) throws InterruptedException {
    editor.open(URI, text);
    for (JsonObject message : editor.awaitRunEnd(URI)) {
      if (message.get("method").getAsString().equals("colight/blockResult")) {
        JsonElement output = message.getAsJsonObject("params").getAsJsonArray("outputs").get(0);
        return output.getAsJsonObject().get("expandable").getAsString();
      }
    }
    throw new AssertionError("there is no result");
  }

  private JsonObject expand(String reference, String more) throws InterruptedException {
    return editor.rpc.ask(
        "colight/expand", json("{'uri': '" + URI + "', 'ref': '" + reference + "'" + more + "}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, 1000",
    "', ''limit'': 5', 0, 5",
    "', ''offset'': 2990', 2990, 10",
    "', ''offset'': 100, ''limit'': 2', 100, 2",
    "', ''offset'': 3000', 3000, 0",
    "', ''offset'': 2147483647, ''limit'': 2147483647', 0, 0",
  })
  void any_part_of_a_value_is_given(String asked, int first, int count) throws Exception {
    String reference = reference("IntStream.range(0, 3_000).boxed().toList()");
    JsonObject parts = expand(reference, asked).getAsJsonObject("result");
    assertEquals(3_000, parts.get("total").getAsInt());
    List<String> labels = new ArrayList<>();
    parts
        .getAsJsonArray("children")
        .forEach(child -> labels.add(child.getAsJsonObject().get("label").getAsString()));
    List<String> expected = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      expected.add(String.valueOf(i));
    }
    assertEquals(expected, labels);
  }

  @Test
  void a_value_that_is_gone_says_so_and_an_edit_elsewhere_takes_none_away() throws Exception {
    String text = "IntStream.range(0, 3_000).boxed().toList()\n\nint other = 1;";
    String reference = reference(text);
    editor.type(URI, text.replace("other = 1", "other = 2"));
    editor.awaitRunEnd(URI);
    assertFalse(expand(reference, "").getAsJsonObject("result").has("message"));
    editor.rpc.request("colight/restart", json("{'uri': '" + URI + "'}"));
    editor.awaitRunEnd(URI);
    String again = expand(reference, "").getAsJsonObject("result").toString();
    assertTrue(again.contains("\"total\":3000"), "the same value has the same name: " + again);
    JsonObject nobody = expand("0123456789abcdef:7", "").getAsJsonObject("result");
    assertEquals(
        "the value is not there any more; run the block again to look into it",
        nobody.get("message").getAsString());
  }

  @ParameterizedTest
  @ValueSource(strings = {", 'offset': -1", ", 'limit': -1"})
  void what_makes_no_sense_is_refused(String asked) throws Exception {
    editor.open(URI, "1");
    editor.awaitRunEnd(URI);
    JsonObject error = Objects.requireNonNull(expand("a:0", asked).getAsJsonObject("error"));
    assertEquals(-32602, error.get("code").getAsInt());
  }

  @Test
  void nobody_looks_into_a_document_that_is_not_open() throws Exception {
    assertEquals(
        "The document is not open: " + URI,
        expand("a:0", "").getAsJsonObject("error").get("message").getAsString());
  }
}
