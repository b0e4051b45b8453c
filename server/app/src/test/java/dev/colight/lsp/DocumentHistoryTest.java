package dev.colight.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

class DocumentHistoryTest {
  private static final int WINDOW = 5;

  /** Follows changes as the server does. */
  private static final class Follower {
    Text text;
    final DocumentHistory history;

    Follower(String opened) {
      text = Text.of(opened);
      history = new DocumentHistory(0, text);
    }

    void take(int version, List<TextDocumentContentChangeEvent> changes) {
      Text repaired = history.insert(version, changes, DocumentHistoryTest::apply);
      if (repaired == null) {
        history.add(version, text, changes);
        text = apply(text, changes);
      } else {
        text = repaired;
      }
    }
  }

  private static Text apply(Text before, List<TextDocumentContentChangeEvent> changes) {
    Text text = before;
    for (TextDocumentContentChangeEvent change : changes) {
      Position start = change.getRange().getStart();
      Position end = change.getRange().getEnd();
      text =
          text.apply(
              new TextEdit(
                  Range.of(
                      start.getLine(), start.getCharacter(), end.getLine(), end.getCharacter()),
                  change.getText()));
    }
    return text;
  }

  private static List<TextDocumentContentChangeEvent> insert(int line, int column, String text) {
    Position at = new Position(line, column);
    return List.of(new TextDocumentContentChangeEvent(new org.eclipse.lsp4j.Range(at, at), text));
  }

  @Test
  void changes_in_whatever_order_give_the_text_that_they_give_in_theirs() {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      Text truth = Text.of("int a = 1;\na + 1");
      Follower follower = new Follower(truth.toString());
      List<Integer> versions = new ArrayList<>();
      List<List<TextDocumentContentChangeEvent>> changes = new ArrayList<>();
      Map<Integer, Integer> sent = new HashMap<>();
      for (int version = 1; version <= 40; version++) {
        int line = random.nextInt(truth.lineCount());
        int column = random.nextInt(truth.line(line).length() + 1);
        changes.add(insert(line, column, random.nextInt(5) == 0 ? "\n" : "x" + version));
        truth = apply(truth, changes.get(version - 1));
        versions.add(version);
        // As far as threads of one program bring things out of order.
        sent.put(version, version + random.nextInt(WINDOW));
      }
      versions.sort(Comparator.comparing(sent::get));
      for (int version : versions) {
        follower.take(version, changes.get(version - 1));
      }
      assertEquals(truth.toString(), follower.text.toString(), "seed " + seed);
    }
  }

  @Test
  void versions_that_grow_by_more_than_one_or_not_at_all_are_taken_as_they_come() {
    Follower follower = new Follower("");
    for (int version : new int[] {3, 3, 9, 9, 200}) {
      follower.take(version, insert(0, 0, version + " "));
    }
    assertEquals("200 9 9 3 3 ", follower.text.toString());
  }

  @Test
  void a_client_that_counts_from_before_the_version_it_opened_is_taken_as_it_comes() {
    DocumentHistory history = new DocumentHistory(5, Text.of(""));
    assertNull(history.insert(0, insert(0, 0, "a"), DocumentHistoryTest::apply));
  }
}
