package dev.colight.lsp.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonParser;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.RunPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {
  @ParameterizedTest
  @CsvSource({
    "0, <1 ms",
    "999999, <1 ms",
    "1000000, 1 ms",
    "999999999, 999 ms",
    "1000000000, 1.0 s",
    "59999000000, 59.9 s",
    "125000000000, 2 min 5 s",
  })
  void a_duration_is_told_in_the_unit_that_suits_it(long nanos, String expected) {
    assertEquals(expected, Phrases.duration(nanos));
  }

  @ParameterizedTest
  @CsvSource({
    "java.lang.ArithmeticException, / by zero, ArithmeticException: / by zero",
    "java.lang.StackOverflowError, java.lang.StackOverflowError, StackOverflowError",
    "java.lang.invoke.WrongMethodTypeException, no, WrongMethodTypeException: no",
    "java.io.IOException, java.lang.Error, IOException: java.lang.Error",
    "OutOfStock, java.lang.Error, OutOfStock: java.lang.Error",
    ", `x` is not defined, `x` is not defined"
  })
  void an_exception_is_told_by_its_simple_name(
      @Nullable String type, String message, String expected) {
    assertEquals(expected, Phrases.error(new ErrorView(message, type, null, List.of(), null)));
  }

  @Test
  void a_line_shows_line_ends_and_hides_control_characters() {
    assertEquals("a⏎b⏎c d", Phrases.line("a\r\nb\nc\u0007d", 80));
  }

  @Test
  void a_cut_never_splits_a_character() {
    for (int max = 1; max < 9; max++) {
      String cut = Phrases.cut("🦊🦊🦊🦊", max);
      assertFalse(
          cut.codePoints()
              .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE),
          cut);
    }
  }

  @Test
  void settings_that_make_no_sense_change_nothing() {
    Settings odd =
        Settings.defaults()
            .with(
                JsonParser.parseString(
                    "{\"run\": \"never\", \"maxTextLength\": true, \"inlayHints\": 7}"));
    assertEquals(Settings.defaults(), odd);
    assertEquals(Settings.defaults(), Settings.defaults().with(JsonParser.parseString("[1]")));
    assertEquals(
        new Settings(
            RunPolicy.TYPE, EffectPolicy.HOLD, 1, true, 30, List.of(), List.of(), List.of()),
        Settings.defaults().with(JsonParser.parseString("{\"maxTextLength\": -5}")));
  }
}
