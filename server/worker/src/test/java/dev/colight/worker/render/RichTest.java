package dev.colight.worker.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.display.Display;
import dev.colight.display.Forms;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rich forms of values: which there are, and what is in them. */
class RichTest {
  record Person(String name, int age, @Nullable LocalDate born) {}

  @SuppressWarnings("UnusedVariable") // but by what looks into it
  static class Bean {
    private final String title;
    private final boolean done;
    private int count;

    Bean(String title, boolean done) {
      this.title = title;
      this.done = done;
    }

    int count() {
      return count++;
    }
  }

  enum Colour {
    RED,
    GREEN
  }

  private static final Person ADA = new Person("Ada", 36, LocalDate.of(1815, 12, 10));
  private static final Person BOB = new Person("Bob", 4, null);

  private static Bundle rich(@Nullable Object value) {
    return Rich.of(value, Watch.PRESENT, "ref");
  }

  private static JsonObject json(@Nullable Object value, String form) {
    String payload = rich(value).forms().get(form);
    assertNotNull(payload, () -> "no " + form + " in " + rich(value).forms());
    return JsonParser.parseString(payload).getAsJsonObject();
  }

  static Stream<@Nullable Object> plain() {
    return Stream.of(
        1,
        'c',
        true,
        2.5,
        new BigDecimal("1.50"),
        "one line",
        Colour.RED,
        LocalDate.of(2024, 2, 29),
        List.of(),
        List.of(1, 2, 3),
        List.of("a", "b"),
        Map.of("a", 1),
        new int[] {1, 2, 3},
        Optional.empty(),
        Optional.of(1),
        new Object(),
        (Runnable) () -> {});
  }

  @ParameterizedTest
  @MethodSource("plain")
  void what_text_says_as_well_has_no_other_form(Object value) {
    assertEquals(Map.of(), rich(value).forms());
  }

  @Test
  void nothing_has_no_other_form() {
    assertEquals(Bundle.NONE, rich(null));
  }

  static Stream<Arguments> tables() {
    String people =
        "[{name:name,type:text},{name:age,type:number},{name:born,type:time}]"
            + "[[Ada,36,1815-12-10],[Bob,4,null]]";
    Map<String, Person> byKey = new LinkedHashMap<>();
    byKey.put("x", ADA);
    byKey.put("y", BOB);
    Map<String, @Nullable Object> sparse = new LinkedHashMap<>();
    sparse.put("c", null);
    return Stream.of(
        Arguments.of(List.of(ADA, BOB), people),
        Arguments.of(new Person[] {ADA, BOB}, people),
        Arguments.of(Optional.of(List.of(ADA, BOB)), people),
        Arguments.of(byKey, people + "[x,y]"),
        Arguments.of(
            List.of(new Bean("a", true), new Bean("b", false)),
            "[{name:title,type:text},{name:done,type:boolean},{name:count,type:number}]"
                + "[[a,true,0],[b,false,0]]"),
        Arguments.of(
            List.of(new TreeMap<>(Map.of("a", 1, "b", "x")), Map.of("a", 2.5), sparse),
            "[{name:a,type:number},{name:b,type:text},{name:c,type:value}]"
                + "[[1,x,null],[2.5,null,null],[null,null,null]]"),
        Arguments.of(
            new double[][] {{1, 2}, {3, 4}},
            "[{name:0,type:number},{name:1,type:number}][[1.0,2.0],[3.0,4.0]]"),
        Arguments.of(
            new Object[][] {{Colour.RED, List.of(1)}, {'c', ADA}},
            "[{name:0,type:text},{name:1,type:value}]"
                + "[[RED,[1]],[c,Person[name=Ada, age=36, born=1815-12-10]]]"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void rows_of_one_kind_are_a_table(Object value, String expected) {
    JsonObject table = json(value, Forms.TABLE);
    JsonElement index = table.get("index");
    String shown = table.get("columns").toString() + table.get("rows");
    assertEquals(expected, (shown + (index == null ? "" : index)).replace("\"", ""));
    assertEquals(table.get("rows").getAsJsonArray().size(), table.get("total").getAsInt());
  }

  @Test
  void rows_of_several_kinds_are_a_tree() {
    assertTrue(rich(List.of(ADA, new Bean("x", true))).forms().containsKey(Forms.TREE));
    assertTrue(rich(Arrays.asList(ADA, null)).forms().containsKey(Forms.TREE));
    assertTrue(rich(new int[][] {{1}, {2, 3}}).forms().containsKey(Forms.TREE));
  }

  @Test
  void of_many_rows_the_first_are_shown_and_the_rest_is_there() {
    List<Person> many = IntStream.range(0, 250).mapToObj(i -> new Person("p", i, null)).toList();
    Bundle bundle = rich(many);
    JsonObject table = json(many, Forms.TABLE);
    assertEquals(100, table.get("rows").getAsJsonArray().size());
    assertEquals(250, table.get("total").getAsInt());
    Branch more = bundle.more();
    assertNotNull(more);
    Branch.Page page = more.page(249, 10, "ref", Watch.PRESENT);
    assertEquals("{\"row\":[\"p\",\"249\",null]}", page.children().get(0).json());
    assertEquals(250, page.total());
  }

  @Test
  void a_record_is_a_tree_of_its_components() {
    JsonObject tree = json(new Nested(ADA, Colour.RED), Forms.TREE);
    assertEquals(
        "Nested[one=Person[name=\"Ada\", age=36, born=1815-12-10], colour=RED]",
        tree.get("text").getAsString());
    assertEquals("object", tree.get("kind").getAsString());
    JsonArray children = tree.getAsJsonArray("children");
    assertEquals("one", children.get(0).getAsJsonObject().get("label").getAsString());
    assertEquals(3, children.get(0).getAsJsonObject().getAsJsonArray("children").size());
  }

  record Nested(Person one, Colour colour) {}

  static Stream<Arguments> named() {
    return Stream.of(
        Arguments.of(List.of(1), "List"),
        Arguments.of(List.of(1, 2, 3), "List"),
        Arguments.of(Map.of(1, 2), "Map"),
        Arguments.of(Arrays.asList(1, 2), "List"),
        Arguments.of(Collections.unmodifiableCollection(List.of(1)), "Collection"),
        Arguments.of(new HashMap<>(Map.of(1, 2)).keySet(), "Set"),
        Arguments.of(new HashMap<>(Map.of(1, 2)).entrySet().iterator().next(), "Entry"),
        Arguments.of(new TreeMap<>(), "TreeMap"),
        Arguments.of(Path.of("a"), "Path"),
        Arguments.of(List.of(1).stream(), "Stream"),
        Arguments.of(new int[][] {{1}}, "int[][]"),
        Arguments.of(ADA, "Person"));
  }

  @ParameterizedTest
  @MethodSource("named")
  void a_type_of_the_platform_is_named_as_people_know_it(Object value, String name) {
    assertEquals(name, Names.of(value));
  }

  @Test
  void a_cycle_is_shown_as_one() {
    List<Object> list = new ArrayList<>();
    list.add(list);
    Map<String, Object> map = new HashMap<>();
    map.put("self", map);
    list.add(map);
    JsonObject tree = json(list, Forms.TREE);
    assertEquals(
        "↻ ArrayList",
        tree.getAsJsonArray("children").get(0).getAsJsonObject().get("text").getAsString());
  }

  @Test
  void a_million_elements_are_shown_in_part_and_copied() {
    List<Integer> list = new ArrayList<>(Collections.nCopies(1_000_000, 7));
    Bundle bundle = rich(list);
    list.clear();
    assertTrue(String.valueOf(bundle.forms().get(Forms.TREE)).length() < 20_000);
    Branch more = bundle.more();
    assertNotNull(more);
    assertEquals(1_000_000, more.page(999_999, 10, "ref", Watch.PRESENT).total());
    assertEquals(1, more.page(999_999, 10, "ref", Watch.PRESENT).children().size());
  }

  @Test
  void an_exception_shows_where_it_comes_from_and_what_caused_it() {
    Throwable thrown = new IllegalStateException("outer", new RuntimeException("inner"));
    String key = "0".repeat(32);
    thrown.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.lang.Integer", "parseInt", "Integer.java", 1),
          new StackTraceElement("dev.colight.worker.Hook", "value", null, 1),
          new StackTraceElement("colight.M" + key, "do$parse", null, 1),
          new StackTraceElement("colight.B" + key, "s0", null, 1),
          new StackTraceElement("java.lang.Thread", "run", "Thread.java", 1)
        });
    JsonObject tree = json(thrown, Forms.TREE);
    assertEquals("IllegalStateException: outer", tree.get("text").getAsString());
    List<String> lines = new ArrayList<>();
    for (JsonElement child : tree.getAsJsonArray("children")) {
      JsonObject line = child.getAsJsonObject();
      lines.add(line.get("label").getAsString() + " " + line.get("text").getAsString());
    }
    assertEquals(
        List.of(
            "at java.lang.Integer.parseInt (Integer.java)",
            "at parse",
            "at the block",
            "caused by RuntimeException: inner"),
        lines);
  }

  @Test
  void a_text_of_several_lines_is_shown_as_such_whatever_is_in_it() {
    assertEquals("```text\na\nb\n```", rich("a\nb").forms().get(Forms.MARKDOWN));
    assertEquals("````text\n```\nb\n````", rich("```\nb\n").forms().get(Forms.MARKDOWN));
  }

  @Test
  void no_identity_is_shown() {
    @SuppressWarnings("UnusedVariable") // but by what looks into it
    class Plain {
      final Object inner = new Object();
      final Runnable lambda = () -> {};
      final int[] numbers = new int[20];
    }
    String forms = rich(List.of(1, List.of(new Plain()), new Thread("t"))).forms().toString();
    assertTrue(!forms.matches("(?s).*@[0-9a-f]{4,}.*"), forms);
    assertTrue(forms.contains("Runnable lambda"), forms);
  }

  @Test
  void names_of_generated_code_are_left_out_of_all_forms() {
    String generated = "colight.T" + "0".repeat(32) + "$Point";
    String forms = rich(List.of("a\n" + generated, List.of(generated))).forms().toString();
    assertTrue(forms.contains("Point") && !forms.contains("0000"), forms);
  }

  @Test
  void evil_values_cost_their_forms_at_most() {
    class Evil extends ArrayList<Object> {
      @Override
      public int size() {
        throw new IllegalStateException("no size");
      }

      @Override
      public String toString() {
        throw new StackOverflowError();
      }
    }
    assertNull(rich(new Evil()).forms().get("text/plain"));
    rich(List.of(List.of(new Evil()), new Evil()));
    rich(new TreeMap<>(Map.of("a", List.of(new Evil()))));
  }

  static Stream<List<?>> views() {
    List<Integer> changed = new ArrayList<>(List.of(1, 2, 3));
    List<Integer> stale = changed.subList(0, 2);
    changed.add(4);
    List<Object> evil =
        new ArrayList<>() {
          private static final long serialVersionUID = 1;

          @Override
          public int size() {
            throw new StackOverflowError();
          }
        };
    return Stream.of(stale, evil, Collections.unmodifiableList(evil));
  }

  @ParameterizedTest
  @MethodSource("views")
  void whether_text_is_enough_is_not_asked_of_lists_that_call_others(List<?> view) {
    assertFalse(Rich.isText(view));
  }

  @Test
  void a_table_leaves_the_order_of_access_of_its_rows_as_it_is() {
    Map<String, Integer> row = new LinkedHashMap<>(16, 0.75f, true);
    row.put("a", 1);
    row.put("b", 2);
    List<Map<String, Integer>> rows = new ArrayList<>(Collections.nCopies(200, row));
    row.get("a");
    String before = row.toString();
    Bundle bundle = rich(rows);
    assertTrue(bundle.forms().containsKey(Forms.TABLE));
    Branch more = bundle.more();
    assertNotNull(more);
    more.page(100, 100, "ref", Watch.PRESENT);
    assertEquals(before, row.toString());
  }

  /** A collection whose code must not run where nobody has asked for a table. */
  @SuppressWarnings("UnusedVariable") // but by what looks into it
  static final class OwnList extends java.util.AbstractList<Object> {
    private final int[] field = {1};

    @Override
    public Object get(int index) {
      throw new IllegalStateException("asked for an element");
    }

    @Override
    public int size() {
      throw new StackOverflowError("asked for the size");
    }
  }

  @SuppressWarnings("UnusedVariable") // but by what looks into it
  static final class OwnMap extends java.util.AbstractMap<String, Object> {
    private final int[] field = {1};

    @Override
    public java.util.Set<Entry<String, Object>> entrySet() {
      throw new StackOverflowError("asked for entries");
    }
  }

  static Stream<Object> ownCollections() {
    return Stream.of(new OwnList(), new OwnMap(), List.of(new OwnMap(), new OwnMap()));
  }

  @ParameterizedTest
  @MethodSource("ownCollections")
  void collections_of_the_documents_own_are_trees_of_fields(Object value) {
    String tree = String.valueOf(rich(value).forms().get(Forms.TREE));
    assertTrue(tree.contains("\"label\":\"field\""), tree);
  }

  @Test
  void a_table_of_maps_of_the_documents_own_can_be_asked_for() {
    class Row extends TreeMap<String, Integer> {
      private static final long serialVersionUID = 1;
    }
    Row row = new Row();
    row.put("a", 1);
    JsonObject table = json(Display.table(List.of(row)), Forms.TABLE);
    assertEquals("[[\"1\"]]", table.get("rows").toString());
  }

  @Test
  void a_page_of_large_rows_ends_early() {
    String[] cells = new String[200];
    Arrays.fill(cells, "\u0001".repeat(1_000));
    Branch more = rich(Collections.nCopies(1_000, cells).toArray()).more();
    assertNotNull(more);
    Branch.Page page = more.page(0, 1_000, "ref", Watch.PRESENT);
    int length = page.children().stream().mapToInt(child -> child.json().length()).sum();
    assertTrue(length < 6 << 20 && page.children().size() > 1, () -> "length " + length);
    assertEquals(1_000, page.total());
  }
}
