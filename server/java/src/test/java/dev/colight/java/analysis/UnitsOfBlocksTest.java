package dev.colight.java.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.split.Token;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsOfBlocksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "import java.util.List; | java.util.List | List:TYPE",
        "import java . util . List | java.util.List | List:TYPE",
        "import java.util.*; | java.util.* | ''",
        "import static java.lang.Math.max; | static java.lang.Math.max | max:VALUE max:FUNCTION max:TYPE",
        "import static java.lang.Math.*; | static java.lang.Math.* | ''",
        "import module java.base; | module java.base | ''",
        "import module.Foo; | module.Foo | Foo:TYPE",
      })
  void imports_are_named_by_what_they_import(String code, String text, String names) {
    ImportUnit unit = Units.of(code).only(ImportUnit.class);
    assertEquals(text, unit.text());
    Set<String> actual =
        unit.names().stream().map(n -> n.text() + ":" + n.namespace()).collect(Collectors.toSet());
    assertEquals(names.isEmpty() ? Set.of() : Set.of(names.split(" ")), actual);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "void f() {} | ()",
        "void f(int a, String... b) {} | (int,String[])",
        "void f(final List<? extends Map<K, V>> a, @A(x = 1) int[] b[]) {} | (List,int[][])",
        "<T> void f(T a, T[] b) {} | (Object,Object[])",
        "<T extends Comparable<T> & B, U extends T> void f(T a, U... b) {} | (Comparable,Comparable[])",
        "<T extends U, U extends T> void f(T a) {} | (Object)",
        "void f(java.util.Map.Entry<K, V> e, Outer<T>.Inner i) {} | (java.util.Map.Entry,Outer.Inner)",
        "int f(int a)[] { return null; } | (int)",
        "<T> void f(T.X a) {} | (T.X)",
      })
  void signatures_are_erased_parameter_types(String code, String signature) {
    assertEquals(signature, Units.of(code).only(FunctionUnit.class).signature());
  }

  @Test
  void modifiers_and_annotations_of_methods_do_not_count() {
    String method = "<T> T id(T t) throws E { return t; }";
    FunctionUnit plain = Units.of(method).only(FunctionUnit.class);
    FunctionUnit decorated =
        Units.of("@SafeVarargs(x) public static final synchronized " + method)
            .only(FunctionUnit.class);
    assertEquals(plain.text(), decorated.text());
    assertEquals(plain.uses(), decorated.uses());
    assertEquals("< T > T id ( T t ) throws E", plain.interfaceText().replace('\n', ' '));
    assertEquals(Set.of(Name.type("E")), plain.interfaceUses());
  }

  @Test
  void the_shape_of_a_method_tells_header_and_body() {
    FunctionUnit unit =
        Units.of("private int f(int a) throws E { return a; }").only(FunctionUnit.class);
    JavaCode code = (JavaCode) unit.code();
    JavaCode.FunctionShape shape = (JavaCode.FunctionShape) code.shape();
    assertEquals("int", code.tokens().get(shape.headerFirst()).text());
    assertEquals("f", code.tokens().get(shape.name()).text());
    assertEquals("E", code.tokens().get(shape.headerLast()).text());
    assertEquals("{", code.tokens().get(shape.bodyFirst()).text());
    assertEquals("}", code.tokens().get(shape.bodyLast()).text());
    assertEquals(8, code.range(0).start().column());
  }

  @Test
  void access_and_static_of_types_do_not_count_but_what_changes_their_meaning_does() {
    TypeUnit plain = Units.of("@A final class P { }").only(TypeUnit.class);
    TypeUnit decorated = Units.of("public @A static final class P { }").only(TypeUnit.class);
    assertEquals("@ A final class P { }", plain.text().replace('\n', ' '));
    assertEquals(plain.text(), decorated.text());
    assertEquals(Set.of(Name.type("A")), plain.uses());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x + 1 | x + 1;",
        "int a = 1, b = 2 | int a = 1; int b = 2;",
        "final int a = 1; | @A public static int a = 1;",
        "throw e | throw e;",
        "foo();;  | foo();",
        "return x | return x;",
      })
  void equal_code_has_equal_text(String one, String other) {
    StatementUnit first = Units.of(one).only(StatementUnit.class);
    StatementUnit second = Units.of(other).only(StatementUnit.class);
    assertEquals(first.text(), second.text());
    assertEquals(shape(first), shape(second));
  }

  @Test
  void two_statements_never_have_the_text_of_one() {
    String two = Units.of("a; -b;").only(StatementUnit.class).text();
    String one = Units.of("a - b;").only(StatementUnit.class).text();
    assertTrue(!two.equals(one), two);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "var x = 1; | NULL",
        "final var x = 1; | NULL",
        "int x; | int",
        "int x[] = {1}; | int[]",
        "int[] x[]; | int[][]",
        "Map < String , List<int[]> > x; | Map<String,List<int[]>>",
        "List<? extends A> x; | List<? extends A>",
        "java.util.List<String>[] x; | java.util.List<String>[]",
      })
  void variables_have_their_declared_types(String code, String type) {
    ValueDefinition value = Units.of(code).only(StatementUnit.class).values().get(0);
    assertEquals(Name.value("x"), value.name());
    if (type.equals("NULL")) {
      assertNull(value.typeText());
    } else {
      assertEquals(type, value.typeText());
    }
  }

  @Test
  void names_in_the_type_of_a_variable_are_told_apart() {
    StatementUnit unit = Units.of("List<A> x = new B(c);").only(StatementUnit.class);
    assertEquals(Set.of(Name.type("List"), Name.type("A")), unit.values().get(0).typeUses());
    assertTrue(unit.uses().containsAll(Set.of(Name.type("B"), Name.value("c"))));
  }

  @Test
  void every_declarator_is_a_statement() {
    StatementUnit unit = Units.of("final int a = f(1, 2), b[] = {a}, c;").only(StatementUnit.class);
    assertEquals(List.of("a", "b", "c"), unit.values().stream().map(v -> v.name().text()).toList());
    assertEquals(List.of(0, 1, 2), unit.values().stream().map(ValueDefinition::statement).toList());
    assertEquals(
        List.of("int a = f ( 1 , 2 ) ;", "b [ ] = { a } ;", "c ;"),
        IntStream.range(0, 3).mapToObj(i -> statement(unit, i)).toList());
    assertEquals(
        List.of(
            new JavaCode.DeclaratorShape(1, 0, 0, 0, false, 3, 8, false),
            new JavaCode.DeclaratorShape(11, 10, 10, 1, false, 15, 17, true),
            new JavaCode.DeclaratorShape(20, 19, 19, 0, false, -1, -1, false)),
        shape(unit));
  }

  @Test
  void commas_in_type_arguments_separate_no_declarators() {
    StatementUnit unit =
        Units.of("var m = new HashMap<String, List<A>>(), n = a < b ? c : d, o = x.<A, B>f();")
            .only(StatementUnit.class);
    assertEquals(List.of("m", "n", "o"), unit.values().stream().map(v -> v.name().text()).toList());
  }

  @Test
  void shapes_leave_out_return_and_semicolon() {
    StatementUnit unit = Units.of("return x + 1; y(); if (z) f();").only(StatementUnit.class);
    assertEquals(
        List.of(
            new JavaCode.ExpressionShape(1, 3),
            new JavaCode.ExpressionShape(5, 7),
            new JavaCode.PlainShape(9, 16, false)),
        shape(unit));
  }

  @Test
  void a_semicolon_that_is_not_written_takes_no_room() {
    StatementUnit unit = Units.of("  x + 1").only(StatementUnit.class);
    assertEquals(";", token(unit, 3).text());
    assertEquals(unit.code().range(2).end(), unit.code().range(3).start());
    assertEquals(unit.code().range(2).end(), unit.code().range(3).end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int a = 1; f(a); int b = a; | 1",
        "int a = 1; void f() {} class C {} import x.Y; f(); | 2",
        "void f() {} class C {} import x.Y; int a = 1; f(); | 1",
        "int a = 1; int a = 2; | 2",
        "f(a); int a = 2; g(a); | 2",
        "int b = a, a = 2; | 2",
        "int a = 1, a = 2, a = 3; | 3",
        "f(); void f() {} g(); void f() {} h(); | 3",
        "f(); import x.Y; g(); | 2",
        "class C {} new C(); class C { int x; } new C(); | 2",
        "a(); int b = ; c(); | 2",
        "Runnable r = () -> r.run(); r.run(); | 1",
        "List<A> a; int List = 2; | 1",
      })
  void statements_merge_unless_a_name_may_change_its_meaning(String code, int runs) {
    assertEquals(runs, Units.of(code).of(StatementUnit.class).size());
  }

  @Test
  void variables_of_earlier_units_of_the_block_are_free_again() {
    List<StatementUnit> units =
        Units.of("int a = 1; f(a); String a = g(b); h(a);").of(StatementUnit.class);
    assertEquals(Set.of(Name.function("f")), units.get(0).uses());
    assertEquals(
        Set.of(Name.type("String"), Name.function("g"), Name.function("h"), Name.value("b")),
        units.get(1).uses());
  }

  @Test
  void a_variable_of_the_unit_hides_a_type_of_its_name() {
    StatementUnit unit = Units.of("var a = b; a.c(); a.d::e;").only(StatementUnit.class);
    assertEquals(Set.of(Name.value("b")), unit.uses());
  }

  @Test
  void long_runs_are_cut() {
    String code =
        IntStream.range(0, 1_200).mapToObj(i -> "f(" + i + ");\n").collect(Collectors.joining());
    List<StatementUnit> units = Units.of(code).of(StatementUnit.class);
    assertEquals(List.of(500, 500, 200), units.stream().map(u -> u.statements().size()).toList());
  }

  @Test
  void units_stand_in_the_order_of_the_text() {
    List<Unit> units = Units.of("import a.B; f(); int f() { return 1; } g(); class C { }").all();
    assertEquals(
        List.of("ImportUnit", "StatementUnit", "FunctionUnit", "StatementUnit", "TypeUnit"),
        units.stream().map(unit -> unit.getClass().getSimpleName()).toList());
  }

  @Test
  void a_block_without_code_has_no_units() {
    assertEquals(List.of(), Units.of("").all());
    assertEquals(List.of(), Units.of("// nothing\n;").all());
  }

  @Test
  void ranges_are_those_of_the_document_with_surrogate_pairs_before_them() {
    StatementUnit unit = Units.of("f(\"😀\", x)").only(StatementUnit.class);
    assertEquals(8, unit.code().range(4).start().column());
  }

  private static List<JavaCode.StatementShape> shape(StatementUnit unit) {
    return ((JavaCode.StatementsShape) ((JavaCode) unit.code()).shape()).statements();
  }

  private static Token token(StatementUnit unit, int index) {
    return ((JavaCode) unit.code()).tokens().get(index);
  }

  private static String statement(StatementUnit unit, int index) {
    int first = unit.statements().get(index).firstToken();
    int last = unit.statements().get(index).lastToken();
    return IntStream.rangeClosed(first, last)
        .mapToObj(i -> token(unit, i).text())
        .collect(Collectors.joining(" "));
  }

  @Test
  void the_first_statements_of_a_unit_need_what_they_name_themselves() {
    StatementUnit unit = Units.of("n = a + 1;\nm = new B();").only(StatementUnit.class);
    StatementUnit first = new JavaAnalyzer(List.of()).prefix(unit, 1);
    assertEquals(Set.of(Name.value("a"), Name.value("n")), first.uses());
    assertEquals(Set.of(Name.value("n")), first.assigns());
  }
}
