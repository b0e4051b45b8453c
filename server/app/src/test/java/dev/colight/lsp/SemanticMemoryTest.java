package dev.colight.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.junit.jupiter.api.Test;

class SemanticMemoryTest {
  private static final String URI = "file:///a.jsh";
  private final SemanticMemory memory = new SemanticMemory();

  private static List<Integer> apply(List<Integer> before, List<SemanticTokensEdit> edits) {
    List<Integer> after = new ArrayList<>(before);
    for (SemanticTokensEdit edit : edits) {
      List<Integer> replaced =
          after.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount());
      replaced.clear();
      replaced.addAll(edit.getData());
    }
    return after;
  }

  @Test
  void what_a_client_had_and_the_difference_make_what_there_is() {
    Random random = new Random(7);
    List<Integer> numbers = List.of();
    String id = memory.full(URI, numbers).getResultId();
    for (int i = 0; i < 500; i++) {
      List<Integer> after = new ArrayList<>(numbers);
      int at = random.nextInt(after.size() + 1);
      after.subList(at, Math.min(after.size(), at + random.nextInt(4))).clear();
      random.ints(random.nextInt(6), 0, 3).forEach(number -> after.add(at, number));
      SemanticTokensDelta delta = memory.since(URI, id, after).getRight();
      assertEquals(after, apply(numbers, delta.getEdits()));
      numbers = after;
      id = delta.getResultId();
    }
  }

  @Test
  void where_nothing_has_changed_there_is_nothing_to_tell() {
    String id = memory.full(URI, List.of(1, 2, 3)).getResultId();
    SemanticTokensDelta delta = memory.since(URI, id, List.of(1, 2, 3)).getRight();
    assertEquals(List.of(), delta.getEdits());
  }

  @Test
  void whoever_has_something_else_is_told_all() {
    SemanticTokens first = memory.full(URI, List.of(1));
    memory.full(URI, List.of(2));
    assertEquals(
        List.of(3), memory.since(URI, first.getResultId(), List.of(3)).getLeft().getData());
    memory.closed(URI);
    assertTrue(memory.since(URI, "3", List.of(3)).isLeft());
  }
}
