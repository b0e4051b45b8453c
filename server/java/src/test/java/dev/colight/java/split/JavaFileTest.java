package dev.colight.java.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JavaFileTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "void main() {}",
        "static void main(String[] args) { }",
        "class A { public static void main(final String... a) throws Exception, Error { } }",
        "class A {} class B { static void main(String a[]) {} }",
        "interface A { static void main(String[] a) {} }"
      })
  void a_file_with_a_main_is_a_program(String text) {
    assertTrue(JavaFile.isProgram(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "class A { void start() { main(); } }",
        "class A { class B { public static void main(String[] args) {} } }",
        "class A { void main(String a, String b) {} }",
        "class A { int main() { return 1; } }",
        "// void main() {}"
      })
  void other_files_are_none(String text) {
    assertFalse(JavaFile.isProgram(text));
  }

  @Test
  void the_pragma_counts_above_the_first_brace() {
    assertTrue(JavaFile.isMarkedLive(List.of("package a;", "// | live", "class A {", "}")));
    assertTrue(JavaFile.isMarkedLive(List.of("/* | hide-code live */ class A {}")));
    assertFalse(JavaFile.isMarkedLive(List.of("class A {", "// | live", "}")));
    assertFalse(JavaFile.isMarkedLive(List.of("// this is live", "class A {}")));
  }

  @Test
  void main_is_told_apart_by_how_it_is_called() {
    List<Token> code = Tokenizer.tokenize(List.of("class A { void main(String[] words) {} }"));
    MainMethod main = MainMethod.find(code);
    assertEquals(new MainMethod(4, false, 9, 1), main);
  }
}
