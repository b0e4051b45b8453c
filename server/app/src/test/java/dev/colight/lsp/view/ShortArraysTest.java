package dev.colight.lsp.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortArraysTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "int[] | int[3] { 1, 2, 3 } | {1, 2, 3}",
        "int[][] | int[2][] { int[2] { 1, 2 }, int[0] {  } } | {{1, 2}, {}}",
        "int[][] | int[2][] { null, int[1] { 1 } } | {null, {1}}",
        "String[] | String[2] { \"a }\", \"int[1] { \\\" }\" } | {\"a }\", \"int[1] { \\\" }\"}",
        "char[] | char[3] { '}', '\\'', '\"' } | {'}', '\\'', '\"'}",
        "String[] | String[1] { \"$1\" } | {\"$1\"}",
        "Object[] | Object[1] { a } } | Object[1] { a } }",
        "int[] | int[4] { 1000000, 2000000, 3000000, 4000000 } | int[4] { 1000000, 2000000, 3000000, 4000000 }",
        "String | int[1] { 1 } | int[1] { 1 }",
      })
  void arrays_are_told_without_what_their_declarations_say(
      String type, String text, String expected) {
    assertEquals(expected, ShortArrays.of(type, text, 42));
  }
}
