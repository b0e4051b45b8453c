package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Compiled;
import dev.colight.graph.Name;
import dev.colight.graph.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compiles what is wrong; problems are written as {@code first-last: message}. */
class ProblemsTest {
  private final TestDocument document = new TestDocument();

  private record Example(String statements, String problem) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("1 | x + 1", "1-1: 'x' cannot be resolved to a variable"),
          new Example("foo(1)", "0-0: The method 'foo(int)' is undefined"),
          new Example("Foo f = null", "0-0: 'Foo' cannot be resolved to a type"),
          new Example("int a = \"s\"", "3-3: Type mismatch: cannot convert from 'String' to 'int'"),
          new Example("\"\uD83D\uDE00\" + nope", "2-2: 'nope' cannot be resolved to a variable"),
          new Example(
              "var n = null", "1-1: Cannot infer type for local variable initialized to 'null'"),
          new Example(
              "var f = () -> 1",
              "3-6: The target type of this expression must be a functional interface"),
          new Example("var a = {1}", "1-1: Array initializer needs an explicit target-type"),
          new Example("var v = v + 1", "3-3: Cannot use 'var' on self-referencing variable"),
          new Example(
              "Object o = () -> {}",
              "3-5: The target type of this expression must be a functional interface"),
          new Example(
              "() -> 1", "0-3: The target type of this expression must be a functional interface"),
          new Example("this.toString()", "0-0: Cannot use 'this' in a static context"),
          new Example("!break;", "0-1: break cannot be used outside of a loop or a switch"),
          new Example(
              "!switch (1) { case 1 -> nope(); default -> nope(); }",
              "8-8: The method 'nope()' is undefined#14-14: The method 'nope()' is undefined"),
          new Example("\"a\".foo()", "2-2: The method 'foo()' is undefined for the type 'String'"),
          new Example(
              "List<int> l = null",
              "2-2: Syntax error, insert \"Dimensions\" to complete 'ReferenceType'"),
          new Example(
              "var w = nope() | w + 1",
              "3-3: The method 'nope()' is undefined#6-6: `w` does not compile"),
          new Example(
              "Math.max(\"a\")",
              "2-2: The method 'max(int, int)' in the type 'Math' is not applicable for the arguments (String)"));

  @TestFactory
  Stream<DynamicTest> errors_are_at_the_tokens_they_are_about() {
    return EXAMPLES.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.statements(),
                    () -> {
                      TestDocument document = new TestDocument();
                      CodeKey key = document.statements(example.statements().split(" \\| "));
                      document.compile();
                      assertEquals(example.problem(), problems(document.result(key)));
                    }));
  }

  private static String problems(Compiled compiled) {
    return compiled.problems().stream()
        .map(p -> p.firstToken() + "-" + p.lastToken() + ": " + p.message())
        .collect(Collectors.joining("#"));
  }

  @Test
  void names_that_mean_nothing_are_reported() {
    CodeKey key = document.statements("x + 1", "f(2)", "Foo.bar()", "\"\".missing()", "new Baz()");
    Compiled compiled = document.result(key);
    assertFalse(compiled.succeeded());
    assertTrue(
        compiled
            .unresolved()
            .containsAll(Set.of(Name.value("x"), Name.function("f"), Name.type("Baz"))),
        compiled.unresolved().toString());
    assertFalse(compiled.unresolved().contains(Name.function("missing")));
    assertTrue(compiled.unresolved().stream().anyMatch(n -> n.text().equals("Foo")));
  }

  @Test
  void an_error_stays_with_its_unit_and_those_that_refer_to_it() {
    CodeKey point = document.type("class Point { int x = y; }");
    CodeKey f = document.function("Point f() { return null; }");
    CodeKey user = document.statements("1", "f()");
    CodeKey other = document.statements("1 + 1");
    CodeKey body = document.body(f);
    document.compile();
    assertEquals("6-6: 'y' cannot be resolved to a variable", problems(document.result(point)));
    assertEquals("0-0: `Point` does not compile", problems(document.result(f)));
    assertEquals("1-1: `f()` does not compile", problems(document.result(user)));
    assertTrue(problems(document.result(body)).contains("`Point` does not compile"));
    assertTrue(document.result(other).succeeded());
    assertEquals(List.of(), document.compiler.classes(user));
    CodeKey later = document.statements("new Point()", "f()", "Point p = null");
    document.compile();
    assertEquals(
        "1-1: `Point` does not compile#4-4: `f()` does not compile#7-7: `Point` does not compile",
        problems(document.result(later)));
    assertEquals(Set.of(), document.result(later).unresolved());
  }

  @Test
  void what_is_a_mere_consequence_says_whose() {
    CodeKey point = document.type("class Point { Missing m; Missing get() { return m; } }");
    CodeKey user = document.statements("new Point().get().foo()");
    document.compile();
    assertEquals(
        "3-3: 'Missing' cannot be resolved to a type#6-6: 'Missing' cannot be resolved to a type#12-12: 'Missing' cannot be resolved to a type",
        problems(document.result(point)));
    assertEquals("1-1: `Point` does not compile", problems(document.result(user)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "record Q(in n) { int twice() { return n * 2; } } | new Q(4).twice()",
        "class Q { staticint n = 0; static int next() { return ++n; } } | Q.n += 1",
        "class Q { Missing n; int get() { return n; } } | new Q().n",
        "class Q { static final int K = 1; int get() { return n; } } | int k = Q.K",
        "class Q { static int k; int get() { return n; } } | if (5 > 7) throw new Error(\"\" + Q.k)",
      })
  void what_is_said_of_a_type_does_not_depend_on_who_uses_it(String broken, String use) {
    TestDocument alone = new TestDocument();
    CodeKey type = alone.type(broken);
    alone.compile();
    TestDocument together = new TestDocument();
    CodeKey user = together.statements(use);
    CodeKey same = together.type(broken);
    together.compile();
    assertEquals(problems(alone.result(type)), problems(together.result(same)));
    assertFalse(together.result(user).succeeded());
  }

  @Test
  void an_ambiguous_import_is_a_problem_only_where_it_is_used() {
    List<String> onDemand = List.of("java.util.*", "java.sql.*");
    TestDocument both =
        new TestDocument(
            new EcjCompiler(TestDocument.CLASSES),
            name -> TestDocument.IMPORTS.resolve(name, onDemand));
    CodeKey key = both.statements("new Date()", "List.of(1)");
    both.compile();
    assertEquals(
        "1-1: `Date` is ambiguous: java.util.Date or java.sql.Date", problems(both.result(key)));
    CodeKey fine = both.statements("List.of(1)");
    assertTrue(both.result(fine).succeeded());
  }

  @Test
  void an_import_of_nothing_is_told_by_the_name_that_it_does_not_give() {
    TestDocument document =
        new TestDocument(
            new EcjCompiler(TestDocument.CLASSES),
            name -> name.equals(Name.type("Bar")) ? List.of("foo.Bar") : List.of());
    CodeKey key = document.statements("Bar b = null");
    document.compile();
    assertEquals("0-0: 'Bar' cannot be resolved to a type", problems(document.result(key)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{0} cannot be resolved | '{0}' cannot be resolved",
        "No method {2}.{0}({1}) in <{3}>{0}({1}). | No method '{2}.{0}({1})' in '<{3}>{0}({1})'.",
        "The ''{0}'' of {1}, {2}; @{0} | The ''{0}'' of '{1}', '{2}'; '@{0}'",
        "on token \"{0}\", {1} expected | on token \"{0}\", '{1}' expected",
        "the arguments ({3}), {0}[] | the arguments ({3}), '{0}[]'",
        "{0} | {0}"
      })
  void code_in_a_message_is_quoted_once(String template, String quoted) {
    assertEquals(quoted, QuotingProblems.quoted(template));
  }

  @Test
  void code_that_does_not_parse_is_one_problem_or_more_but_never_an_exception() {
    CodeKey type = document.type("class A { void f( { int x = ; } }");
    CodeKey user = document.statements("new A()");
    CodeKey other = document.statements("2");
    document.compile();
    assertFalse(document.result(type).succeeded());
    assertFalse(document.result(user).succeeded());
    assertTrue(document.result(other).succeeded());
  }

  @Test
  void deep_nesting_is_a_problem_of_its_unit_alone() {
    String deep = "new int[] {1".repeat(1) + "}";
    String chain = "!Object o = " + "(Object) ".repeat(20_000) + "null;";
    CodeKey key = document.statements(chain);
    CodeKey other = document.statements(deep);
    document.compile();
    Compiled compiled = document.result(key);
    assertTrue(
        compiled.succeeded() || problems(compiled).contains("nested too deeply"),
        problems(compiled));
    assertTrue(document.result(other).succeeded());
  }

  @Test
  void no_message_shows_a_generated_name() {
    document.type("record Point(int x) {}");
    document.function("int f(Point p) { return 1; }");
    document.statements("Point p = new Point(1)");
    document.compile();
    CodeKey key =
        document.statements(
            "p.y",
            "p.z()",
            "f(1)",
            "f()",
            "new Point()",
            "Point q = 1",
            "String s = p",
            "Point.nope",
            "p = \"\"",
            "List<Point> l = List.of(1)",
            "(String) p",
            "g(p)",
            "new Point(1) { }",
            "super.toString()",
            "toString()");
    Compiled compiled = document.result(key);
    assertTrue(compiled.problems().size() >= 14, problems(compiled));
    for (Problem problem : compiled.problems()) {
      assertFalse(
          problem.message().matches(".*([TFMVB][0-9a-f]{32}|colight|\\$).*"), problem.message());
    }
  }

  @Test
  void a_deprecated_method_is_a_warning() {
    CodeKey key = document.statements("new Integer(5)");
    Compiled compiled = document.result(key);
    assertTrue(compiled.succeeded());
    assertEquals(
        List.of(Problem.Severity.WARNING),
        compiled.problems().stream().map(Problem::severity).distinct().toList());
  }
}
