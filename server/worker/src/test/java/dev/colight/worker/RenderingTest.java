package dev.colight.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values look as they do in {@code jshell}, which is asked; and never cost more than they show. */
public class RenderingTest {
  private static final int UNLIMITED = 10_000_000;

  /** Where the snippets that {@code jshell} evaluates leave what they made. */
  public static @Nullable Object made;

  private static final String CHARACTERS = "java.util.stream.IntStream.range(0, 0x10000)";

  /** Expressions whose value {@code jshell} shows. */
  private static final String[] EXPRESSIONS = {
    "(Object) null",
    "true",
    "(byte) 1",
    "(short) -2",
    "'a'",
    "'\\''",
    "'\"'",
    "'\\n'",
    "'\\u0000'",
    "5",
    "-5L",
    "1.5f",
    "1e100",
    "Double.NaN",
    "-0.0",
    "Integer.MIN_VALUE",
    "\"\"",
    "\"it's \\\"quoted\\\"\"",
    "\"a\\nb\\tc\\\\d\\b\\f\\r\\u0007\"",
    "\"ä€😀\\ud83d\"",
    "\"\"\"\n  a text\n    block\n  \"\"\"",
    "new java.math.BigInteger(\"123456789012345678901234567890\")",
    "new java.math.BigDecimal(\"1.50\")",
    "new java.math.BigDecimal(\"1E+1000000\")",
    "new int[0]",
    "new int[] {1, 2, 3}",
    "new int[][] {{1}, {2, 3}, null}",
    "new int[2][3][]",
    "new boolean[] {true}",
    "new char[] {'a', '\\n'}",
    "new double[] {1}",
    "new byte[] {1}",
    "new String[] {\"a\\n\", null}",
    "new Object[] {1, \"a\", 'c', new int[] {1}, null}",
    "new java.util.Map.Entry[1]",
    "new java.util.List[] {java.util.List.of(\"a\")}",
    "java.util.List.of()",
    "java.util.List.of(1, \"two\", '3', 4.0)",
    "java.util.Arrays.asList(1, null)",
    "java.util.List.of(java.util.List.of(1), java.util.List.of())",
    "new java.util.ArrayList<>(java.util.List.of(\"a\\nb\"))",
    "new java.util.LinkedList<>(java.util.List.of(1, 2))",
    "new java.util.ArrayDeque<>(java.util.List.of(1))",
    "new java.util.PriorityQueue<>(java.util.List.of(3, 1, 2))",
    "new java.util.Vector<>(java.util.List.of(1))",
    "new java.util.HashSet<>(java.util.List.of(3, 1, 2))",
    "new java.util.TreeSet<>(java.util.List.of(3, 1))",
    "new java.util.LinkedHashSet<>(java.util.List.of(3, 1))",
    "java.util.EnumSet.allOf(java.time.DayOfWeek.class)",
    "new java.util.TreeMap<>(java.util.Map.of(1, \"a\", 2, \"b\"))",
    "java.util.Map.of()",
    "new java.util.HashMap<>(java.util.Map.of(\"k\", java.util.List.of(1)))",
    "new java.util.TreeMap<>(java.util.Map.of(1, 2)).entrySet()",
    "new java.util.TreeMap<>(java.util.Map.of(1, 2)).firstEntry()",
    "java.util.Map.entry(1, 2)",
    "new java.util.concurrent.ConcurrentHashMap<>(java.util.Map.of(1, 2))",
    "new java.util.concurrent.ConcurrentHashMap<>(java.util.Map.of(1, 2)).keySet()",
    "new java.util.concurrent.CopyOnWriteArrayList<>(java.util.List.of(1, 2))",
    "new java.util.concurrent.LinkedBlockingQueue<>(java.util.List.of(1, 2))",
    "new java.util.concurrent.ArrayBlockingQueue<>(3)",
    "new java.util.concurrent.ConcurrentSkipListMap<>()",
    "new java.util.Hashtable<>(java.util.Map.of(1, 2))",
    "new java.util.Properties()",
    "new java.util.IdentityHashMap<>(java.util.Map.of(1, 2))",
    "new java.util.concurrent.SynchronousQueue<>()",
    "java.util.Collections.unmodifiableList(new java.util.ArrayList<>(java.util.List.of(1)))",
    "java.util.Collections.synchronizedMap(new java.util.HashMap<>(java.util.Map.of(1, 2)))",
    "java.util.Collections.nCopies(3, \"x\")",
    "java.util.Collections.singleton(null)",
    "java.util.Optional.empty()",
    "java.util.Optional.of(\"a\")",
    "java.util.OptionalInt.of(1)",
    "java.util.Optional.of(java.util.List.of(java.util.Optional.of(1)))",
    "java.time.LocalDate.of(2024, 2, 29)",
    "java.time.Duration.ofMinutes(90)",
    "java.time.DayOfWeek.MONDAY",
    "new StringBuilder(\"a\\nb\")",
    "new java.util.concurrent.atomic.AtomicInteger(3)",
    "String.class",
    "int[].class",
    "new Throwable(\"t\")",
    "java.nio.file.Path.of(\"a\", \"b\")",
    "java.net.URI.create(\"http://x/\")",
    "new java.util.BitSet()",
    "new java.util.UUID(1, 2)",
    "java.util.Locale.ROOT",
    "new java.util.ArrayList<>() {{ add(1); add(\"a\"); }}",
    "new java.util.AbstractList<Integer>() { public Integer get(int i) { return i; } public int size() { return 3; } }",
    "new Object() { public String toString() { return \"own\\n\"; } }",
    "new java.util.ArrayList<>() { public String toString() { return \"own list\"; } }",
    CHARACTERS + ".mapToObj(c -> (char) c).toArray(Character[]::new)",
    CHARACTERS + ".mapToObj(c -> \"\" + (char) c).toArray(String[]::new)",
    CHARACTERS + ".mapToObj(c -> \"a\" + (char) c).toArray(String[]::new)",
  };

  @Test
  void values_look_as_in_jshell() {
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(
          RenderingTest.class.getProtectionDomain().getCodeSource().getLocation().getPath());
      for (String expression : EXPRESSIONS) {
        SnippetEvent shown =
            shell.eval("dev.colight.worker.RenderingTest.made = " + expression).get(0);
        if (shown.exception() != null || shown.value() == null) {
          throw new AssertionError(expression + ": " + shown);
        }
        assertEquals(shown.value(), Rendering.of(made, UNLIMITED).text(), expression);
      }
    }
  }

  @Test
  void collections_look_as_they_say_themselves() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Object value = random(random, 4);
      assertEquals(
          String.valueOf(value),
          Rendering.of(List.of(value), UNLIMITED).text().replaceFirst("^\\[(?s:(.*))\\]$", "$1"));
    }
  }

  @Test
  void a_cut_text_is_the_beginning_of_the_whole() {
    Random random = new Random(8);
    for (int i = 0; i < 2_000; i++) {
      Object value = random(random, 4);
      String whole = Rendering.of(value, UNLIMITED).text();
      int limit = 1 + random.nextInt(40);
      Rendering.Shown cut = Rendering.of(value, limit);
      assertTrue(whole.startsWith(cut.text()), () -> whole + " / " + cut);
      assertTrue(cut.text().length() <= limit);
      assertEquals(whole.length() > limit, cut.truncated());
    }
  }

  private record Job(Runnable task, String name) {}

  @Test
  void lambdas_look_the_same_in_every_run() {
    Supplier<String> lambda = () -> "a";
    Function<String, Integer> reference = String::length;
    Runnable task = (Runnable & java.io.Serializable) () -> {};
    assertEquals("Supplier lambda", Rendering.of(lambda, 100).text());
    assertEquals("Function lambda", Rendering.of(reference, 100).text());
    assertEquals("Runnable lambda", Rendering.of(task, 100).text());
    assertEquals("Comparator lambda", Rendering.of(Comparator.comparing(s -> "" + s), 100).text());
    assertEquals(
        "{a=[Supplier lambda, Optional[Function lambda]]}",
        Rendering.of(Map.of("a", List.of(lambda, Optional.of(reference))), 100).text());
    assertEquals("Runnable[1] { Runnable lambda }", Rendering.of(new Runnable[] {task}, 99).text());
    assertEquals("Job[task=lambda, name=n]", Rendering.of(new Job(task, "n"), 100).text());
    assertEquals(
        "[lambda, lambda]",
        Rendering.of(Collections.unmodifiableList(List.of(lambda, task)), 100).text());
    assertEquals("\"" + task + "\"", Rendering.of(task.toString(), 1000).text());
  }

  @Test
  void a_long_text_with_a_lambda_takes_no_longer() {
    StringBuilder text = new StringBuilder("x".repeat(1_000_000)).append("$$Lambda/0x1@2 ");
    text.append("$$Lambda".repeat(100_000)).append("/0x1@2");
    assertEquals("lambda lambda", Rendering.of(text, 100).text());
  }

  @Test
  void a_surrogate_pair_is_never_cut_in_half() {
    Rendering.Shown shown = Rendering.of("😀😀", 4);
    assertEquals("\"😀", shown.text());
    assertTrue(shown.truncated());
  }

  @Test
  void what_contains_itself_comes_to_an_end() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    assertEquals("[(this Collection)]", Rendering.of(list, 100).text());
    Map<Object, Object> map = new HashMap<>();
    map.put("list", List.of(map));
    assertEquals("{list=[(this Map)]}", Rendering.of(map, 100).text());
    Object[] array = new Object[1];
    array[0] = array;
    assertEquals("Object[1] { (this array) }", Rendering.of(array, 100).text());
  }

  @Test
  void shared_elements_are_no_cycle() {
    List<Integer> shared = List.of(1);
    assertEquals("[[1], [1]]", Rendering.of(List.of(shared, shared), 100).text());
  }

  @Test
  void deep_nesting_is_shown_as_far_as_there_is_room() {
    List<Object> list = List.of();
    for (int i = 0; i < 100_000; i++) {
      list = List.of(list);
    }
    assertTrue(Rendering.of(list, 500).text().startsWith("[[[["));
  }

  @Test
  void a_collection_that_fails_half_way_says_so() {
    Collection<Integer> values = new ArrayList<>(List.of(1, 2, 3));
    List<Object> breaking =
        List.of(
            new Object() {
              @Override
              public String toString() {
                values.add(4);
                return "x";
              }
            });
    List<Object> all = new ArrayList<>(breaking);
    all.addAll(values);
    assertEquals("[x, 1, 2, 3]", Rendering.of(all, 100).text());
    assertFalse(values.isEmpty());
  }

  @Test
  void only_values_without_code_are_rendered_directly() {
    assertTrue(Rendering.isDirect(null));
    assertTrue(Rendering.isDirect("x"));
    assertTrue(Rendering.isDirect(java.math.BigInteger.TEN));
    assertFalse(Rendering.isDirect(java.math.BigInteger.TWO.pow(100_000)));
    assertFalse(Rendering.isDirect(List.of()));
    assertFalse(Rendering.isDirect(new java.math.BigDecimal("1") {}));
  }

  private static Object random(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> random.nextInt(100);
      case 1 -> "s" + random.nextInt(100);
      case 2 -> (char) ('a' + random.nextInt(26));
      case 3 -> random.nextDouble();
      case 4 -> Optional.of(random(random, depth - 1));
      case 5 -> Arrays.asList(null, random(random, depth - 1));
      case 6 -> Map.of(random(random, 0), random(random, depth - 1));
      case 7 -> Collections.singleton(random(random, depth - 1));
      default -> new ArrayList<>(List.of(random(random, depth - 1), random(random, depth - 1)));
    };
  }
}
