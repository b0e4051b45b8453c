package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.document.BlockId;
import dev.colight.document.BlockKind;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.fuzz.Screen;
import dev.colight.live.Fixture.Line;
import dev.colight.live.Fixture.Marker;
import dev.colight.live.Fixture.Step;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Carries a fixture out, one step after the other. */
final class FixtureRun {
  private final CountingLanguage language;
  private final LiveDocument document;
  private final Map<String, BlockId> labels = new LinkedHashMap<>();
  private final List<String> earlier = new ArrayList<>();
  private List<String> ran = List.of();
  private int compiled;

  FixtureRun(CountingLanguage language, LiveDocument document) {
    this.language = language;
    this.document = document;
  }

  void run(Fixture fixture) throws InterruptedException {
    document.open(text(fixture.document()));
    check(fixture.document(), 0);
    for (Step step : fixture.steps()) {
      switch (step.verb()) {
        case "edit" -> change(step, replaced(step));
        case "delete" -> change(step, without(block(step.words().get(0))));
        case "move" -> change(step, moved(step.words()));
        case "insert after" -> insert(step);
        case "undo" -> change(step, earlier.get(earlier.size() - 1));
        default -> expect(step);
      }
    }
  }

  private static String text(List<Line> lines) {
    return String.join("\n", lines.stream().map(Line::text).toList());
  }

  private void change(Step step, String newText) throws InterruptedException {
    assertTrue(!newText.equals(document.text()), () -> "it changes nothing: " + step);
    earlier.add(document.text());
    CountingLanguage.Counts before = language.counts();
    LiveDocument.Run run = document.edit(newText);
    compiled = language.counts().since(before).compiledUnits();
    ran = run.executed().stream().map(this::label).toList();
    assertEquals(run.end().executed(), ran.size(), "what is counted is what ran");
  }

  private String replaced(Step step) {
    String[] sides = step.rest().split(" -> ", -1);
    assertEquals(2, sides.length, step::toString);
    String old = sides[0].translateEscapes();
    int at = document.text().indexOf(old);
    assertTrue(at >= 0 && document.text().indexOf(old, at + 1) < 0, () -> "not once: " + step);
    return document.text().replace(old, sides[1].strip().translateEscapes());
  }

  private String without(BlockView block) {
    List<String> lines = lines();
    int first = block.range().start().line();
    int last = block.range().end().line();
    boolean separated = last + 1 < lines.size() && lines.get(last + 1).isBlank();
    lines.subList(first, last + (separated ? 2 : 1)).clear();
    return String.join("\n", lines);
  }

  private String moved(List<String> words) {
    BlockView block = block(words.get(0));
    BlockView other = block(words.get(2));
    boolean below = words.get(1).equals("after");
    List<String> own = new ArrayList<>(lines(block));
    own.add(below ? 0 : own.size(), "");
    int at = below ? other.range().end().line() + 1 : other.range().start().line();
    List<String> lines = lines();
    int size = lines.size();
    lines.addAll(at, own);
    int first =
        block.range().start().line() + (at <= block.range().start().line() ? own.size() : 0);
    int last = first + own.size() - 1;
    lines.subList(first, Math.min(lines.size(), last + 1)).clear();
    assertEquals(size, lines.size(), "a block that moves has a blank line below");
    return String.join("\n", lines);
  }

  private void insert(Step step) throws InterruptedException {
    int at = block(step.rest()).range().end().line() + 1;
    List<String> lines = lines();
    List<String> added = new ArrayList<>(List.of(""));
    step.lines().forEach(line -> added.add(line.text()));
    lines.addAll(at, added);
    change(step, String.join("\n", lines));
    check(step.lines(), at + 1);
  }

  private List<String> lines() {
    return new ArrayList<>(Arrays.asList(document.text().split("\n", -1)));
  }

  private List<String> lines(BlockView block) {
    return lines().subList(block.range().start().line(), block.range().end().line() + 1);
  }

  private String label(BlockId id) {
    return labels.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(id::toString);
  }

  private BlockView block(String label) {
    BlockId id = Objects.requireNonNull(labels.get(label), () -> "no block is labelled " + label);
    return Objects.requireNonNull(document.snapshot().block(id), () -> label + " is gone");
  }

  private ResultView result(BlockView block) {
    return Objects.requireNonNull(block.result(), () -> "no result: " + block);
  }

  /** Checks what markers say of lines, the first of which is a certain one of the document. */
  private void check(List<Line> lines, int first) {
    Map<BlockId, String> expectedStatus = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      for (BlockView block : document.snapshot().blocks(first + i, first + i)) {
        if (block.kind() == BlockKind.CODE) {
          expectedStatus.putIfAbsent(block.id(), "ok");
        }
      }
      for (Marker marker : lines.get(i).markers()) {
        int line = first + i;
        BlockView block = document.snapshot().blocks(line, line).get(0);
        String at =
            "line " + (line + 1) + " of\n" + String.join("\n", Screen.of(document.snapshot()));
        switch (marker.name()) {
          case "block" -> labels.put(marker.arguments().get(0), block.id());
          case "shows" -> assertEquals(marker.arguments(), on(line, block, Kind.VALUE), at);
          case "prints" -> assertEquals(marker.arguments(), on(line, block, Kind.STDOUT), at);
          case "errs" -> assertEquals(marker.arguments(), on(line, block, Kind.STDERR), at);
          case "defines" -> assertEquals(sorted(marker.arguments()), block.provides(), at);
          case "status" -> expectedStatus.put(block.id(), marker.arguments().get(0));
          default -> expect(marker.name(), block, marker.arguments());
        }
      }
    }
    expectedStatus.forEach(
        (id, status) -> {
          BlockView block = Objects.requireNonNull(document.snapshot().block(id));
          expect("status", block, List.of(status));
        });
  }

  private static List<String> sorted(List<String> names) {
    return List.copyOf(new TreeSet<>(names));
  }

  private List<String> on(int line, BlockView block, Kind kind) {
    int own = line - block.range().start().line();
    return result(block).outputs().stream()
        .filter(output -> output.kind() == kind && output.range().end().line() == own)
        .map(OutputView::text)
        .toList();
  }

  private void expect(Step step) {
    switch (step.verb()) {
      case "ran" ->
          assertEquals(step.rest(), ran.isEmpty() ? "nothing" : String.join(" ", ran), this::where);
      case "compiled" -> assertEquals(step.rest(), String.valueOf(compiled), this::where);
      default -> {
        List<String> words = step.words();
        expect(step.verb(), block(words.get(0)), words.subList(1, words.size()));
      }
    }
  }

  private void expect(String verb, BlockView block, List<String> expected) {
    List<String> actual =
        switch (verb) {
          case "shows" -> texts(result(block), Kind.VALUE);
          case "prints" -> List.of(String.join("", texts(result(block), Kind.STDOUT)));
          case "errs" -> List.of(String.join("", texts(result(block), Kind.STDERR)));
          case "says" -> said(block);
          case "status" -> List.of(status(block));
          case "uses" -> block.requires();
          case "stale" -> stale(block);
          default -> throw new IllegalArgumentException("no such expectation: " + verb);
        };
    assertEquals(
        verb.equals("uses") ? sorted(expected) : expected,
        actual,
        () -> verb + " of " + label(block.id()) + where());
  }

  private static List<String> texts(ResultView result, Kind kind) {
    return result.outputs().stream()
        .filter(output -> output.kind() == kind)
        .map(OutputView::text)
        .toList();
  }

  private static String status(BlockView block) {
    Status status = block.result() == null ? null : block.result().status();
    return status == null ? "none" : status.name().toLowerCase(Locale.ROOT);
  }

  private List<String> said(BlockView block) {
    ResultView result = result(block);
    if (result.status() == Status.INVALID) {
      return block.problems().stream().map(ProblemView::message).toList();
    }
    var error = Objects.requireNonNull(result.error(), () -> "nothing went wrong in " + block);
    boolean alone = error.type() == null || error.message().equals(error.type());
    return List.of(alone ? error.message() : error.type() + ": " + error.message());
  }

  private static List<String> stale(BlockView block) {
    ResultView shown = block.shown();
    assertTrue(block.stale() && !Objects.equals(shown, block.result()), block::toString);
    return shown == null ? List.of() : texts(shown, Kind.VALUE);
  }

  private String where() {
    return " in\n" + String.join("\n", Screen.of(document.snapshot()));
  }
}
