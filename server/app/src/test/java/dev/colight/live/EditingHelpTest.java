package dev.colight.live;

import static dev.colight.live.LspSession.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an editor asks while somebody types, of a real server. */
class EditingHelpTest {
  private static final String URI = "file:///editing.jsh";
  private static final String TEXT =
      "record Point(int x, int y) {}\n\nvar p = new Point(1, 2);\n\nint twice(int n) { return 2 * n; }"
          + "\n\ntwice(p.x());";

  private final JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());

  @SuppressWarnings("NullAway.Init") // set by JUnit
  private LspSession editor;

  @BeforeEach
  void open() throws Exception {
    editor = LspSession.inProcess(language);
    editor.open(URI, TEXT);
    editor.awaitRunEnd(URI);
  }

  @AfterEach
  void close() throws Exception {
    editor.close();
    language.close();
  }

  private void append(String text) {
    editor.change(URI, Range.of(6, 13, 6, 13), text);
  }

  private static JsonObject at(int line, int character) {
    return json(
        "{'textDocument': {'uri': '%s'}, 'position': {'line': %d, 'character': %d}}"
            .formatted(URI, line, character));
  }

  private JsonElement ask(String method, int line, int character) throws Exception {
    return editor.rpc.request("textDocument/" + method, at(line, character));
  }

  private static List<String> starts(JsonElement locations) {
    List<String> starts = new ArrayList<>();
    for (JsonElement location : locations.getAsJsonArray()) {
      JsonObject start =
          location.getAsJsonObject().getAsJsonObject("range").getAsJsonObject("start");
      starts.add(start.get("line").getAsInt() + ":" + start.get("character").getAsInt());
    }
    return starts;
  }

  @Test
  void members_are_proposed_as_soon_as_the_dot_is_typed() throws Exception {
    append("\n\np.");
    JsonObject list = ask("completion", 8, 2).getAsJsonObject();
    List<String> labels = new ArrayList<>();
    for (JsonElement item : list.getAsJsonArray("items")) {
      labels.add(item.getAsJsonObject().get("label").getAsString());
    }
    assertTrue(labels.containsAll(List.of("x()", "y()", "hashCode()")), labels::toString);
  }

  @Test
  void an_item_is_resolved_with_what_it_carries() throws Exception {
    append("\n\n\"\".le");
    JsonArray items = ask("completion", 8, 5).getAsJsonObject().getAsJsonArray("items");
    JsonObject first = items.get(0).getAsJsonObject();
    assertEquals("length()", first.get("label").getAsString());
    assertEquals("length()", first.getAsJsonObject("textEdit").get("newText").getAsString());
    JsonObject resolved = editor.rpc.request("completionItem/resolve", first).getAsJsonObject();
    assertEquals("length()", resolved.get("label").getAsString());
  }

  @Test
  void names_lead_to_where_they_are_defined_and_used() throws Exception {
    assertEquals(List.of("4:4"), starts(ask("definition", 6, 2)));
    JsonObject references = at(4, 5);
    references.add("context", json("{'includeDeclaration': false}"));
    assertEquals(List.of("6:0"), starts(editor.rpc.request("textDocument/references", references)));
    assertEquals(List.of("2:4", "6:6"), starts(ask("documentHighlight", 6, 6)));
  }

  @Test
  void a_name_is_changed_everywhere_or_it_is_said_why_not() throws Exception {
    JsonObject rename = at(6, 2);
    rename.addProperty("newName", "doubled");
    JsonObject edit = editor.rpc.request("textDocument/rename", rename).getAsJsonObject();
    assertEquals(
        List.of("4:4", "6:0"), starts(edit.getAsJsonObject("changes").getAsJsonArray(URI)));
    rename.addProperty("newName", "p");
    JsonObject refused = editor.rpc.ask("textDocument/rename", rename);
    assertEquals(
        "There is a `p` already, in line 3.",
        refused.getAsJsonObject("error").get("message").getAsString());
  }

  @Test
  void a_hover_tells_what_a_name_is_and_what_it_was() throws Exception {
    String text =
        ask("hover", 2, 4).getAsJsonObject().getAsJsonObject("contents").get("value").getAsString();
    assertTrue(text.startsWith("```java\nPoint p\n```"), text);
    assertTrue(text.contains("Point[x=1, y=2]"), text);
  }

  @Test
  void a_call_shows_its_parameters() throws Exception {
    JsonObject help = ask("signatureHelp", 6, 6).getAsJsonObject();
    assertEquals(
        "twice(int n) : int",
        help.getAsJsonArray("signatures").get(0).getAsJsonObject().get("label").getAsString());
  }

  @Test
  void an_unknown_type_can_be_imported_from_its_diagnostics() throws Exception {
    append("\n\nHttpClient c = HttpClient.newHttpClient();");
    editor.awaitRunEnd(URI);
    String declared =
        "{'range': {'start': {'line': 8, 'character': 0}, 'end': {'line': 8, 'character': 10}}, 'message': 'HttpClient cannot be resolved to a type'}";
    String used =
        "{'range': {'start': {'line': 8, 'character': 15}, 'end': {'line': 8, 'character': 25}}, 'message': 'HttpClient cannot be resolved'}";
    JsonObject params =
        json(
            "{'textDocument': {'uri': '%s'}, 'range': {'start': {'line': 8, 'character': 0}, 'end': {'line': 8, 'character': 25}}, 'context': {'diagnostics': [%s, %s]}}"
                .formatted(URI, declared, used));
    JsonArray actions = editor.rpc.request("textDocument/codeAction", params).getAsJsonArray();
    JsonObject first = actions.get(0).getAsJsonObject();
    assertEquals("Import `java.net.http.HttpClient`", first.get("title").getAsString());
    assertEquals(2, first.getAsJsonArray("diagnostics").size());
    long same =
        actions.asList().stream()
            .filter(action -> action.getAsJsonObject().get("title").equals(first.get("title")))
            .count();
    assertEquals(1, same);
  }

  @Test
  void a_document_is_laid_out_or_some_lines_of_it() throws Exception {
    append("\n\nint  a=1\nint  b=2");
    JsonObject params = json("{'options': {'tabSize': 2, 'insertSpaces': true}}");
    params.add("textDocument", at(0, 0).get("textDocument"));
    JsonArray all = editor.rpc.request("textDocument/formatting", params).getAsJsonArray();
    assertEquals(List.of("8:4", "9:4"), starts(all));
    params.add(
        "range",
        json("{'start': {'line': 8, 'character': 0}, 'end': {'line': 9, 'character': 0}}"));
    JsonArray some = editor.rpc.request("textDocument/rangeFormatting", params).getAsJsonArray();
    assertEquals(List.of("8:4"), starts(some));
  }

  @Test
  void after_an_edit_only_the_colours_that_have_changed_are_told() throws Exception {
    JsonObject params = json("{'textDocument': {'uri': '" + URI + "'}}");
    JsonObject all =
        editor.rpc.request("textDocument/semanticTokens/full", params).getAsJsonObject();
    append("\n\nint last = p.y();");
    params.add("previousResultId", all.get("resultId"));
    JsonObject delta =
        editor.rpc.request("textDocument/semanticTokens/full/delta", params).getAsJsonObject();
    List<JsonElement> numbers = new ArrayList<>(all.getAsJsonArray("data").asList());
    JsonObject edit = delta.getAsJsonArray("edits").get(0).getAsJsonObject();
    assertEquals(numbers.size(), edit.get("start").getAsInt());
    numbers.addAll(edit.getAsJsonArray("data").asList());
    params.remove("previousResultId");
    JsonObject now =
        editor.rpc.request("textDocument/semanticTokens/full", params).getAsJsonObject();
    assertEquals(now.getAsJsonArray("data").asList(), numbers);
  }

  @Test
  void names_are_coloured() throws Exception {
    JsonObject tokens =
        editor
            .rpc
            .request(
                "textDocument/semanticTokens/full",
                json("{'textDocument': {'uri': '" + URI + "'}}"))
            .getAsJsonObject();
    JsonArray data = tokens.getAsJsonArray("data");
    assertEquals(0, data.size() % 5);
    assertTrue(data.size() >= 50, data::toString);
  }
}
