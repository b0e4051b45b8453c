package dev.colight.display;

import static dev.colight.display.Display.button;
import static dev.colight.display.Display.checkbox;
import static dev.colight.display.Display.select;
import static dev.colight.display.Display.slider;
import static dev.colight.display.Display.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What inputs make of what they were moved to. */
class InputTest {
  private static final List<String> CITIES = List.of("Rome", "Oslo", "Bern");

  static Stream<Arguments> moves() {
    return Stream.of(
        row("7", () -> slider("i", 1, 10, 3), 7),
        row("7.6", () -> slider("i", 1, 10, 3), 8),
        row("11", () -> slider("i", 1, 10, 3), 3),
        row("NaN", () -> slider("i", 1, 10, 3), 3),
        row("x", () -> slider("i", 1, 10, 3), 3),
        row(null, () -> slider("i", 1, 10, 3), 3),
        row("0.25", () -> slider("i", 0.0, 1.0, 0.5), 0.25),
        row("-0.25", () -> slider("i", 0.0, 1.0, 0.5), 0.5),
        row("1", () -> select("i", CITIES), "Oslo"),
        row("3", () -> select("i", CITIES, "Bern"), "Bern"),
        row("-1", () -> select("i", CITIES), "Rome"),
        row("true", () -> checkbox("i", false), true),
        row("false", () -> checkbox("i", true), false),
        row("maybe", () -> checkbox("i", true), true),
        row("", () -> text("i", "first"), ""),
        row(null, () -> text("i", "first"), "first"),
        row("4", () -> button("i"), 4),
        row("many", () -> button("i"), 0));
  }

  private static Arguments row(@Nullable String set, Supplier<Object> input, Object expected) {
    return Arguments.of(set, input, expected);
  }

  /** Has one input, which stands somewhere. */
  private record At(@Nullable String set) implements Host {
    @Override
    public String newId() {
      return "d";
    }

    @Override
    public void show(String id, @Nullable Object value) {}

    @Override
    public @Nullable String input(String name) {
      return set;
    }
  }

  private static final Host BEFORE = Hosts.present();

  @AfterEach
  void leave() {
    Hosts.install(BEFORE);
  }

  @ParameterizedTest
  @MethodSource("moves")
  void what_is_possible_is_taken_and_all_else_is_as_if_never_set(
      @Nullable String set, Supplier<Object> input, Object expected) {
    Hosts.install(new At(set));
    assertEquals(expected, input.get());
  }

  @Test
  void what_makes_no_sense_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> slider("i", 10, 1, 3));
    assertThrows(IllegalArgumentException.class, () -> select("i", CITIES, "Paris"));
    assertThrows(IllegalArgumentException.class, () -> select("i", List.of()));
  }
}
