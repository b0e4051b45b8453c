package dev.colight.worker.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated names become those of the document. */
class ShownNamesTest {
  private static final String HEX = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest
  @CsvSource({
    "class colight.T@$Point, class Point",
    "colight.T@$Point$Inner, Point$Inner",
    "Lcolight/T@$Point;, LPoint;",
    "colight//colight.T@$Point, Point",
    "colight.B@$1@1b2c, 1@1b2c",
    "colight.B@$$Lambda$14/0x00@1b, $Lambda$14/0x00@1b",
    "\"because \"\"colight.V@.x\"\" is null\", \"because \"\"x\"\" is null\"",
    "colight.M@.do$f(int), f(int)",
    "class acme.shop.colight_T@$Point, class acme.shop.Point",
    "colight//acme.colight_T@$Point, acme.Point",
    "Lacme/colight_T@$Point;, Lacme/Point;",
    "acme.colight_B@$1@1b2c, acme.1@1b2c",
    "colight_word is a word, colight_word is a word",
    "loader 'colight' @1b2c3d, loader 'app'",
    "colight.Tshort$Point, colight.Tshort$Point",
    "colight is a word, colight is a word"
  })
  void text_is_scrubbed(String text, String shown) {
    assertEquals(shown, ShownNames.scrub(text.replace("@$", HEX + "$").replace("@.", HEX + ".")));
  }

  @ParameterizedTest
  @CsvSource({
    "T@$Point, scaled, Point.scaled",
    "T@$Point$Inner, <init>, Point.Inner.<init>",
    "T@$Point, lambda$scaled$3, Point.scaled",
    "T@$Point, lambda$0, Point.lambda",
    "T@$Point$1, run, Point.run",
    "M@, do$f, f",
    "M@, lambda$do$f$0, f",
    "M@$1Local, m, Local.m",
    "M@$1, run, run",
    "B@, s0, ''",
    "B@, lambda$s0$1, ''",
    "B@$1, run, run"
  })
  void methods_are_named(String type, String method, String shown) {
    assertEquals(shown, ShownNames.function("colight." + type.replace("@", HEX), method));
    assertEquals(shown, ShownNames.function("a.b.colight_" + type.replace("@", HEX), method));
  }

  @Test
  void the_start_of_a_name_at_the_end_of_a_text_is_found() {
    String name = "colight.T" + HEX + "$";
    for (int length = 1; length <= name.length() - 1; length++) {
      assertEquals(length, ShownNames.unfinished("abc " + name.substring(0, length)), name);
    }
    assertEquals(0, ShownNames.unfinished("abc" + name + "Point"));
    String placed = "colight_T" + HEX + "$";
    for (int length = 1; length <= placed.length() - 1; length++) {
      assertEquals(length, ShownNames.unfinished("acme." + placed.substring(0, length)), placed);
    }
    assertEquals(0, ShownNames.unfinished("a colt"));
    assertEquals(0, ShownNames.unfinished(""));
  }

  @Test
  void other_classes_have_no_key() {
    assertNull(ShownNames.key("java.lang.String"));
    assertNull(ShownNames.key("colight.Other"));
    assertEquals(HEX, ShownNames.key("colight.T" + HEX + "$Point"));
  }
}
