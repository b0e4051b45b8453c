package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.Assistant;
import dev.colight.execution.Assistant.Occurrences;
import dev.colight.execution.Assistant.Renaming;
import dev.colight.text.Position;
import dev.colight.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NavigationTest extends WithLanguage {
  /** Returns where the name at ¦ is defined (!) and used, by line and column from 1. */
  private static String occurrences(String marked) throws Exception {
    Marked at = Marked.of(marked);
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(at.text());
      Occurrences found = language.assistant().occurrences(document.scene(), at.position());
      return found == null
          ? "nothing"
          : found.all().stream()
              .map(
                  one ->
                      (one.definition() ? "!" : "")
                          + (one.range().start().line() + 1)
                          + ":"
                          + (one.range().start().column() + 1))
              .collect(Collectors.joining(" "));
    }
  }

  /** Returns the text after the name at ¦ got another, or why it could not. */
  private static String rename(String marked, String name) throws Exception {
    Marked at = Marked.of(marked);
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(at.text());
      Renaming renaming = language.assistant().rename(document.scene(), at.position(), name);
      return renaming.refusal() != null
          ? renaming.refusal()
          : EditedDocument.apply(Text.of(at.text()), renaming.edits()).toString();
    }
  }

  @Test
  void a_variable_is_used_across_blocks() throws Exception {
    assertEquals(
        "!1:5 3:9 6:10",
        occurrences("int total = 1;\n\nint y = tot¦al + 1;\n\nint f() {\n  return total;\n}"));
  }

  @Test
  void a_variable_of_inferred_type_is_found() throws Exception {
    assertEquals("!1:5 3:1 3:6", occurrences("var a = 1;\n\n¦a += a;"));
  }

  @Test
  void a_variable_that_does_not_compile_is_found_where_it_is_used() throws Exception {
    assertEquals(
        "!1:5 3:13 5:1 7:9",
        occurrences(
            "var sum = Missing.of(1);\n\nMissing.use(su¦m);\n\nsum.grow(2).size();\n\n"
                + "int a = sum.first;\n\nMissing.use(other);"));
    assertEquals("nothing", occurrences("int sum = 1;\n\nMissing.use(oth¦er);"));
  }

  @Test
  void a_method_that_does_not_compile_is_found_where_it_is_called() throws Exception {
    String text = "Missing make(int n) { return make(0); }\n\nmake(1);\n\nint b = make(2).size();";
    for (String call : List.of("make(int", "make(0", "make(1", "make(2")) {
      assertEquals("!1:9 1:30 3:1 5:9", occurrences(text.replace(call, "¦" + call)), call);
    }
    assertEquals(text.replace("make", "of"), rename(text.replace("make(2", "¦make(2"), "of"));
    assertEquals("nothing", occurrences("int sum = 1;\n\n¦missing(sum);"));
  }

  @Test
  void a_call_with_other_arguments_is_one_of_the_method_that_there_is() throws Exception {
    String text = "int twice(int n) { return 2 * n; }\n\ntwice();\n\nint b = twice(\"x\");";
    assertEquals("!1:5 3:1 5:9", occurrences(text.replace("twice();", "¦twice();")));
  }

  @Test
  void a_redefinition_shadows_from_there_on() throws Exception {
    String text = "int x = 1;\n\nint y = x;\n\nString x = \"\";\n\nvar z = x;";
    assertEquals("!1:5 3:9", occurrences(text.replace("y = x", "y = ¦x")));
    assertEquals("!5:8 7:9", occurrences(text.replace("z = x", "z = ¦x")));
  }

  @Test
  void a_body_refers_to_what_is_below() throws Exception {
    assertEquals("1:18 !3:5", occurrences("int f() { return ¦g(); }\n\nint g() { return 1; }"));
  }

  @Test
  void overloads_are_told_apart() throws Exception {
    assertEquals(
        "!1:5 5:1",
        occurrences(
            "int f(int a) { return a; }\n\nint f(String a) { return 1; }\n\n¦f(1);\nf(\"\");"));
  }

  @Test
  void a_method_that_calls_itself_is_one() throws Exception {
    assertEquals("!1:5 1:30", occurrences("int ¦fact(int n) { return n * fact(n - 1); }"));
  }

  @Test
  void locals_stay_within_their_block() throws Exception {
    assertEquals(
        "!1:11 1:24", occurrences("int f(int ¦a) { return  a; }\n\nint g(int a) { return a; }"));
  }

  @Test
  void a_type_is_found_wherever_it_is_named() throws Exception {
    assertEquals(
        "!1:8 3:1 3:15 5:6 5:25",
        occurrences(
            "record Point(int x) {}\n\n"
                + "Point p = new ¦Point(1);\n\n"
                + "List<Point> all = List.<Point>of(p);"));
  }

  @Test
  void a_component_is_its_accessor_too() throws Exception {
    assertEquals(
        "!1:18 1:44 5:3",
        occurrences(
            "record Point(int ¦x) { int twice() { return x * 2; } }\n\n"
                + "var p = new Point(1);\n\n"
                + "p.x();"));
  }

  @Test
  void a_method_of_a_type_is_found_in_other_blocks() throws Exception {
    assertEquals(
        "!1:15 5:3",
        occurrences("class A { int go() { return 1; } }\n\nvar a = new A();\n\na.¦go();"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"int n = 1;\n\nint ¦m = n;|m2", "int ¦f(int n) { return n; }\n\nf(2);|g"})
  void renamed_there_and_back_is_the_same_text(String test) throws Exception {
    int bar = test.indexOf('|');
    String marked = test.substring(0, bar);
    Marked at = Marked.of(marked);
    String renamed = rename(marked, test.substring(bar + 1));
    assertFalse(renamed.equals(at.text()));
    String old = at.text().substring(offset(at)).replaceAll("(?s)^(\\w+).*", "$1");
    String back = renamed.substring(0, offset(at)) + "¦" + renamed.substring(offset(at));
    assertEquals(at.text(), rename(back, old));
  }

  private static int offset(Marked at) {
    return at.text().lines().limit(at.position().line()).mapToInt(l -> l.length() + 1).sum()
        + at.position().column();
  }

  @ParameterizedTest
  @ValueSource(strings = {"base =", "scale(int", "list =", "Pair(", "n ->"})
  void a_renamed_document_shows_the_same_values(String place) throws Exception {
    String text =
        "int base = 2;\n\nint scale(int n) { return n * base; }\n\nvar list = List.of(1, 2);\n\n"
            + "record Pair(int a, int b) {}\n\nbase = 5;\n\n"
            + "list.stream().map(n -> new Pair(n, scale(n)).b()).toList()";
    int at = text.indexOf(place);
    String renamed = rename(text.substring(0, at) + "¦" + text.substring(at), "other");
    List<String> before = values(text);
    assertTrue(before.contains("[5, 10]"), before::toString);
    assertEquals(before, values(renamed), renamed);
  }

  private static List<String> values(String text) throws Exception {
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(text);
      return document.values();
    }
  }

  @Test
  void a_name_that_a_body_may_mean_either_way_is_renamed_everywhere() throws Exception {
    assertEquals(
        "int n = 1;\n\nint f() { return n; }\n\nint n = 2;\n\nf();",
        rename("int ¦x = 1;\n\nint f() { return x; }\n\nint x = 2;\n\nf();", "n"));
  }

  @Test
  void what_would_mean_something_else_is_refused() throws Exception {
    assertEquals("`int` is not a name.", rename("int ¦x = 1;", "int"));
    assertEquals("`1x` is not a name.", rename("int ¦x = 1;", "1x"));
    assertEquals("There is a `y` already, in line 3.", rename("int ¦x = 1;\n\nint y = 2;", "y"));
    assertEquals("`length` is not defined in this document.", rename("\"\".¦length();", "size"));
    assertEquals(
        "Line 3 has `x` in it, and does not parse.", rename("int ¦x = 1;\n\nfoo(x +;", "y"));
    assertEquals(
        "`toString` is a method of more than one type.",
        rename("class A { public String ¦toString() { return \"\"; } }", "text"));
    assertEquals("There is nothing to rename here.", rename("¦// x", "text"));
  }

  private static Assistant.@Nullable Description describe(String marked) throws Exception {
    Marked at = Marked.of(marked);
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(at.text());
      return language.assistant().describe(document.scene(), at.position());
    }
  }

  private static String code(String marked) throws Exception {
    return Objects.requireNonNull(describe(marked)).code();
  }

  @Test
  void a_name_is_described_by_its_declaration() throws Exception {
    assertEquals("List<String> xs", code("var ¦xs = List.of(\"\");"));
    assertEquals("int f(int a)", code("int f(int a) { return a; }\n\n¦f(1);"));
    assertEquals("class java.lang.String", code("¦String s = null;"));
    assertEquals("record P", code("record P(int x) {}\n\nvar p = new ¦P(1);"));
    assertTrue(code("\"\".¦length();").startsWith("int String.length()"));
    assertNull(describe("int x = ¦1;"));
  }

  private static String signatures(String marked) throws Exception {
    Marked at = Marked.of(marked);
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(at.text());
      Assistant.Signatures found = language.assistant().signatures(document.scene(), at.position());
      return found == null
          ? "none"
          : found.signatures().get(found.active()).label()
              + " @"
              + found.parameter()
              + " of "
              + found.signatures().size();
    }
  }

  @Test
  void a_call_has_the_signatures_of_what_it_may_mean() throws Exception {
    assertEquals(
        "f(int a, String b) : int @1 of 1",
        signatures("int f(int a, String b) { return a; }\n\nf(1, ¦"));
    assertTrue(
        signatures("\"\".substring(1, ¦)")
            .matches("substring\\(int\\b.*, int\\b.*\\) : String @1 of 2"));
    assertTrue(
        signatures("var m = new HashMap<String, Integer>();\n\nm.put(\"\", ¦")
            .matches("put\\(String\\b.*, Integer\\b.*\\) : Integer @1 of 1"));
    assertTrue(signatures("new ArrayList<String>(¦").endsWith("@0 of 3"));
    assertEquals("P(int x, int y) @1 of 1", signatures("record P(int x, int y) {}\n\nnew P(1, ¦"));
    assertEquals("none", signatures("if (¦"));
    assertEquals("none", signatures("int x = 1;¦"));
  }

  @Test
  void documentation_comes_from_sources_where_there_are_some() {
    String text = language.assistant().document("java.util.List#get(int)");
    if (text != null) {
      assertTrue(text.contains("index"), text);
    }
  }

  @Test
  void an_unknown_type_can_be_imported() throws Exception {
    String text = "int x = 1;\n\nvar d = HttpClient.newHttpClient();";
    try (EditedDocument document = new EditedDocument(language)) {
      document.open(text);
      List<Assistant.Fix> fixes =
          language
              .assistant()
              .fixes(
                  document.scene(),
                  new Assistant.Complaint(
                      dev.colight.text.Range.of(2, 8, 2, 18), "HttpClient cannot be resolved"));
      assertEquals("Import `java.net.http.HttpClient`", fixes.get(0).title());
      assertTrue(fixes.get(0).preferred());
      assertEquals(
          "import java.net.http.HttpClient;\n\n" + text,
          EditedDocument.apply(Text.of(text), fixes.get(0).edits()).toString());
    }
  }

  @Test
  void a_version_that_is_not_there_gives_way_to_one_that_is() {
    String text = "//DEPS a:b:1 com.acme:tool:9.9\n\nint x = 1;";
    try (EditedDocument document = new EditedDocument(language)) {
      document.openAtRest(text);
      String message = "there is no version 9.9 of com.acme:tool; there is 9.8, 10.0";
      List<Assistant.Fix> fixes =
          language
              .assistant()
              .fixes(
                  document.scene(),
                  new Assistant.Complaint(dev.colight.text.Range.of(0, 13, 0, 30), message));
      assertEquals(
          List.of("Use version `9.8`", "Use version `10.0`"),
          fixes.stream().map(Assistant.Fix::title).toList());
      assertTrue(fixes.get(1).preferred());
      assertEquals(
          text.replace("9.9", "10.0"),
          EditedDocument.apply(Text.of(text), fixes.get(1).edits()).toString());
    }
  }

  @Test
  void names_are_marked_for_what_they_are() throws Exception {
    try (EditedDocument document = new EditedDocument(language)) {
      document.open("record P(int x) {}\n\nvar p = new P(1);\nMath.abs(p.x());");
      String marks =
          language.assistant().marks(document.scene(), 0, 10).stream()
              .map(
                  mark ->
                      (mark.range().start().line() + 1)
                          + ":"
                          + (mark.range().start().column() + 1)
                          + mark.kind()
                          + (mark.declaration() ? "!" : ""))
              .collect(Collectors.joining(" "));
      assertEquals(
          "1:8RECORD! 1:14FIELD! 3:5VARIABLE! 3:13RECORD 4:1CLASS 4:6METHOD 4:10VARIABLE 4:12FIELD",
          marks);
    }
  }

  @Test
  void places_outside_of_the_text_are_nothing() throws Exception {
    try (EditedDocument document = new EditedDocument(language)) {
      document.open("int x = 1;");
      Position far = new Position(9, 9);
      assertNull(language.assistant().occurrences(document.scene(), far));
      assertNull(language.assistant().signatures(document.scene(), far));
      assertNull(language.assistant().complete(document.scene(), far));
      assertNull(language.assistant().describe(document.scene(), far));
    }
  }
}
