package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.sun.management.ThreadMXBean;
import dev.colight.live.CountingLanguage.Counts;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.WorkspaceEvent;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What edits of a document of 1,000 blocks cost, counted rather than timed: a slow path shows here,
 * on any machine. Where a figure falls, write the new one down; where one rises, find out why.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkOfEditsTest {
  private static final String URI = "file:///work.jsh";

  /** The block of the slider, as the first ids are given from the top. */
  private static final String SLIDER = "b3";

  /** Messages that each edit brings once; of others, how many come is a matter of time. */
  private static final Set<String> EXACT =
      Set.of("colight/runStart", "colight/blockResult", "colight/runEnd");

  /** Edits whose allocations are measured, of which the least counts: the others warm up. */
  private static final int REPEATS = 15;

  /** Bytes that an edit with one dependent may allocate: a third more than it does. */
  private static final long BYTES = 300_000;

  private final CountingLanguage language = new CountingLanguage();

  @AfterAll
  void close() {
    language.close();
  }

  /**
   * Variables that 0, 1, 10 and 100 blocks require, and blocks in fours that require each other.
   */
  private static String document(int blocks) {
    List<String> result = new ArrayList<>();
    result.add("import static dev.colight.display.Display.*;\n\nint top = 1;");
    result.add("int n = slider(\"n\", 0, 10, 3);");
    result.add("n * 2");
    for (int dependents : List.of(0, 1, 10, 100)) {
      result.add("int with" + dependents + " = 1;");
      for (int i = 0; i < dependents; i++) {
        result.add("with" + dependents + " + " + i);
      }
    }
    for (int i = 0; result.size() < blocks - 1; i++) {
      String text =
          switch (i % 4) {
            case 0 -> "int a" + i + " = " + i + ";";
            case 1 -> "int b" + i + " = a" + (i - 1) + " + 1;";
            case 2 -> "String f" + i + "(int x) { return x + \"#\"; }";
            default -> "f" + (i - 1) + "(" + i + ")";
          };
      result.add(text);
    }
    result.add("top + 1");
    return String.join("\n\n", result) + "\n";
  }

  @Test
  void each_edit_costs_exactly_what_it_affects() throws Exception {
    try (LspSession session = LspSession.inProcess(language)) {
      String text = document(1_000);
      session.open(URI, text);
      session.awaitRunEnd(URI);
      List<String> costs = new ArrayList<>();
      Map<Integer, Integer> most = Map.of(1, 1272, 10, 3004, 100, 20288);
      for (int dependents : List.of(0, 1, 10, 100)) {
        String line = "int with" + dependents + " = 1;";
        String name = dependents + " dependents";
        String changed = text.replace(line, line.replace("= 1", "= 2"));
        costs.add(name + ": " + type(session, changed, most.getOrDefault(dependents, 0)));
        costs.add("undo: " + type(session, text));
      }
      String line = "int with1 = 1;";
      costs.add("comment: " + type(session, text.replace(line, line + " // why")));
      type(session, text);
      costs.add("insert: " + type(session, text.replace(line, line + "\n\nint more = 5;")));
      costs.add("delete: " + type(session, text));
      String without = text.replace("int with0 = 1;\n\n", "");
      costs.add(
          "move: " + type(session, without.replace("with1 + 0", "with1 + 0\n\nint with0 = 1;")));
      type(session, text);
      costs.add("slider: " + slide(session, "4", 775));
      costs.add("top: " + type(session, text.replace("int top = 1;", "int top = 2;"), 1264));
      assertEquals(
          """
          0 dependents: split 2, analysed 1, compiled 1, sent 1, ran 1; 3 messages, 995 bytes; worker 796
          undo: split 2, analysed 0, compiled 0, sent 0, ran 0; 3 messages, 994 bytes; worker 0
          1 dependents: split 2, analysed 1, compiled 1, sent 1, ran 2; 4 messages, 1690 bytes; worker up to 1272
          undo: split 2, analysed 0, compiled 0, sent 0, ran 0; 4 messages, 1688 bytes; worker 0
          10 dependents: split 2, analysed 1, compiled 1, sent 1, ran 11; 13 messages, 7989 bytes; worker up to 3004
          undo: split 2, analysed 0, compiled 0, sent 0, ran 0; 13 messages, 7977 bytes; worker 0
          100 dependents: split 2, analysed 1, compiled 1, sent 1, ran 101; 103 messages, 71559 bytes; worker up to 20288
          undo: split 2, analysed 0, compiled 0, sent 0, ran 0; 103 messages, 71456 bytes; worker 0
          comment: split 2, analysed 1, compiled 0, sent 0, ran 0; 4 messages, 1639 bytes; worker 0
          insert: split 3, analysed 1, compiled 2, sent 2, ran 1; 3 messages, 7863 bytes; worker 901
          delete: split 2, analysed 0, compiled 0, sent 0, ran 0; 2 messages, 7214 bytes; worker 0
          move: split 4, analysed 0, compiled 0, sent 0, ran 0; 3 messages, 7843 bytes; worker 0
          slider: split 0, analysed 0, compiled 0, sent 0, ran 2; 4 messages, 1755 bytes; worker up to 775
          top: split 2, analysed 1, compiled 1, sent 1, ran 2; 4 messages, 1704 bytes; worker up to 1264
          """,
          String.join("\n", costs) + "\n");
    }
  }

  private String type(LspSession session, String text) throws InterruptedException {
    return type(session, text, 0);
  }

  private String type(LspSession session, String text, int most) throws InterruptedException {
    return cost(session, () -> session.type(URI, text), most);
  }

  private String slide(LspSession session, String value, int most) throws InterruptedException {
    String params = "{'uri': '" + URI + "', 'block': '" + SLIDER + "', 'name': 'n', 'value': '%s'}";
    JsonObject move = LspSession.json(params.formatted(value));
    return cost(session, () -> session.rpc.notify("colight/input", move), most);
  }

  /**
   * Returns what a change costs.
   *
   * @param most bytes that the worker may be sent, where several blocks run: how many of them are
   *     sent ahead, which takes a few more, is a matter of time
   */
  private String cost(LspSession session, Runnable change, int most) throws InterruptedException {
    Counts before = language.counts();
    change.run();
    List<JsonObject> told = session.awaitRunEnd(URI);
    Counts spent = language.counts().since(before);
    told.removeIf(message -> !EXACT.contains(message.get("method").getAsString()));
    int bytes = 0;
    for (JsonObject message : told) {
      message.getAsJsonObject("params").remove("durationMs");
      bytes += message.toString().length();
    }
    return String.format(
        Locale.ROOT,
        "split %d, analysed %d, compiled %d, sent %d, ran %d; %d messages, %d bytes; worker %s",
        spent.splitBlocks(),
        spent.analysedBlocks(),
        spent.compiledUnits(),
        spent.sentClasses(),
        spent.kernelRuns(),
        told.size(),
        bytes,
        spent.sentBytes() <= most && most > 0 ? "up to " + most : spent.sentBytes());
  }

  @Test
  void what_a_block_shows_last_is_told_once_with_its_result() throws Exception {
    try (LiveDocument document = new LiveDocument(language)) {
      LiveDocument.Run run = document.open("int a = 1;\n\na + 1\na + 2\n\nList.of(a, 3)\n");
      List<String> told = new ArrayList<>();
      List<String> results = new ArrayList<>();
      for (WorkspaceEvent event : run.events()) {
        if (event instanceof WorkspaceEvent.BlockOutput output) {
          told.add(output.output().text());
        } else if (event instanceof WorkspaceEvent.BlockFinished finished) {
          ResultView result = Objects.requireNonNull(finished.block().result());
          result.outputs().forEach(output -> results.add(output.text()));
        }
      }
      assertEquals(List.of("2"), told);
      assertEquals(List.of("1", "2", "3", "[1, 3]"), results);
    }
  }

  @Test
  void an_edit_allocates_little_and_no_more_in_a_long_document() throws Exception {
    long few = allocated(200);
    long many = allocated(1_000);
    assertTrue(few < BYTES && many < BYTES, few + " and " + many);
  }

  /** Returns the bytes that a literal edit with one dependent makes the server allocate. */
  private long allocated(int blocks) throws Exception {
    try (LspSession session = LspSession.inProcess(language)) {
      String text = document(blocks);
      session.open(URI, text);
      session.awaitRunEnd(URI);
      long least = Long.MAX_VALUE;
      for (int i = 0; i < REPEATS; i++) {
        long before = allocatedByServer();
        session.type(URI, text.replace("int with1 = 1;", "int with1 = " + (10 + i) + ";"));
        session.awaitRunEnd(URI);
        least = Math.min(least, allocatedByServer() - before);
      }
      return least;
    }
  }

  private static long allocatedByServer() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo thread = threads.getThreadInfo(id);
      if (thread != null
          && (thread.getThreadName().startsWith("colight-")
              || thread.getThreadName().equals("test-server"))) {
        sum += threads.getThreadAllocatedBytes(id);
      }
    }
    return sum;
  }
}
