package dev.colight.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.gson.Gson;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares what goes over the wire with the golden files beside this class. Run with {@code
 * -Dcolight.golden=write} to write them anew.
 */
class WireFormatTest {
  /** LSP4J's own, without any configuration: what a plain launcher uses. */
  private static final Gson GSON = new MessageJsonHandler(Map.of()).getGson();

  private static final String URI = "file:///tour.jsh";
  private static final Range LINES = new Range(new Position(3, 0), new Position(4, 9));

  private static final BlockInfo CODE =
      new BlockInfo(
          "b7",
          "c0ffee",
          2,
          BlockKind.CODE,
          LINES,
          BlockState.FRESH,
          List.of("total", "mean()"),
          List.of("b1", "b3"),
          List.of("hide-code"),
          null,
          "int total = 6;");
  private static final BlockInfo PROSE =
      new BlockInfo(
          "b8",
          "",
          3,
          BlockKind.PROSE,
          LINES,
          BlockState.QUEUED,
          List.of(),
          List.of(),
          null,
          "# Totals 🧮",
          null);
  private static final Output VALUE =
      new Output(
          OutputKind.VALUE,
          0,
          "total",
          "List<Integer>",
          Map.of("text/plain", Payload.of("[1, 2 < 3]")),
          null,
          "r1",
          null);
  private static final Output STDOUT =
      new Output(
          OutputKind.STDOUT,
          1,
          null,
          null,
          Map.of("text/plain", Payload.of("hello\n")),
          true,
          null,
          null);
  private static final Output IMAGE =
      new Output(
          OutputKind.DISPLAY,
          2,
          null,
          null,
          Map.of("image/png", Payload.at("/payload/c0ffee", 70_000)),
          null,
          null,
          "d1");
  private static final BlockError ERROR =
      new BlockError(
          "/ by zero",
          "ArithmeticException",
          LINES,
          List.of(
              new Frame("mean", URI, 12, null),
              new Frame("ArrayList.forEach", null, null, "ArrayList.java:1511")),
          new BlockError("no input", "IllegalStateException", null, List.of(), null));

  static Stream<Record> messages() {
    return Stream.of(
        new RunStartParams(
            URI, 5, 9, RunReason.EDIT, List.of(CODE, PROSE), List.of("b2"), List.of("b7", "b8")),
        new BlockResultParams(
            URI, 5, 9, CODE, ResultStatus.ERROR, false, List.of(VALUE, STDOUT, IMAGE), ERROR, 1.25),
        new BlockOutputParams(URI, 9, "b7", STDOUT, 0),
        new RunEndParams(URI, 5, 9, RunStatus.SUPERSEDED, 2, 1, 1, 17.5),
        new StatusParams(ServerState.FAILED, "the program called System.exit(3)", URI, "b7"),
        new DocumentParams(URI),
        new DocumentResult(
            URI,
            5,
            9,
            List.of(CODE),
            List.of(
                new BlockResultParams(
                    URI, 5, 9, CODE, ResultStatus.UNCHANGED, true, List.of(), null, 0))),
        new RunParams(URI, List.of("b7"), true),
        new RunResult(9),
        new CancelResult(true),
        new VerifyResult(
            URI,
            5,
            false,
            List.of(
                new VerifyDifference(
                    "b7",
                    LINES,
                    List.of(VALUE),
                    List.of(),
                    ResultStatus.OK,
                    ResultStatus.ERROR,
                    null,
                    ERROR)),
            List.of("b9"),
            List.of("b11"),
            "The block at line 3 shows something else than a clean run."),
        new ClientOptions(1, List.of("text/html"), true, true, 1 << 20),
        new ServerOptions(1),
        new InputParams(URI, "b7", "speed", "0.5"),
        new ExpandParams(URI, "c0ffee:0/2", 100, 50),
        new ExpandResult(
            List.of(
                new ExpandResult.Child(
                    "x",
                    "Point",
                    Map.of("application/vnd.colight.tree+json", Payload.of("{}")),
                    "c0ffee:0/2/0")),
            1,
            null),
        new FilesParams(),
        new FilesResult("/home/ada", List.of(new ServedFile("talks/tour.jsh", URI)), true),
        new FilesChangedParams(),
        new RevealParams(URI, LINES, "b1"),
        new PreviewParams(URI),
        new PreviewResult("http://127.0.0.1:1234/open?token=t"),
        new ExportParams(URI, "markdown"),
        new ExportResult("# Totals"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_is_written_as_in_its_golden_file(Record message) throws IOException {
    String name = message.getClass().getSimpleName() + ".json";
    String json = GSON.toJson(message);
    if ("write".equals(System.getProperty("colight.golden"))) {
      Path file = Path.of("src/test/resources/dev/colight/protocol", name);
      Files.writeString(
          file,
          GSON.newBuilder().setPrettyPrinting().create().toJson(JsonParser.parseString(json))
              + "\n");
    }
    try (InputStream golden = WireFormatTest.class.getResourceAsStream(name)) {
      assertNotNull(golden, "golden file for " + name);
      assertEquals(
          JsonParser.parseString(new String(golden.readAllBytes(), StandardCharsets.UTF_8)),
          JsonParser.parseString(json));
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void a_message_survives_the_wire(Record message) {
    assertEquals(message, GSON.fromJson(GSON.toJson(message), message.getClass()));
  }

  @Test
  void an_unknown_enum_name_and_absent_fields_are_read_as_null() {
    BlockInfo block = GSON.fromJson("{\"id\":\"b1\",\"state\":\"sleeping\"}", BlockInfo.class);
    assertNull(block.state());
    assertNull(block.provides());
  }

  @Test
  void the_methods_have_the_names_of_the_protocol() {
    assertEquals(
        Set.of(
            "colight/blockOutput",
            "colight/blockResult",
            "colight/filesChanged",
            "colight/runEnd",
            "colight/runStart",
            "colight/status"),
        ours(ColightClient.class));
    assertEquals(
        Set.of(
            "colight/cancel",
            "colight/document",
            "colight/expand",
            "colight/export",
            "colight/input",
            "colight/preview",
            "colight/restart",
            "colight/run",
            "colight/trust",
            "colight/verify"),
        ours(ColightServer.class));
    assertEquals(
        Set.of(
            "colight/cancel",
            "colight/document",
            "colight/expand",
            "colight/export",
            "colight/files",
            "colight/input",
            "colight/restart",
            "colight/reveal",
            "colight/run",
            "colight/trust",
            "colight/unwatch",
            "colight/verify"),
        ours(PageServer.class));
  }

  private static Set<String> ours(Class<?> side) {
    return ServiceEndpoints.getSupportedMethods(side).keySet().stream()
        .filter(name -> name.startsWith("colight/"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
