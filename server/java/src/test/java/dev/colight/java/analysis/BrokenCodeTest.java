package dev.colight.java.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import dev.colight.graph.StatementUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrokenCodeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "foo(1, 2 | ( | this `(` is not closed: `)` expected",
        "foo(1, 2; } | ; | `)` expected",
        "int[] a = {1, 2; | { | this `{` is not closed: `}` expected",
        "} | } | unexpected `}`",
        "f()) | ) | unexpected `)`",
        "String s = \"abc | \"abc | this string is not closed: `\"` expected",
        "int a = 1 # 2; | # | unexpected `#`",
        "int a = | = | expression expected after `=`",
        "int a = 1 + | + | expression expected after `+`",
        "int a = 1 +; | + | expression expected after `+`",
        "x. | . | name expected after `.`",
        "new | new | type expected after `new`",
        "class | class | name expected after `class`",
        "class A | A | body in `{` and `}` expected after `A`",
        "List<String> | > | name expected after `>`",
        "@Override | Override | declaration expected after `Override`",
        "public static | static | declaration expected after `static`",
        "if (x) | ) | statement expected after `)`",
        "if (x) f(); else | else | statement expected after `else`",
        "do x(); | ) | `while` expected after `)`",
        "try { } | } | `catch` or `finally` expected after `}`",
        "void f(); | f | `f` has no body: `{` and `}` expected",
        "abstract int f(); | f | `f` has no body: `{` and `}` expected",
        "Foo() { } | Foo | `Foo` has no return type: such as `void`",
        "import java.util. | . | name expected after `.`",
        "package a.b; | package a . b ; | a live document has no package; remove this line",
        "%maven a:b:1.0 | % maven a : b : 1.0 | `%maven` is a notebook magic, not Java; use //DEPS group:artifact:version",
        "%%time | % % time | `%%time` is a notebook magic, not Java",
        "!pip install x | ! pip install x | `!pip` is a notebook magic, not Java",
        "!ls -la | ! ls - la | `!ls` is a notebook magic, not Java",
        "/open x.jsh | / open x . jsh | `/open` is a command of the jshell tool, not Java",
        "This is about words. | This is about words . | this looks like prose: put it into a comment",
        "This is what we don't do | This is what we don ' t do | this looks like prose: put it into a comment",
        "# A heading | # A heading | this looks like prose: put it into a comment",
        "- one of several items | - one of several items | this looks like prose: put it into a comment",
      })
  void problems_say_what_is_wrong_and_where(String code, String where, String message) {
    BrokenUnit unit = Units.of(code).of(BrokenUnit.class).get(0);
    Problem problem = unit.problems().get(0);
    assertEquals(message, problem.message());
    JavaCode tokens = (JavaCode) unit.code();
    assertEquals(
        where,
        tokens.tokens().subList(problem.firstToken(), problem.lastToken() + 1).stream()
            .map(token -> token.text())
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "int a = | a",
        "final Map<String, int[]> a = f( | a",
        "int a = 1 +, b | a",
        "void f( | f()",
        "public <T> T f(T t) { return | f()",
        "class A { | A",
        "sealed interface A permits B | A",
        "record A(int x | A",
        "enum A { B, | A",
        "@interface A { | A",
        "int f(); | f()",
        "foo( | ''",
        "x = | ''",
        "return ( | ''",
      })
  void broken_code_is_known_by_what_it_seems_to_define(String code, String name) {
    BrokenUnit unit = Units.of(code).of(BrokenUnit.class).get(0);
    assertEquals(
        name.replace("'", ""),
        unit.names().stream().map(Name::toString).collect(Collectors.joining()));
  }

  @Test
  void code_after_a_magic_and_prose_is_read_on() {
    Units units =
        Units.of("%maven a:b:1\nThis is a few words\nand some more words here\nint x = 5;");
    assertEquals(Set.of(Name.value("x")), names(units.of(StatementUnit.class)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ls -l\necho \"hello\"\ncat x | grep 'it'\"'\"'s'\nint x = 5;",
        "f() {\n  echo $1\n}\n%time f(\n# This is about some words",
        "%%html\n/* open"
      })
  void a_magic_of_a_whole_cell_takes_its_block(String rest) {
    Units units = Units.of("// what files are there?\n%%bash -x\n" + rest);
    assertEquals(List.of("`%%bash` is a notebook magic, not Java"), units.problems());
    BrokenUnit unit = units.only(BrokenUnit.class);
    assertEquals(1, unit.code().range(unit.problems().get(0).lastToken()).end().line());
  }

  @Test
  void code_around_a_broken_statement_is_read() {
    Units units = Units.of("int a = 1;\nint b = ;\nint c = a;");
    assertEquals(Set.of(Name.value("a"), Name.value("c")), names(units.of(StatementUnit.class)));
    assertEquals(1, units.problems().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int a = b c;",
        "void f() { enum E { A } }",
        "int 5 = 3;",
        "class A { A() { int x = 1 } }",
        "for (Point(var x) : points) f(x);",
        "x y z",
      })
  void what_the_parser_does_not_understand_is_left_to_the_compiler(String code) {
    assertEquals(List.of(), Units.of(code).problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "f(", "[", "{", "new int[]{", "x -> {", "(int) (", "a ? (", "() -> ("})
  void brackets_nested_too_deeply_are_said_to_be(String open) {
    String close =
        open.replaceAll("[^(\\[{]", "").replace('(', ')').replace('[', ']').replace('{', '}');
    Units units = Units.of("x = " + open.repeat(5_000) + "1" + close.repeat(5_000) + ";");
    assertEquals(List.of("brackets are nested too deeply"), units.problems());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"!", "-", "x + ", "x.f().", "x -> ", "(int) ", "List<", "a = ", "b ? c : "})
  void long_chains_are_read(String link) {
    assertFalse(Units.of("y = " + link.repeat(5_000) + "x;").all().isEmpty());
  }

  @Test
  void long_chains_of_statements_are_read() {
    assertFalse(Units.of("if (a) b(); else ".repeat(5_000) + "c();").all().isEmpty());
  }

  @Test
  void lambdas_within_lambdas_are_read_in_no_time() {
    String code = "f(() -> {".repeat(60) + "g(x);" + "});".repeat(60);
    Set<Name> names = Set.of(Name.function("f"), Name.function("g"), Name.value("x"));
    assertTrue(Units.of(code).uses().containsAll(names));
  }

  @Test
  void magics_and_code_that_alternate_are_read_in_no_time() {
    Units units = Units.of("%magic (\nint x = 1\n".repeat(3_000));
    assertEquals(3_000, units.problems().size());
  }

  private static Set<Name> names(List<StatementUnit> units) {
    return units.stream()
        .flatMap(unit -> unit.values().stream())
        .map(value -> value.name())
        .collect(Collectors.toSet());
  }
}
