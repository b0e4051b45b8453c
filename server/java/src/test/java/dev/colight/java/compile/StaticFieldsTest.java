package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types have static state, and whose initialisers can run early since nobody would see. */
class StaticFieldsTest {
  private final TestDocument document = new TestDocument();

  @BeforeEach
  void declareWhatTypesUse() {
    document.function("int f(int x) { return x; }");
    document.type("class Other { static int count = 1; }");
  }

  private StaticFields of(String type) {
    CodeKey key = document.type(type);
    document.compile();
    return document.compiler.statics(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class T { int x; int get() { return x; } }",
        "class T { static final int MAX = 10; static final String NAME = \"a\"; }",
        "class T { static int twice(int x) { return 2 * x; } }",
        "record T(int x, String y) { }",
        "interface T { int X = 5; int get(); }"
      })
  void without_static_state(String type) {
    assertEquals(StaticFields.NONE, of(type));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class T { static int count; }",
        "class T { static int count = 5; static long sum; }",
        "class T { static final List<String> NAMES = new ArrayList<>(); }",
        "class T { static final Map<String, Integer> SEEN = new HashMap<>(Map.of(\"a\", 1)); }",
        "class T { static final List<Integer> ALL = List.of(1, 2, 3); }",
        "class T { static int[] cells = {1, 2, 3}; }",
        "class T { static String[][] names = {{\"a\"}, {\"b\", \"c\"}}; }",
        "class T { static final Map<String, Integer> M = Map.of(\"a\", 1, \"b\", 1); }",
        "class T { static String none = null; }",
        "class T { static int[][] grid = new int[3][4]; }",
        "class T { static final Random RANDOM = new Random(5); }",
        "class T { static final StringBuilder LOG = new StringBuilder(); }",
        "class T { static final T ONE = new T(1); final int x; T(int x) { this.x = x; } }",
        "class T { static Runnable task = () -> System.out.println(); }",
        "enum T { A, B, C }",
        "enum T { A(1), B(2); int count; T(int n) { count = n; } }",
        "enum T { A { int f() { return 1; } }; abstract int f(); }",
        "interface T { List<String> NAMES = new ArrayList<>(); }",
        "record T(int x) { static int made = 0; }"
      })
  void with_an_initialiser_that_nobody_sees(String type) {
    StaticFields fields = of(type);
    assertTrue(fields.simple());
    assertFalse(fields.classes().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class T { static { System.out.println(\"hello\"); } }",
        "class T { static int x = f(1); }",
        "class T { static int x = Other.count; }",
        "class T { static int x = Other.count++; }",
        "class T { static Other o = new Other(); }",
        "class T { static long now = System.nanoTime(); }",
        "class T { static int x = Integer.parseInt(\"x\"); }",
        "class T { static int x = 1 / zero(); static int zero() { return 0; } }",
        "class T { static int sum; static { for (int i = 0; i < 3; i++) { sum += i; } } }",
        "class T { static int x = 1; static { if (x == 1) { throw new Error(); } } }",
        "class T { static String s = (String) (Object) Integer.valueOf(1); }",
        "class T { static int n = \"abc\".length(); }",
        "class T { static final T ONE = new T(); T() { System.out.println(); } }",
        "class T extends Other { static int x = 1; }",
        "class T { static List<Integer> l = List.of(1).stream().map(x -> x).toList(); }",
        "class T { static int[] a = {1}; static { a[5] = 1; } }",
        "class T { static int[] a; static { a[0] = 1; } }",
        "class T { static T t; static int y = t.x; int x; }",
        "class T { static int n = -1; static int[] a = new int[n]; }",
        "class T { static Integer none; static int x = none; }",
        "class T { static Set<Integer> twice = Set.of(1, 1); }",
        "class T { static List<Object> none = List.of((Object) null); }",
        "class T { static List<Integer> l = List.of(1); static { l.add(2); } }",
        "class T { static int deep = down(1); static int down(int n) { return down(n + 1); } }",
        "enum T { A; static { System.out.println(); } }"
      })
  void with_an_initialiser_that_can_be_seen(String type) {
    StaticFields fields = of(type);
    assertFalse(fields.simple());
    assertEquals(1, fields.classes().size());
  }

  @Test
  void nested_types_have_their_own() {
    StaticFields fields =
        of("class T { static int x; static class In { static int y; } enum E { A } class No { } }");
    assertTrue(fields.simple());
    List<String> nested =
        fields.classes().stream().map(name -> name.replaceFirst(".*[$]", "")).sorted().toList();
    assertEquals(List.of("E", "In", "T"), nested);
  }
}
