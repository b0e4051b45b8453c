package dev.colight.java.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.graph.Name;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases are in {@code free-names.txt}. */
class FreeNamesTest {
  private record Case(String title, String code, String expected) {}

  @TestFactory
  List<DynamicTest> free_names_follow_the_scoping_of_java() throws IOException {
    List<Case> cases = cases();
    assertTrue(cases.size() > 90, "the fixture is read in full");
    return cases.stream()
        .map(
            test ->
                DynamicTest.dynamicTest(
                    test.title(), () -> assertEquals(test.expected(), freeNames(test.code()))))
        .toList();
  }

  @Test
  void what_was_read_before_makes_no_difference() {
    assertEquals("a b", freeNames("a + b"));
    assertEquals("b", freeNames("int a = 1;\na + b"));
    assertEquals("a b", freeNames("a + b"));
    assertEquals("f()", freeNames("f(1, \"one\")"));
    assertEquals("f() two", freeNames("f(1.5, two)"));
    assertEquals("f()", freeNames("f(20, \"two\")"));
  }

  @Test
  void classes_that_code_looks_up_by_name_count_as_named() {
    String named = freeNames("Class.forName(acme.Thing)");
    assertEquals(named, freeNames("Class.forName(\"acme.Thing\")"));
    assertEquals(named.replace("acme", "other"), freeNames("Class.forName(\"other.Thing\")"));
    assertEquals("f()", freeNames("f(\"acme.Thing\")"));
  }

  private static List<Case> cases() throws IOException {
    String text;
    try (InputStream in = FreeNamesTest.class.getResourceAsStream("free-names.txt")) {
      text = new String(requireNonNull(in).readAllBytes(), UTF_8);
    }
    List<Case> cases = new ArrayList<>();
    for (String part : text.split("(?m)^-- ")) {
      int code = part.indexOf('\n');
      int expected = part.indexOf("\n=>");
      if (expected > 0) {
        cases.add(
            new Case(
                part.substring(0, code),
                part.substring(code + 1, expected),
                part.substring(expected + 3).strip()));
      }
    }
    return cases;
  }

  private static String freeNames(String code) {
    SortedSet<String> names = new TreeSet<>();
    Units units = Units.of(code);
    assertEquals(List.of(), units.problems());
    for (Name name : units.uses()) {
      names.add(
          switch (name.namespace()) {
            case TYPE, PERMITTED -> "<" + name.text() + ">";
            case FUNCTION -> name.text() + "()";
            case VALUE -> units.assigns().contains(name) ? name.text() + "=" : name.text();
          });
    }
    return String.join(" ", names);
  }
}
