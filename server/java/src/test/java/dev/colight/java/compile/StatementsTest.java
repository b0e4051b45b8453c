package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.execution.Compiled;
import dev.colight.graph.Name;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs statements of every kind. See {@link TestDocument#statements} for how they are written. */
class StatementsTest {
  private final TestDocument document = new TestDocument();
  private final TestWorker worker = new TestWorker(document);

  /** A run of statements, what they show, and the static types of what they show. */
  private record Example(String statements, String shows, String types) {}

  private static final List<Example> EXAMPLES =
      List.of(
          new Example("1 + 2", "0=3", "int"),
          new Example("\"a\" + 1", "0=a1", "String"),
          new Example("'x'", "0=x", "char"),
          new Example("1L << 40", "0=1099511627776", "long"),
          new Example("1.5f", "0=1.5", "float"),
          new Example("1 > 2", "0=false", "boolean"),
          new Example("null", "0=null", "Object"),
          new Example("(byte) 300", "0=44", "byte"),
          new Example("(short) 7", "0=7", "short"),
          new Example("2.0 / 4", "0=0.5", "double"),
          new Example("List.of(1, 2)", "0=[1, 2]", "List<Integer>"),
          new Example("Map.entry(\"a\", 1).getValue()", "0=1", "Integer"),
          new Example("Map.entry(\"a\", 1)", "0=a=1", "Map.Entry<String, Integer>"),
          new Example("new ArrayList<>(List.of(1))", "0=[1]", "ArrayList<Integer>"),
          new Example("Stream.of(3, 1).sorted().toList()", "0=[1, 3]", "List<Integer>"),
          new Example("int a = 3 | a++ | a | a += 2", "0=3 1=3 2=4 3=6", "int int int int"),
          new Example("int a | a", "1=0", "int"),
          new Example("boolean b | b", "1=false", "boolean"),
          new Example("String s | s", "1=null", "String"),
          new Example("double[] d | d", "1=null", "double[]"),
          new Example("int a[] = {1, 2} | a[1]", "1=2", "int[] int"),
          new Example("int[] a = {4} | a[0]", "1=4", "int[] int"),
          new Example("int[][] a = {{1}, {2, 3}} | a[1].length", "1=2", "int[][] int"),
          new Example("byte b = 5 | b", "0=5 1=5", "byte byte"),
          new Example("long l = 5 | l", "0=5 1=5", "long long"),
          new Example("Integer i = 5 | i.hashCode()", "0=5 1=5", "Integer int"),
          new Example("var x = 1 | var y = x + 1L | y", "0=1 1=2 2=2", "int long long"),
          new Example(
              "var l = new ArrayList<String>() | l.add(\"q\") | l.get(0).length()",
              "0=[] 1=true 2=1",
              "ArrayList<String>;boolean;int"),
          new Example("var o = new Object() { int f = 1; } | o.f + 1", "1=2", "Object int"),
          new Example(
              "var c = true ? 1 : \"a\" | c.getClass()",
              "0=1 1=class java.lang.Integer",
              "Comparable<?>;Class<? extends Comparable>"),
          new Example(
              "var l = List.of(1, 2.0) | l.get(0).intValue()",
              "0=[1, 2.0] 1=1",
              "List<Number>;int"),
          new Example(
              "List<? extends Number> l = List.of(1) | l.get(0) | var n = l.get(0) | n",
              "0=[1] 1=1 2=1 3=1",
              "List<? extends Number>;Number;Number;Number"),
          new Example("List<?> l = List.of(1) | l.get(0)", "0=[1] 1=1", "List<?>;Object"),
          new Example("Runnable r = () -> System.out.flush() | !r.run();", "", "Runnable"),
          new Example(
              "int n = 0 | Runnable r = () -> n++ | !r.run(); | n", "0=0 3=1", "int;Runnable;int"),
          new Example(
              "var n = 1 | IntSupplier s = () -> n * 10 | n = 4 | s.getAsInt()",
              "0=1 2=4 3=40",
              "int;IntSupplier;int;int"),
          new Example(
              "var n = 1 | Supplier<Object> s = () -> new Object() { public String toString() {"
                  + " return \"n\" + n; } } | s.get()",
              "0=1 2=n1",
              "int;Supplier<Object>;Object"),
          new Example("!for (int i = 0; i < 2; i++) { System.out.flush(); }", "", ""),
          new Example("int s = 0 | !for (int i : List.of(1, 2)) s += i; | s", "0=0 2=3", "int int"),
          new Example("!if (true) ; else ;", "", ""),
          new Example("!{ int local = 1; local++; }", "", ""),
          new Example("!;", "", ""),
          new Example("int t = 0 | !try { t = 1; } finally { t++; } | t", "0=0 2=2", "int int"),
          new Example("!label: for (;;) { break label; }", "", ""),
          new Example("int w = 0 | !do { w++; } while (w < 3); | w", "0=0 2=3", "int int"),
          new Example(
              "int q = 2 | switch (q) { case 2 -> \"two\"; default -> \"?\"; }",
              "0=2 1=two",
              "int String"),
          new Example(
              "int q = 2 | !switch (q) { case 2: q = 9; break; default: } | q",
              "0=2 2=9",
              "int int"),
          new Example(
              "int q = 2 | !switch (q) { case 2 -> List.of(1).size(); default -> q++; } | q",
              "0=2 1=1 2=2",
              "int int int"),
          new Example(
              "int q = 2 | !switch (q) { case 2 -> q++; default -> System.gc(); } | q",
              "0=2 2=3",
              "int int"),
          new Example(
              "int q = 2 | !switch (q) { case 2 -> q++; case 3 -> q--; } | q",
              "0=2 2=3",
              "int int"),
          new Example(
              "int q = 2 | !switch (q) { case 2 -> System.gc(); default -> System.gc(); } |"
                  + " !switch (q) { case 2 -> q++; default -> throw new Error(); } | q",
              "0=2 2=2 3=3",
              "int int int"),
          new Example(
              "int q = 2 | !switch (q) { case 2 -> { q++; } default -> q--; } | q",
              "0=2 2=3",
              "int int"),
          new Example(
              "Object o = \"str\" | o instanceof String s && s.length() == 3",
              "0=str 1=true",
              "Object boolean"),
          new Example("!synchronized (\"a\") { }", "", ""),
          new Example("!assert 1 < 2 : \"no\";", "", ""),
          new Example("\"\"\"\n  two\n    lines\"\"\"", "0=two\n  lines", "String"),
          new Example("\"\uD83D\uDE00\".length()", "0=2", "int"),
          new Example("var a1 = new int[] {1} | a1[0]", "1=1", "int[] int"),
          new Example(
              "var m = new HashMap<String, List<Integer>>() | "
                  + "m.computeIfAbsent(\"k\", k -> new ArrayList<>()).add(1) | m",
              "0={} 1=true 2={k=[1]}",
              "HashMap<String, List<Integer>>;boolean;HashMap<String, List<Integer>>"),
          new Example(
              "var x = Stream.of(1, 2).map(x -> x + 1).toList()", "0=[2, 3]", "List<Integer>"),
          new Example("int x = Stream.of(1, 2).map(x -> x + 1).toList().size()", "0=2", "int"),
          new Example("String.valueOf((Object) null)", "0=null", "String"),
          new Example("Thread.State.NEW", "0=NEW", "Thread.State"));

  @TestFactory
  Stream<DynamicTest> every_kind_of_statement_runs() {
    return EXAMPLES.stream()
        .map(example -> DynamicTest.dynamicTest(example.statements(), () -> check(example)));
  }

  private static void check(Example example) throws Throwable {
    TestDocument document = new TestDocument();
    CodeKey key = document.statements(example.statements().split(" \\| "));
    List<String> shown = new TestWorker(document).run(key);
    String comparable =
        shown.stream()
            .filter(value -> !value.matches("(?s).*(@|Lambda).*"))
            .reduce((a, b) -> a + " " + b)
            .orElse("");
    assertEquals(example.shows(), comparable);
    String separator = example.types().contains(";") || example.types().contains(",") ? ";" : " ";
    List<String> types = List.of(example.types().split(separator));
    Map<Integer, String> actual = document.result(key).types();
    assertEquals(
        example.types().isEmpty() ? List.of() : types,
        actual.keySet().stream().sorted().map(actual::get).toList());
  }

  @Test
  void variables_of_inferred_type_are_seen_by_later_units_with_that_type() throws Throwable {
    worker.run(
        document.statements(
            "var list = new ArrayList<Map.Entry<String, Integer>>()",
            "var object = new Object() { int f = 41; int g() { return f; } }",
            "var mixed = List.of(1, \"a\")",
            "var number = 3L"));
    CodeKey later =
        document.statements(
            "list.add(Map.entry(\"k\", 1))",
            "list.get(0).getValue() + 1",
            "object.f++",
            "object.g()",
            "mixed.get(1).getClass().getSimpleName()",
            "number + 1");
    assertEquals(List.of("0=true", "1=2", "2=41", "3=42", "4=String", "5=4"), worker.run(later));
  }

  @Test
  void a_storage_of_inferred_type_is_named_by_its_variable_and_type_alone() {
    Compiled first = document.result(document.statements("var x = 1"));
    Compiled second = document.result(document.statements("var x = 2 + 3"));
    Compiled other = document.result(document.statements("var x = 2L"));
    Name x = Name.value("x");
    assertEquals(first.inferred().get(x), second.inferred().get(x));
    assertTrue(!first.inferred().equals(other.inferred()));
    assertEquals("x", document.compiler.member(Objects.requireNonNull(first.inferred().get(x))));
  }

  @Test
  void checked_exceptions_pass_through() {
    CodeKey key = document.statements("!throw new IOException(\"no\");");
    assertThrows(IOException.class, () -> worker.run(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"!while (true) { }", "!throw new Error();", "!for (;;) ;", "!return;"})
  void statements_that_do_not_complete_compile(String statement) {
    assertEquals(List.of(), document.result(document.statements(statement)).problems());
  }

  @Test
  void lines_of_a_class_file_are_tokens() {
    CodeKey key =
        document.statements(
            "int a = 1", "\"\"\"\n  x\n  y\"\"\" .length()", "Integer.parseInt(\"x\" + a)");
    NumberFormatException thrown = assertThrows(NumberFormatException.class, () -> worker.run(key));
    StackTraceElement frame =
        Arrays.stream(thrown.getStackTrace())
            .filter(f -> f.getClassName().startsWith("colight."))
            .findFirst()
            .orElseThrow();
    assertEquals("s2", frame.getMethodName());
    int token = document.compiler.token(key, frame.getLineNumber());
    assertEquals(11, token);
    assertEquals(-1, document.compiler.token(key, 0));
    assertEquals(-1, document.compiler.token(key, 10_000));
  }

  @Test
  void statement_methods_hide_no_function_of_the_document() throws Throwable {
    document.function("int s0(int x) { return x + 1; }");
    document.function("int s1() { return 7; }");
    assertEquals(List.of("0=2", "1=7"), worker.run(document.statements("s0(1)", "s1()")));
  }

  @Test
  void a_statement_with_more_than_64_kilobytes_of_code_is_a_clear_problem() {
    String terms =
        String.join(
            "; ",
            IntStream.range(0, 9000)
                .mapToObj(i -> "System.out.println(" + i * 100_000L + "L)")
                .toList());
    Compiled compiled = document.result(document.statements("1", "!{ " + terms + "; }"));
    assertEquals(
        "This code is too large: a method can have no more than 64 KB of bytecode",
        compiled.problems().get(0).message());
    assertEquals(1, compiled.problems().get(0).firstToken());
  }
}
