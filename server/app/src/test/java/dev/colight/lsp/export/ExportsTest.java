package dev.colight.lsp.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.fixture.DocumentFixture;
import dev.colight.fixture.FixedSnapshot;
import dev.colight.text.Range;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Run with {@code -Dcolight.golden=write} to write the golden files anew. */
class ExportsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/colight/lsp/export");

  private static final String DOCUMENT =
      """
      // # Sales & <losses>
      // Some *prose*.

      int total = 6; //@ shows("total", "int", "6")

      print() //@ writes("one\\n") writes("``` two\\n") errs("oops\\n")

      secret() //@ hides("hide-code") shows("seen")

      quiet() //@ hides("hide-values") shows("unseen") writes("written\\n")

      // hidden prose //@ hides("hide-prose")

      rich()

      broken() //@ throws("ArithmeticException", "/ by zero")

      waits() //@ norun()
      """;

  private static final List<Map<String, String>> RICH =
      List.of(
          Map.of(
              "text/plain",
              "[Row[a=1]]",
              "application/vnd.colight.table+json",
              """
              {"columns": [{"name": "a|b", "type": "number"}, {"name": "c", "type": "text"}],
               "rows": [["1", "x\\ny"], ["-2", null]], "index": ["p", "q"], "total": 12,
               "offset": 0}"""),
          Map.of("text/plain", "image", "image/png", "iVBORw0KGgo="),
          Map.of("text/plain", "svg", "image/svg+xml", "<svg/>"),
          Map.of("text/plain", "x squared", "text/latex", "x^2"),
          Map.of("text/plain", "bold", "text/markdown", "**bold**\n"),
          Map.of("text/plain", "html", "text/html", "<script>alert('</script>')</script>"),
          Map.of("text/plain", "{a=1}", "application/json", "{\"a\": 1}"));

  private static DocumentSnapshot document() {
    DocumentSnapshot fixture = DocumentFixture.of(DOCUMENT).snapshot();
    List<BlockView> blocks = new ArrayList<>();
    for (BlockView block : fixture.blocks()) {
      blocks.add(block.lines().contains("rich()") ? rich(block, RICH) : block);
    }
    return new FixedSnapshot(
        "file:///home/ada/my%20sales.jsh", 1, fixture.text(), 1, false, blocks);
  }

  private static BlockView rich(BlockView block, List<Map<String, String>> forms) {
    List<OutputView> outputs =
        forms.stream()
            .map(
                mime ->
                    new OutputView(
                        Kind.VALUE, Range.of(0, 0, 0, 6), null, "Object", mime, false, null, null))
            .toList();
    ResultView result = new ResultView(Status.OK, false, outputs, null, 1);
    return new BlockView(
        block.id(),
        block.key(),
        block.index(),
        block.kind(),
        block.range(),
        block.state(),
        block.provides(),
        block.requires(),
        block.hidden(),
        block.text(),
        block.problems(),
        result,
        result,
        block.lines());
  }

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "IPYNB"})
  void a_document_is_written_as_in_its_golden_file(Format format) throws Exception {
    String content = Exports.of(format, document(), null);
    Path golden = GOLDEN.resolve("sales." + format.id());
    if ("write".equals(System.getProperty("colight.golden"))) {
      Files.writeString(golden, content);
    }
    assertEquals(Files.readString(golden), content);
  }

  /** The schema is that of nbformat 5.11; its licence is beside it. */
  private static Set<String> breaches(String notebook) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V4)
            .getSchema(Files.readString(GOLDEN.resolve("nbformat.v4.5.schema.json")));
    return schema.validate(notebook, InputFormat.JSON).stream()
        .map(ValidationMessage::toString)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DOCUMENT,
        "",
        "// prose alone",
        "1",
        "print() //@ writes(\"a\\r\\nb\\n\\nc\")",
        "f() //@ hides(\"hide-code\") throws(\"IllegalStateException\", \"\")",
      })
  void a_notebook_is_what_its_schema_asks_for(String document) throws Exception {
    DocumentSnapshot shown =
        document.equals(DOCUMENT) ? document() : DocumentFixture.of(document).snapshot();
    assertEquals(Set.of(), breaches(Exports.of(Format.IPYNB, shown, null)));
  }

  @Test
  void the_schema_finds_what_is_wrong() throws Exception {
    JsonObject notebook =
        JsonParser.parseString(Exports.of(Format.IPYNB, document(), null)).getAsJsonObject();
    notebook.getAsJsonArray("cells").get(0).getAsJsonObject().remove("id");
    assertFalse(breaches(notebook.toString()).isEmpty());
  }

  @Test
  void a_page_holds_all_and_nothing_in_it_ends_its_data() {
    String page = Exports.of(Format.HTML, document(), Instant.EPOCH);
    String start = "<script type=\"application/json\" id=\"colight-data\">";
    int from = page.indexOf(start) + start.length();
    String json = page.substring(from, page.indexOf("</script", from));
    JsonObject data = JsonParser.parseString(json).getAsJsonObject();
    assertEquals("Sales & <losses>", data.get("title").getAsString());
    assertEquals("my sales.jsh", data.get("uri").getAsString());
    assertEquals("1970-01-01T00:00:00Z", data.get("exported").getAsString());
    String document = data.get("document").toString();
    assertTrue(document.contains("iVBORw0KGgo="));
    assertTrue(document.contains("</script>"));
    assertFalse(page.contains("/home/ada"), "where it lies is nobody's business");
    assertFalse(json.contains("<"));
    for (JsonElement block : data.getAsJsonObject("document").getAsJsonArray("blocks")) {
      boolean code = block.getAsJsonObject().get("kind").getAsString().equals("code");
      assertEquals(code, block.getAsJsonObject().has("source"));
    }
  }

  @ParameterizedTest
  @CsvSource({"application/vnd.vegalite.v5+json, true", "application/vnd.colight.plot+json, false"})
  void a_page_can_draw_what_it_shows_and_is_no_larger_than_that_takes(String type, boolean vega) {
    DocumentSnapshot fixture = DocumentFixture.of("rich()").snapshot();
    BlockView block = rich(fixture.blocks().get(0), List.of(Map.of("text/plain", "p", type, "{}")));
    DocumentSnapshot document =
        new FixedSnapshot("file:///p.jsh", 1, fixture.text(), 1, false, List.of(block));
    assertEquals(vega, Exports.of(Format.HTML, document, null).contains("with Vega"));
  }

  @Test
  void a_document_without_a_heading_is_called_like_its_file() {
    DocumentSnapshot plain =
        new FixedSnapshot(
            "file:///a/b.jsh", 1, DocumentFixture.of("1").snapshot().text(), 1, false, List.of());
    assertTrue(Exports.of(Format.HTML, plain, null).contains("\"title\":\"b.jsh\""));
  }
}
