package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.document.BlockKind;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program shows after any edit is what it shows when it is opened. */
class EditedProgramTest {
  private static final int EDITS = 12;

  private static final List<String> LINES =
      List.of(
          "import java.util.*;",
          "",
          "public class Edited {",
          "  static int n = 3;",
          "  static final int K = 4;",
          "  static final int L = K + 2;",
          "  static List<String> log = new ArrayList<>();",
          "",
          "  static int f(int x) {",
          "    log.add(\"f\" + x);",
          "    return x * n;",
          "  }",
          "",
          "  record Pair(int a, int b) {}",
          "",
          "  public static void main(String[] args) {",
          "    int a = f(2);",
          "    System.out.println(a);",
          "",
          "    final int two = 2;",
          "    byte b = two;",
          "    System.out.println(kind(a) + kind(b));",
          "",
          "    int n = 50;",
          "    Pair p = new Pair(a, f(n));",
          "",
          "    if (log.size() > 5) {",
          "      return;",
          "    }",
          "",
          "    log.add(\"p\" + p);",
          "    System.out.println(10 / (a - 4));",
          "",
          "    System.out.println(log + \" \" + n);",
          "  }",
          "",
          "  static String kind(int x) { return switch (x) { case K -> \"K\"; case L -> \"L\"; default -> \"\" + x; }; }",
          "",
          "  static int g(int x) { return x + n; }",
          "}");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void it_is_what_a_clean_run_shows(long seed) throws InterruptedException {
    Random random = new Random(seed);
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        Documents documents = new Documents(language)) {
      List<String> lines = new ArrayList<>(LINES);
      String uri = "file:///Edited.java";
      documents.open(uri, lines);
      for (int i = 0; i < EDITS; i++) {
        edit(lines, random);
        List<String> shown = documents.change(uri, lines);
        String clean = "file:///Clean" + i + ".java";
        assertEquals(
            documents.open(clean, lines), shown, "seed " + seed + ":\n" + String.join("\n", lines));
        documents.close(clean);
      }
    }
  }

  @Test
  void a_changed_constant_reaches_all_that_is_compiled_with_it() throws InterruptedException {
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults());
        Documents documents = new Documents(language)) {
      String uri = "file:///Edited.java";
      documents.open(uri, LINES);
      for (String k : List.of("6", "6 + 2", "n", "4")) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(lines.indexOf("  static final int K = 4;"), "  static final int K = " + k + ";");
        List<String> shown = documents.change(uri, lines);
        String clean = "file:///Clean.java";
        assertEquals(documents.open(clean, lines), shown, k);
        documents.close(clean);
      }
    }
  }

  /** Changes a number, or takes a line away, or puts one of the original there. */
  private static void edit(List<String> lines, Random random) {
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.set(at, lines.get(at).replaceAll("[2-6]", String.valueOf(random.nextInt(9))));
      case 1 -> {
        if (lines.size() > 10) {
          lines.remove(at);
        }
      }
      case 2 -> lines.add(at, LINES.get(random.nextInt(LINES.size())));
      default -> {
        lines.clear();
        lines.addAll(LINES);
      }
    }
  }

  private static final class Documents implements AutoCloseable {
    private final BlockingQueue<RunEnded> ends = new LinkedBlockingQueue<>();
    private final Workspace workspace;
    private int version;

    Documents(JavaLanguage language) {
      workspace =
          new Workspace(
              language,
              event -> {
                if (event instanceof RunEnded end) {
                  ends.add(end);
                }
              });
    }

    /** Opens a document and returns what is shown for it. */
    List<String> open(String uri, List<String> lines) throws InterruptedException {
      workspace.open(uri, ++version, String.join("\n", lines));
      return await(uri);
    }

    /** Gives a document another text, and returns what is shown for it. */
    List<String> change(String uri, List<String> lines) throws InterruptedException {
      Range all = Range.of(0, 0, Integer.MAX_VALUE, 0);
      List<TextEdit> edits = List.of(new TextEdit(all, String.join("\n", lines)));
      workspace.change(uri, ++version, edits);
      return await(uri);
    }

    void close(String uri) {
      workspace.close(uri);
    }

    private List<String> await(String uri) throws InterruptedException {
      while (true) {
        RunEnded end = Objects.requireNonNull(ends.poll(2, TimeUnit.MINUTES));
        DocumentSnapshot document = Objects.requireNonNull(workspace.snapshot(uri));
        if (end.uri().equals(uri) && end.version() == version && !document.running()) {
          return shown(document);
        }
      }
    }

    private static List<String> shown(DocumentSnapshot document) {
      List<String> result = new ArrayList<>();
      for (BlockView block : document.blocks()) {
        if (block.kind() == BlockKind.CODE) {
          ResultView one = Objects.requireNonNull(block.result());
          String error = one.error() == null ? "" : one.error().message();
          List<String> outputs = one.outputs().stream().map(OutputView::text).toList();
          result.add(block.range() + " " + one.status() + error + outputs);
        }
      }
      return result;
    }

    @Override
    public void close() {
      workspace.close();
    }
  }
}
