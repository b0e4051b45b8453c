package dev.colight.java.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.colight.graph.Name;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KnownNamesTest {
  private static KnownNames.Read read(String code, String... declared) {
    Scope scope = Scope.root();
    for (String name : declared) {
      scope.declare(Name.value(name));
    }
    List<Token> tokens = Tokenizer.tokenize(List.of(code));
    String text = SnippetParser.text(tokens);
    return Objects.requireNonNull(
        KnownNames.Read.of(KnownNames.Kind.EXPRESSION, text, tokens, scope.inner()));
  }

  private static NameReader.PartAndWhole names() {
    return new NameReader.PartAndWhole(new FreeNames(), new FreeNames());
  }

  @Test
  void variables_above_that_code_does_not_name_make_no_difference() {
    assertEquals(read("a + b", "a"), read("a + b", "a", "c", "d"));
  }

  @Test
  void variables_above_that_code_names_make_one() {
    assertNotEquals(read("a + b", "a"), read("a + b", "a", "b"));
  }

  @Test
  void numbers_and_texts_make_none() {
    assertEquals(read("f(1, \"a\")"), read("f(2, \"b\")"));
  }

  @Test
  void code_of_a_long_block_is_known_to_the_end_of_it() {
    KnownNames known = new KnownNames();
    for (int i = 0; i < 3_000; i++) {
      known.put(read("a" + i + " + 1"), names());
    }
    assertNotNull(known.get(read("a0 + 2")));
    assertNotNull(known.get(read("a2999 + 2")));
  }

  @Test
  void what_was_not_used_for_long_is_forgotten() {
    KnownNames known = new KnownNames();
    known.put(read("used"), names());
    known.put(read("unused"), names());
    String sum = "a + ".repeat(800);
    for (int i = 0; i < 1_000; i++) {
      known.put(read(sum + "b" + i), names());
      assertNotNull(known.get(read("used")));
    }
    assertNull(known.get(read("unused")));
  }
}
