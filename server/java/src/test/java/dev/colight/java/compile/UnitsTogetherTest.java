package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.execution.CompileUnit;
import dev.colight.execution.Compiled;
import dev.colight.graph.Name;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Compiles functions, types and statements that refer to each other. */
class UnitsTogetherTest {
  private final TestDocument document = new TestDocument();
  private final TestWorker worker = new TestWorker(document);

  @Test
  void overloads_stand_side_by_side() throws Throwable {
    document.function("String f(int x) { return \"int\"; }");
    document.function("String f(String x) { return \"String\"; }");
    document.function("String f(Object... x) { return \"varargs\"; }");
    document.compile();
    CodeKey key = document.statements("f(1)", "f(\"\")", "f(1, 2)");
    assertEquals(List.of("0=int", "1=String", "2=varargs"), worker.run(key));
  }

  @Test
  void functions_call_each_other_across_units() throws Throwable {
    document.function("boolean even(int n) { return n == 0 || odd(n - 1); }");
    document.function("boolean odd(int n) { return n != 0 && even(n - 1); }");
    assertEquals(List.of("0=true"), worker.run(document.statements("even(10)")));
  }

  @Test
  void generic_functions_keep_their_types_and_exceptions() throws Throwable {
    document.function(
        "<T extends Comparable<T>> T max(List<? extends T> list) throws IOException {"
            + " return Collections.max(list); }");
    CodeKey key = document.statements("max(List.of(1, 3, 2)) + 1");
    assertEquals(List.of("0=4"), worker.run(key));
    assertEquals("int", document.result(key).types().get(0));
  }

  @Test
  void a_body_that_calls_itself_is_linked_directly() throws Throwable {
    CodeKey key =
        document.function(
            "long fib(int n) { IntFunction<Long> f = i -> fib(i);"
                + " return n < 2 ? n : f.apply(n - 1) + fib(n - 2); }");
    assertEquals(List.of("0=55"), worker.run(document.statements("fib(10)")));
    CodeKey body = document.body(key);
    GeneratedClass generated = document.compiler.classes(body).get(0);
    assertEquals(Set.of(generated.name()), ClassReferences.of(generated.bytes()));
    assertTrue(!document.result(body).uses().contains(Name.function("fib")));
    assertEquals("fib", document.compiler.member(key));
  }

  @Test
  void every_type_of_parameter_and_result_goes_through_an_interface() throws Throwable {
    document.function("double d(long a, double b, int c, float e) { return a + b + c + e; }");
    document.function("boolean z(char a, byte b, short c, boolean d) { return d; }");
    document.function("void v(Object o) { }");
    document.function("int[] a(int... xs) { return xs; }");
    CodeKey key =
        document.statements(
            "d(1, 2.5, 3, 4f)", "z('c', (byte) 1, (short) 2, true)", "v(null)", "a(1, 2).length");
    assertEquals(List.of("0=10.5", "1=true", "3=2"), worker.run(key));
  }

  @Test
  void types_functions_and_variables_refer_to_each_other_in_one_call() throws Throwable {
    document.type(
        "record Node(int value, Node next) { int sum() { count++; return total(this); } }");
    document.function("int total(Node n) { return n == null ? 0 : n.value() + total(n.next()); }");
    CodeKey key =
        document.statements(
            "int count = 0",
            "Node list = new Node(1, new Node(2, null))",
            "list.sum()",
            "count",
            "var mine = list.next()");
    assertEquals(1, callsFor(document::compile));
    assertEquals(
        List.of(
            "0=0",
            "1=Node[value=1, next=Node[value=2, next=null]]",
            "2=3",
            "3=1",
            "4=Node[value=2, next=null]"),
        worker.run(key));
    assertEquals("Node", document.result(key).types().get(4));
  }

  private int callsFor(Runnable action) {
    int before = document.compiler.compileCalls();
    action.run();
    return document.compiler.compileCalls() - before;
  }

  @Test
  void sealed_hierarchies_across_units_are_switched_over() throws Throwable {
    document.type("public sealed interface Shape permits Circle, Square {}");
    document.type("static record Circle(double radius) implements Shape {}");
    document.type("non-sealed class Square implements Shape { int side = 2; }");
    document.type(
        "private enum Color { RED, GREEN; Color next() { return values()[(ordinal() + 1) % 2]; } }");
    document.type(
        "@FunctionalInterface interface Op { int apply(int x); default Op twice() { return x -> apply(apply(x)); } }");
    document.type("abstract class Base<T> { abstract T get(); class Inner { T t = get(); } }");
    CodeKey key =
        document.statements(
            "Shape s = new Square()",
            "s instanceof Square q ? q.side : -1",
            "Color.RED.next()",
            "switch (Color.GREEN) { case RED -> 1; case GREEN -> 2; }",
            "Op inc = x -> x + 1",
            "inc.twice().apply(1)",
            "var base = new Base<String>() { String get() { return \"t\"; } }",
            "base.new Inner().t");
    List<String> shown = worker.run(key);
    assertTrue(shown.containsAll(List.of("1=2", "2=GREEN", "3=2", "5=3", "7=t")), shown.toString());
    assertEquals("Base<String>", document.result(key).types().get(6));
  }

  @Test
  void uses_and_assigns_are_those_of_the_code() {
    document.statements("int x = 1", "int y = 2", "var z = 3", "int unused = 4");
    document.type("class Point { int x; int y() { return y; } }");
    document.function("int f(int a) { return a; }");
    document.function("int size() { return 0; }");
    document.compile();
    CodeKey key =
        document.statements(
            "Runnable r = () -> x = y",
            "new Object() { void m() { z++; f(1); } }",
            "new ArrayList<String>() { int n = size(); }",
            "new ArrayList<Point>()",
            "int own = 1",
            "own + 1");
    Compiled compiled = document.result(key);
    assertEquals(List.of(), compiled.problems());
    assertEquals(
        Set.of("x", "y", "z", "f()", "Point", "ArrayList"),
        Set.copyOf(compiled.uses().stream().map(Name::toString).toList()).stream()
            .filter(n -> !n.equals("Object") && !n.equals("String"))
            .collect(java.util.stream.Collectors.toSet()));
    assertEquals(
        Set.of(Name.value("x"), Name.value("z"), Name.value("own"), Name.value("r")),
        compiled.assigns());
  }

  @Test
  void names_with_dollars_are_the_documents_own() throws Throwable {
    document.function("int $s1x() { return 1; }");
    document.function("int $s2(int i) { return i; }");
    document.function("int $v(int i) { return i; }");
    CodeKey key = document.statements("$s1x() + $s2(2)", "$v($v(4))", "var var$x = 5", "var$x");
    assertEquals(List.of("0=3", "1=4", "2=5", "3=5"), worker.run(key));
  }

  @Test
  void the_compiler_stays_right_over_hundreds_of_calls_good_and_bad() {
    document.type("class Point { int x; }");
    document.compile();
    for (int i = 0; i < 300; i++) {
      CodeKey bad = document.statements("Missing" + i % 3 + ".of(new Point())", "new Point().y");
      CodeKey good = document.statements("var p = new Point()", "p.x + " + i);
      assertEquals(2, document.result(bad).problems().size());
      assertEquals(List.of(), document.result(good).problems());
    }
    document.type("class Missing0 { static int of(Point p) { return 1; } }");
    CodeKey now = document.statements("Missing0.of(new Point())");
    assertEquals(List.of(), document.result(now).problems());
  }

  @Test
  void an_equal_key_is_compiled_once() {
    document.statements("int a = 1", "a + 1");
    List<CompileUnit> units = document.takePending();
    List<Compiled> first = document.compiler.compile(units);
    int units1 = document.compiler.compiledUnits();
    int calls1 = document.compiler.compileCalls();
    List<Compiled> second = document.compiler.compile(units);
    assertEquals(units1, document.compiler.compiledUnits());
    assertEquals(calls1, document.compiler.compileCalls());
    for (int i = 0; i < units.size(); i++) {
      assertSame(first.get(i), second.get(i));
    }
  }

  @Test
  void what_is_forgotten_is_gone_and_can_be_compiled_once_more() throws Throwable {
    CodeKey first = document.statements("var shared = 1");
    CodeKey second = document.statements("var shared = 2");
    assertEquals(List.of("0=1"), worker.run(first));
    assertEquals(List.of("0=2"), worker.run(second));
    CodeKey storage =
        Objects.requireNonNull(document.result(first).inferred().get(Name.value("shared")));
    assertEquals(3, document.compiler.storedUnits());

    document.compiler.forget(List.of(first));
    assertEquals(List.of(), document.compiler.classes(first));
    assertEquals(1, document.compiler.classes(storage).size());
    document.compiler.forget(List.of(second, second));
    assertEquals(0, document.compiler.storedUnits());

    CodeKey third = document.statements("var shared = 3");
    assertEquals(List.of("0=3"), worker.run(third));
    assertEquals(1, document.compiler.classes(storage).size());
  }
}
