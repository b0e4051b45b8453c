package dev.colight.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.protocol.BlockInfo;
import dev.colight.protocol.BlockKind;
import dev.colight.protocol.BlockOutputParams;
import dev.colight.protocol.BlockResultParams;
import dev.colight.protocol.BlockState;
import dev.colight.protocol.DocumentResult;
import dev.colight.protocol.ResultStatus;
import dev.colight.protocol.RunEndParams;
import dev.colight.protocol.RunStartParams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a client knows of one document by the notifications that it got, and by nothing else. Fails
 * at a message that breaks the protocol, or after which something would be shown as up to date that
 * is not.
 */
public final class ClientModel {
  private final Texts texts;
  private final Map<String, Shown> blocks = new HashMap<>();
  private List<String> order = new ArrayList<>();
  private int run;
  private int version;
  private boolean running;
  private @Nullable String streaming;
  private int fresh;

  /** What was typed, and what a clean run of it shows. */
  public interface Texts {
    /** Returns the text that a version stands for. */
    String of(int version);

    /** Returns what is there once a clean run of a version has ended. */
    DocumentResult clean(int version);

    /** Tells whether running a block can change objects that others see. */
    boolean mayChangeInPlace(String block);
  }

  /** A block as a client shows it; {@code text} is what its result stands beside. */
  private static final class Shown {
    BlockInfo info;
    String text;
    @Nullable BlockResultParams result;
    String resultText = "";
    int outputs;

    Shown(BlockInfo info, String text) {
      this.info = info;
      this.text = text;
    }
  }

  /** Creates a client that has just opened a document. */
  public ClientModel(Texts texts) {
    this.texts = texts;
  }

  /** Returns how often a result was shown as up to date and compared with a clean run. */
  public int comparisons() {
    return fresh;
  }

  /** Takes in that a run has started. */
  public void runStart(RunStartParams params) {
    assertFalse(running, "the run before has not ended");
    assertEquals(run + 1, params.run(), "the number of a run");
    assertTrue(params.version() >= version, "versions do not go back");
    running = true;
    run = params.run();
    version = params.version();
    for (String id : params.removed()) {
      assertNotNull(blocks.remove(id), "a block is removed that was never there: " + id);
    }
    for (BlockInfo info : params.blocks()) {
      Shown shown = blocks.get(info.id());
      if (shown == null) {
        assertNotNull(params.order(), "a block is new, and nobody says where it is");
        blocks.put(info.id(), new Shown(info, text(info)));
      } else {
        shown.info = info;
        shown.text = text(info);
      }
    }
    if (params.order() != null) {
      order = params.order();
    }
    assertEquals(Set.copyOf(order), blocks.keySet(), "the order names all blocks");
    assertEquals(
        texts.clean(version).blocks().stream().map(this::text).toList(),
        order.stream().map(id -> shown(id).text).toList(),
        "the blocks are those of the text");
    check("the start of run " + run);
  }

  /** Takes in a result. */
  public void blockResult(BlockResultParams params) {
    assertTrue(running && params.run() == run, "a result belongs to the run under way");
    assertEquals(version, params.version());
    BlockInfo info = params.block();
    Shown shown = shown(info.id());
    assertEquals(shown.text, text(info), "a result is that of the text");
    if (params.status() == ResultStatus.UNCHANGED) {
      BlockResultParams before = shown.result;
      assertNotNull(before, "a result is unchanged that was never told");
      assertEquals(before.block().key(), info.key(), "an unchanged result has the same key");
      assertEquals(List.of(), params.outputs());
    } else {
      shown.result = params;
      shown.resultText = shown.text;
    }
    shown.info = info;
    if (info.id().equals(streaming)) {
      streaming = null;
    }
    check("a result of " + shown.text);
  }

  /** Takes in an output of a block that runs. */
  public void blockOutput(BlockOutputParams params) {
    assertTrue(running && params.run() == run, "an output belongs to the run under way");
    Shown shown = shown(params.block());
    assertNotEquals(BlockState.FRESH, shown.info.state(), "a block that runs is not up to date");
    if (params.sequence() == 0) {
      shown.outputs = 0;
      streaming = params.block();
    }
    assertEquals(streaming, params.block(), "one block runs at a time");
    assertEquals(shown.outputs, params.sequence(), "outputs come one after the other");
    shown.outputs++;
  }

  /** Takes in that a run has ended. */
  public void runEnd(RunEndParams params) {
    assertTrue(running && params.run() == run, "each run ends once");
    assertEquals(version, params.version());
    running = false;
    check("the end of run " + run);
  }

  /** Compares all that is shown as up to date with a clean run. */
  private void check(String after) {
    DocumentResult clean = texts.clean(version);
    Map<String, BlockResultParams> expected = results(clean);
    boolean certain = true;
    for (int i = 0; i < order.size() && certain; i++) {
      Shown shown = shown(order.get(i));
      certain = !isUnlucky(shown) && !mayYetChangeOthers(shown);
      if (certain
          && shown.info.kind() == BlockKind.CODE
          && shown.info.state() == BlockState.FRESH) {
        BlockResultParams result = shown.result;
        String where = "after " + after + " is shown " + shown.text;
        assertNotNull(result, where);
        BlockResultParams wanted =
            Objects.requireNonNull(expected.get(clean.blocks().get(i).id()), where);
        assertSameRun(wanted, result, where);
        fresh++;
      }
    }
  }

  /**
   * What a block changes in place is known when it has run. Until then those below are shown as
   * they were when they ran, with what it did then.
   */
  private boolean mayYetChangeOthers(Shown shown) {
    return shown.info.state() != BlockState.FRESH && texts.mayChangeInPlace(shown.text);
  }

  /** A program that was not let run to its end leaves nothing for those below. */
  private static boolean isUnlucky(Shown shown) {
    BlockResultParams result = shown.result;
    return result != null
        && (result.status() == ResultStatus.TIMEOUT
            || (result.error() != null && result.error().message().startsWith("unlucky")));
  }

  /** Compares all that is known with all that there is to know. */
  public void assertKnows(DocumentResult document) {
    assertFalse(running, "the last run has not ended");
    assertEquals(document.run(), run);
    assertEquals(document.version(), version);
    assertEquals(document.blocks().stream().map(BlockInfo::id).toList(), order);
    Map<String, BlockResultParams> results = results(document);
    for (BlockInfo info : document.blocks()) {
      Shown shown = shown(info.id());
      assertEquals(essence(info), essence(shown.info), shown.text);
      BlockResultParams result = results.get(info.id());
      if (result == null || shown.result == null) {
        assertNull(shown.result, shown.text);
        assertNull(result, shown.text);
      } else if (shown.resultText.equals(shown.text)) {
        assertEquals(essence(result), essence(shown.result), shown.text);
        assertEquals(
            line(result), line(shown.result), () -> "the line of the error of " + shown.text);
      } else {
        // Nobody knows where in the present text an error of an older one is.
        assertEquals(essence(result).get(0), essence(shown.result).get(0), shown.text);
      }
    }
  }

  /**
   * Compares all that is shown with a clean run: where no program was unlucky, that is all there.
   */
  public void assertShowsCleanRun() {
    if (order.stream().noneMatch(id -> isUnlucky(shown(id)))) {
      DocumentResult clean = texts.clean(version);
      Map<String, BlockResultParams> expected = results(clean);
      for (int i = 0; i < order.size(); i++) {
        Shown shown = shown(order.get(i));
        BlockInfo wanted = clean.blocks().get(i);
        assertEquals(wanted.state(), shown.info.state(), shown.text);
        BlockResultParams result = shown.result;
        BlockResultParams clear = expected.get(wanted.id());
        assertEquals(
            clear == null ? List.of() : essence(clear),
            result == null ? List.of() : essence(result),
            shown.text);
      }
    }
  }

  private static Map<String, BlockResultParams> results(DocumentResult document) {
    Map<String, BlockResultParams> results = new HashMap<>();
    document.results().forEach(result -> results.put(result.block().id(), result));
    return results;
  }

  /** What a result says, whichever run it comes from, and wherever its block stands. */
  private static List<Object> essence(BlockResultParams result) {
    int line = result.block().range().getStart().getLine();
    List<Object> essence = new ArrayList<>();
    essence.add(result.status());
    essence.add(result.outputs());
    var error = result.error();
    if (error != null) {
      essence.add(error.message());
      var range = error.range();
      if (range != null) {
        essence.add(range.getStart().getLine() - line);
        essence.add(range.getStart().getCharacter());
      }
    }
    return essence;
  }

  /** Returns the line of the document that an error names, or -1. */
  private static int line(BlockResultParams result) {
    var error = result.error();
    var range = error == null ? null : error.range();
    return range == null ? -1 : range.getStart().getLine();
  }

  /**
   * What two results of one block say of the statements that ran. Why others do not compile is told
   * by the end of the run, where it is because of another block.
   */
  private static void assertSameRun(
      BlockResultParams wanted, BlockResultParams result, String where) {
    if (isPartial(wanted) || isPartial(result)) {
      assertEquals(wanted.outputs(), result.outputs(), where);
    } else {
      assertEquals(essence(wanted), essence(result), where);
    }
  }

  private static boolean isPartial(BlockResultParams result) {
    return result.status() == ResultStatus.INVALID || result.status() == ResultStatus.BLOCKED;
  }

  /**
   * What is said of a block, but for its place, which follows from the order and the text. Once a
   * run has ended, what is not up to date is stale, whether it was queued, ran or neither.
   */
  private static List<@Nullable Object> essence(BlockInfo info) {
    List<@Nullable Object> essence = new ArrayList<>();
    essence.addAll(List.of(info.key(), info.kind(), info.state() == BlockState.FRESH));
    essence.addAll(List.of(info.provides(), info.requires()));
    essence.add(info.hidden());
    essence.add(info.text());
    return essence;
  }

  private Shown shown(String id) {
    return Objects.requireNonNull(blocks.get(id), () -> "nobody has told of a block " + id);
  }

  private String text(BlockInfo info) {
    return String.join(
        "\n",
        texts
            .of(version)
            .lines()
            .toList()
            .subList(info.range().getStart().getLine(), info.range().getEnd().getLine() + 1));
  }
}
