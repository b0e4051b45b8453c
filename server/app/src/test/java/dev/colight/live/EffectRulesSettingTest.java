package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.EffectPolicy;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** People say for themselves what else is to wait while they type, and what need not. */
class EffectRulesSettingTest {
  private static final String CODE =
      "List<Integer> all = new ArrayList<>(List.of(1))\n\nCollections.shuffle(all)\n\n1 + 1";

  private static JavaLanguage language;

  @BeforeAll
  static void start() {
    language = new JavaLanguage(JavaLanguage.Options.defaults().patient(5));
  }

  @AfterAll
  static void stop() {
    language.close();
  }

  private static BlockView block(LiveDocument document, int index) {
    return document.snapshot().blocks().get(index);
  }

  private static String message(BlockView block) {
    return Objects.requireNonNull(Objects.requireNonNull(block.result()).error()).message();
  }

  @Test
  void what_their_rules_name_waits_until_the_rules_are_taken_back() throws Exception {
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document.open(CODE);
      assertEquals(BlockState.FRESH, block(document, 1).state());
      document
          .workspace()
          .setEffectRules(List.of("[deals the cards]", "java.util.Collections shuffle"));
      document.awaitEnd();
      assertEquals(BlockState.HELD, block(document, 1).state());
      assertEquals("deals the cards: Collections.shuffle, line 3", message(block(document, 1)));
      assertEquals(BlockState.FRESH, block(document, 2).state());
      document.workspace().setEffectRules(List.of());
      document.awaitEnd();
      assertEquals(BlockState.FRESH, block(document, 1).state());
    }
  }

  @Test
  void what_they_set_free_runs_unless_it_touches_something_after_all() throws Exception {
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document
          .workspace()
          .setEffectRules(List.of("[]", "java.util.Timer new", "java.io.File mkdir"));
      document.open("new Timer(true)\n\nnew File(\"no/such/folder\").mkdir()");
      assertEquals(BlockState.FRESH, block(document, 0).state());
      assertEquals("writes files: File.mkdir, line 3", message(block(document, 1)));
    }
  }

  @Test
  void what_is_no_rule_is_told_in_each_document_and_the_others_hold() throws Exception {
    try (LiveDocument document = new LiveDocument(language, EffectPolicy.HOLD)) {
      document
          .workspace()
          .setEffectRules(
              List.of("[deals the cards]", "Collections", "java.util.Collections shuffle"));
      document.open(CODE);
      assertEquals(
          "`Collections` is no rule: a rule is a class, and its members behind it"
              + " (in the setting `colight.effectRules`)",
          block(document, 0).problems().get(0).message());
      assertEquals(BlockState.HELD, block(document, 1).state());
    }
  }
}
