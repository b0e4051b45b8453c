package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.BlockId;
import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A document beside the sources of a project in a folder, with a language of its own. */
final class SourceProject implements AutoCloseable {
  /** Counts changes of sources: the document's last block shows it, so that all ends are seen. */
  private static final String CLOCK =
      "package clock; public class Clock { public static String now() { return \"now %d\"; } }";

  private static final String LAST_BLOCK = "\n\nclock.all.Clock.now()";
  private final Path folder;
  private final JavaLanguage language;
  private final LiveDocument document;
  private int changes;

  SourceProject(Path folder) throws IOException {
    this.folder = folder;
    language = new JavaLanguage(JavaLanguage.Options.defaults().patient(4));
    document = new LiveDocument(language, uri());
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion>"
            + "<groupId>acme</groupId><artifactId>acme</artifactId><version>1</version></project>");
    tick();
  }

  private String uri() {
    return folder.resolve("notes/live.jsh").toUri().toString();
  }

  private void tick() throws IOException {
    write(
        "clock/all/Clock", CLOCK.replace("package clock", "package clock.all").formatted(changes));
  }

  LiveDocument document() {
    return document;
  }

  void write(String type, String text) throws IOException {
    Path file = folder.resolve("src/main/java/" + type + ".java");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  void delete(String type) throws IOException {
    Files.delete(folder.resolve("src/main/java/" + type + ".java"));
  }

  /** Opens a document with some text. */
  void open(String text) throws InterruptedException {
    document.open(text + LAST_BLOCK);
  }

  /** Edits the document; returns the code of the blocks that ran. */
  List<String> edit(String text) throws InterruptedException {
    return ran(document.edit(text + LAST_BLOCK).executed());
  }

  /** Has what was written be seen; returns the code of the blocks that ran, until all is done. */
  List<String> follow() throws Exception {
    changes++;
    tick();
    language.otherFiles().changedOnDisk();
    List<BlockId> executed = new ArrayList<>();
    List<String> ran = List.of();
    while (!ran.contains(LAST_BLOCK.strip()) || !shown().endsWith("\"now " + changes + "\"")) {
      executed.addAll(document.awaitEnd().executed());
      ran = ran(executed);
    }
    ran.remove(LAST_BLOCK.strip());
    return ran;
  }

  /** Changes one source; returns the code of the blocks that ran. */
  List<String> change(String type, String text) throws Exception {
    write(type, text);
    return follow();
  }

  private List<String> ran(List<BlockId> blocks) {
    List<String> code = new ArrayList<>();
    for (BlockView block : document.snapshot().blocks()) {
      if (blocks.contains(block.id())) {
        code.add(code(block));
      }
    }
    return code;
  }

  private String code(BlockView block) {
    List<String> lines = document.text().lines().toList();
    return String.join("\n", lines.subList(block.range().start().line(), lastLine(block, lines)))
        .strip();
  }

  private static int lastLine(BlockView block, List<String> lines) {
    int end = block.range().end().line();
    return Math.min(lines.size(), block.range().end().column() == 0 ? end : end + 1);
  }

  /** Returns what the code blocks show, a line each, the clock last. */
  String shown() {
    return document.snapshot().blocks().stream()
        .filter(block -> block.shown() != null)
        .map(SourceProject::shown)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** Returns the same without the clock. */
  String values() {
    String shown = shown();
    return shown.substring(0, Math.max(0, shown.lastIndexOf('\n')));
  }

  private static String shown(BlockView block) {
    return Objects.requireNonNull(block.shown()).outputs().stream()
        .map(OutputView::text)
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  /** Returns what each block shows, by its code. */
  Map<String, String> results() {
    Map<String, String> results = new HashMap<>();
    for (BlockView block : document.snapshot().blocks()) {
      if (block.shown() != null) {
        results.put(code(block), shown(block));
      }
    }
    return results;
  }

  /** Compares what is shown with a clean run. */
  void verify() throws Exception {
    verify("");
  }

  /**
   * Compares what is shown with a clean run.
   *
   * @param when says what had been done
   */
  void verify(String when) throws Exception {
    var outcome =
        document
            .workspace()
            .verify(uri(), Duration.ofSeconds(60), text -> text)
            .get(90, TimeUnit.SECONDS);
    assertEquals(
        List.of(), ((Verification.Compared) outcome).differences(), when + "\n" + document.text());
  }

  @Override
  public void close() {
    document.close();
    language.close();
  }
}
