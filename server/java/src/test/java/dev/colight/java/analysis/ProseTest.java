package dev.colight.java.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "// # Title                          | # Title",
        "/// # Title                         | # Title",
        "//no space                          | no space",
        "//   code                           | '  code'",
        "// a~//~// b                        | a~~b",
        "/* a */                             | a",
        "/** a */                            | a",
        "/*~ * a~ *~ * - b~ */               | a~~- b",
        "/*~a~  b~*/                         | a~  b",
        "/* * item~ * * item */              | * item~* item",
        "// a~/* b */~/// c                  | a~b~c",
        "//DEPS a:b:1~// text                | text",
        "#!/usr/bin/env jbang~// text        | text",
        "// with `code` and ** stars **         | with `code` and ** stars **",
        "/**/                                | ''",
        "/* not closed                       | not closed",
      })
  void prose_is_markdown_without_comment_marks(String comment, String markdown) {
    String actual = new JavaAnalyzer().prose(Arrays.asList(comment.split("~", -1)));
    assertEquals(markdown.replace('~', '\n').strip(), actual.strip());
  }

  @Test
  void indentation_after_the_first_space_is_kept() {
    assertEquals(
        "a\n\n    code", new JavaAnalyzer().prose(Arrays.asList("// a", "//", "//     code")));
  }

  @Test
  void pragmas_are_no_prose() {
    assertEquals("a", new JavaAnalyzer().prose(Arrays.asList("// | hide-prose", "// a")));
  }

  @Test
  void pragmas_of_a_block_are_the_words_after_the_bar() {
    assertEquals(
        Set.of("hide-code", "hide-values", "always-run"),
        Units.analyze("// | hide-code hide-values\nf(); // | always-run\ng(\"// | no\");")
            .pragmas());
  }
}
