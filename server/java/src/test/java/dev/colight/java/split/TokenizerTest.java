package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.text.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenizerTest {
  /** Renders tokens as the first letter of their kind and their text. */
  private static String tokens(String source) {
    return String.join(
        " ",
        Tokenizer.tokenizeWithComments(List.of(source.split("\n", -1))).stream()
            .map(t -> Character.toLowerCase(t.kind().name().charAt(0)) + t.text())
            .toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a>>>=b>>>c>>d>=e>f | ia o>>>= ib o>>> ic o>> id o>= ie o> if",
        "a->b::c...d         | ia o-> ib o:: ic o... id",
        "a+++b---c           | ia o++ o+ ib o-- o- ic",
        "(a)[1]{;},@         | o( ia o) o[ n1 o] o{ o; o} o, o@",
        "0x1.8p-3+1_000L+.5e+3f+1.+0b1 | n0x1.8p-3 o+ n1_000L o+ n.5e+3f o+ n1. o+ n0b1",
        "1..2 a.b 1.0.c      | n1 o. n.2 ia o. ib n1.0 o. ic",
        "while whiles _ $a é | kwhile iwhiles i_ i$a ié",
        "record var yield    | irecord ivar iyield",
        "true null this      | ktrue knull kthis",
        "\\u0061b c\\uu00e9   | iab icé",
        "\\u0069nt x\\u0021 \\u12 | kint ix e\\ iu0021 e\\ iu12",
        "\"\\u0061\" // \\u0061 | s\"\\u0061\" c// \\u0061",
        "\\ # ` €            | e\\ e# e` i€",
        "👍 \"👍\" 𝒳y         | e👍 s\"👍\" i𝒳y",
        "\"a\\\"b\" \"c      | s\"a\\\"b\" e\"c",
        "'a' '\\'' '\\u0041' '\\\\' '👍' | c'a' c'\\'' c'\\u0041' c'\\\\' c'👍'",
        "isn't 'ab'          | iisn e' it e' iab e'",
        "a/*b*/c//d/*        | ia c/*b*/ ic c//d/*",
        "a */ b              | ia o* o/ ib",
        "non-sealed class    | inon-sealed kclass",
        "non-sealed + 1      | inon o- isealed o+ n1",
        "x\"\"\"y\"\"\"z    | ix e\"\"\"y\"\"\" iz",
        "a #!b               | ia e# o! ib",
        "#!/bin/env x        | c#!/bin/env x",
        "///usr/bin/env x    | c///usr/bin/env x",
      })
  void tokens_of_a_line(String source, String expected) {
    assertEquals(expected, tokens(source));
  }

  @Test
  void a_word_with_escapes_keeps_its_place() {
    List<Token> tokens = Tokenizer.tokenize(List.of("int \\u0061b = 1;"));
    assertEquals(Range.of(0, 4, 0, 11), tokens.get(1).range());
  }

  @Test
  void white_space_is_no_token() {
    assertEquals("", tokens(""));
    assertEquals("", tokens(" \t\f\n\n"));
    assertEquals("ia", tokens("\uFEFFa"));
    assertEquals("ia e\u00A0 ib", tokens("a\u00A0b"));
  }

  @Test
  void comments_and_text_blocks_span_lines() {
    assertEquals("ia c/* b\nc */ id", tokens("a /* b\nc */ d"));
    assertEquals(
        "t\"\"\" \na\\\"\"\" b\n  \"\"\" o. ic", tokens("\"\"\" \na\\\"\"\" b\n  \"\"\".c"));
  }

  @Test
  void what_is_not_closed_ends_where_code_goes_on() {
    assertEquals("ia e/* b\n\nText ic o( o) o;", tokens("a /* b\n\nText\n\nc();"));
    assertEquals("ia o= e\"\"\"\nb ic o= n1 o;", tokens("a = \"\"\"\nb\n\nc = 1;"));
    assertEquals(
        "ia o= e\"\"\"\nb ic o= t\"\"\"\nd\n\"\"\" o;",
        tokens("a = \"\"\"\nb\nc = \"\"\"\nd\n\"\"\";"));
    assertEquals("e/* a\nb", tokens("/* a\nb"));
  }

  @Test
  void a_delimiter_that_looks_like_an_opening_one_may_close_all_the_same() {
    assertEquals("ia o= t\"\"\"\nid = \"\"\" o+ ix o;", tokens("a = \"\"\"\nid = \"\"\"\n+ x;"));
  }

  @Test
  void ranges_count_lines_and_utf_16_columns() {
    List<Token> tokens = Tokenizer.tokenize(List.of("\"👍\" a", "/* c", "*/ b"));
    assertEquals(
        List.of(Range.of(0, 0, 0, 4), Range.of(0, 5, 0, 6), Range.of(2, 3, 2, 4)),
        tokens.stream().map(Token::range).toList());
  }
}
