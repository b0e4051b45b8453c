package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.Expansion;
import dev.colight.execution.KernelEvent.Emission;
import dev.colight.java.kernel.Document.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown of a value in part can be looked into later, in a real worker. */
class ExpandTest {
  private static final String TABLE = "application/vnd.colight.table+json";
  private static final String TREE = "application/vnd.colight.tree+json";
  private static final Pattern REFERENCE = Pattern.compile("\"expandable\":\"([^\"]*)\"");

  private static WorkerPool pool;

  private Document document;

  @BeforeAll
  static void open() {
    pool = new WorkerPool(WorkerOptions.standard());
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  @BeforeEach
  void start(@TempDir Path folder) {
    document = new Document(pool, folder);
  }

  @AfterEach
  void end() {
    document.close();
  }

  /** Something that is shown in part. */
  private record Part(String reference, Map<String, String> mime, Emission emission) {
    String form(String type) {
      return Objects.requireNonNull(mime.get(type), () -> "no " + type + " in " + mime);
    }
  }

  private Part shown(String... statements) {
    Outcome outcome = document.run(statements);
    assertNotNull(outcome.finished(), outcome::toString);
    List<Emission> emissions = outcome.emissions();
    Emission last = emissions.get(emissions.size() - 1);
    return new Part(Objects.requireNonNullElse(last.expandable(), ""), last.mime(), last);
  }

  private Expansion expand(String reference, int offset, int limit) throws Exception {
    return document.kernel().expand(reference, offset, limit).get(60, TimeUnit.SECONDS);
  }

  static List<String> references(String json) {
    List<String> found = new ArrayList<>();
    Matcher matcher = REFERENCE.matcher(json);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String tree(Expansion.Child child) {
    return Objects.requireNonNull(child.mime().get(TREE));
  }

  @Test
  void any_page_of_a_table_of_a_million_rows_comes_at_once() throws Exception {
    document.program().type("Row", "public record Row(int id, String name) {}");
    Part table =
        shown(
            "= java.util.stream.IntStream.range(0, 1_000_000)"
                + ".mapToObj(i -> new #Row(i, \"n\" + i)).toList()");
    assertTrue(table.form(TABLE).contains("\"total\":1000000"), () -> table.form(TABLE));
    Expansion page = expand(table.reference(), 999_998, 100);
    assertNull(page.problem());
    assertEquals(1_000_000, page.total());
    assertEquals(
        List.of("{\"row\":[\"999998\",\"n999998\"]}", "{\"row\":[\"999999\",\"n999999\"]}"),
        page.children().stream().map(row -> row.mime().get(TABLE)).toList());
    assertEquals(List.of(), expand(table.reference(), 2_000_000, 100).children());
  }

  @Test
  void what_a_later_run_has_added_to_a_list_is_not_shown() throws Exception {
    document.program().variable("java.util.List<Integer>", "list");
    Part list =
        shown(
            "list := new java.util.ArrayList<>()",
            "for (int i = 0; i < 1000; i++) #list.add(i);",
            "= #list");
    document.run("#list.clear();");
    Expansion page = expand(list.reference(), 998, 100);
    assertNull(page.problem());
    assertEquals(1000, page.total());
    assertEquals(List.of("998", "999"), page.children().stream().map(c -> c.label()).toList());
  }

  @Test
  void an_object_that_has_been_changed_since_is_refused_and_no_other() throws Exception {
    document
        .program()
        .type("Box", "public static class Box { public int n; public int[] more = new int[500]; }");
    document.program().variable("#Box[]", "boxes");
    Part boxes =
        shown(
            "boxes := new #Box[] {new #Box(), new #Box()}",
            "= java.util.Arrays.asList(#boxes[0], #boxes[1], 1)");
    List<String> inner = references(boxes.form(TREE));
    assertEquals(2, inner.size(), inner::toString);
    document.run("#boxes[0].more[7] = 7;");
    assertEquals(
        "it has been changed since it was shown; run the block again to look into it",
        expand(inner.get(0), 0, 10).problem());
    Expansion other = expand(inner.get(1), 100, 2);
    assertNull(other.problem());
    assertEquals(500, other.total());
    assertEquals(List.of("100", "101"), other.children().stream().map(c -> c.label()).toList());
  }

  /** Fewer objects than are tracked one by one, and more. */
  @ParameterizedTest
  @ValueSource(ints = {50_000, 400_000})
  void of_very_many_objects_any_is_shown_as_long_as_it_is_certain_that_it_did_not_change(int count)
      throws Exception {
    document.program().type("Box", "public static class Box { public int n; }");
    document.program().variable("java.util.List<#Box>", "boxes");
    document.program().variable("int", "other");
    Part boxes =
        shown(
            "boxes := new java.util.ArrayList<>(); for (int i = 0; i < "
                + count
                + "; i++) { #Box box = new #Box(); box.n = i; #boxes.add(box); }"
                + " dev.colight.worker.Hook.value(#boxes, 0);");
    document.run("other := 1");
    document.run("= #boxes.size()");
    int last = count - 1;
    Expansion page = expand(boxes.reference(), last, 1);
    assertNull(page.problem());
    assertTrue(page.children().get(0).mime().toString().contains("\"" + last + "\""));
    document.run("#boxes.get(" + last + ").n = -1;");
    assertNotNull(expand(boxes.reference(), last, 1).problem());
    assertEquals(count > 100_000, expand(boxes.reference(), last - 1, 1).problem() != null);
    assertNull(expand(boxes.reference(), 0, 1).problem(), "a few are copied in any case");
  }

  @Test
  void parts_of_parts_can_be_looked_into_as_deep_as_they_go() throws Exception {
    document
        .program()
        .type(
            "Node",
            "public static class Node { public Node next; public int n; public Node(int n, Node next) { this.n = n; this.next = next; } }");
    Part node =
        shown(
            "#Node node = null; for (int i = 50; i > 0; i--) node = new #Node(i, node);"
                + " dev.colight.worker.Hook.value(node, 0);");
    String reference = references(node.form(TREE)).get(0);
    for (int n = 5; n <= 50; n++) {
      Expansion parts = expand(reference, 0, 10);
      assertNull(parts.problem());
      assertEquals("next", parts.children().get(0).label());
      assertTrue(tree(parts.children().get(1)).contains("\"kind\":\"number\""));
      String next = parts.children().get(0).expandable();
      if (next == null) {
        assertTrue(n > 45, "the end after " + n);
        return;
      }
      reference = next;
    }
  }

  @Test
  void after_the_worker_is_gone_it_says_so() throws Exception {
    Part list = shown("= java.util.Collections.nCopies(1000, 1)");
    assertNull(expand(list.reference(), 0, 1).problem());
    document.run("Runtime.getRuntime().halt(3);");
    document.run("= 1");
    assertEquals(
        "the value is not there any more; run the block again to look into it",
        expand(list.reference(), 0, 1).problem());
  }

  @Test
  void references_that_nobody_gave_out_are_answered() throws Exception {
    Part list = shown("= java.util.Collections.nCopies(1000, 1)");
    for (String reference :
        List.of(
            "",
            "/",
            "x",
            list.reference() + "/",
            list.reference() + "/1",
            list.reference() + "/99999999999",
            list.reference() + "/-1")) {
      assertNotNull(expand(reference, 0, 1).problem(), reference);
    }
  }

  @Test
  void equal_runs_give_equal_references(@TempDir Path folder) {
    Part one = shown("= java.util.Collections.nCopies(1000, \"a\")");
    try (Document other = new Document(pool, folder)) {
      Emission two = other.run("= java.util.Collections.nCopies(1000, \"a\")").emissions().get(0);
      assertEquals(one.emission(), two);
    }
  }

  @Test
  void values_that_can_be_looked_into_are_numbered_as_they_are_shown() {
    List<Emission> emissions =
        document
            .run(
                "= java.util.Collections.nCopies(1000, 1)",
                "= 1",
                "= dev.colight.display.Display.markdown(\"*a*\")",
                "= java.util.List.of(1)",
                "dev.colight.display.Display.display(java.util.Collections.nCopies(1000, 2));",
                "= java.util.Collections.nCopies(1000, 3)")
            .emissions();
    List<String> numbers =
        emissions.stream()
            .map(Emission::expandable)
            .filter(Objects::nonNull)
            .map(reference -> reference.replaceAll("^[0-9a-f]{16}:", ""))
            .toList();
    assertEquals(List.of("0", "2", "3"), numbers, "the short list has taken the 1");
  }

  @Test
  void to_look_into_a_value_runs_no_code_of_its_type() throws Exception {
    document
        .program()
        .type(
            "Evil",
            "public static class Evil { public static int asked; public int n = asked; public java.util.List<Integer> l = new java.util.ArrayList<>();"
                + " public String toString() { asked++; l.add(1); System.out.println(\"asked\"); return \"evil\"; }"
                + " public int hashCode() { asked++; return 1; } }");
    document.program().variable("java.util.List<Object>", "all");
    Outcome outcome =
        document.run(
            "all := new java.util.ArrayList<>()",
            "for (int i = 0; i < 1000; i++) #all.add(i % 2 == 0 ? new #Evil() : (Object) i);",
            "System.out.println(#Evil.asked);",
            "= #all.get(0)",
            "System.out.println(#Evil.asked);");
    assertEquals("0\nasked\n1\n", outcome.stdout());
    Part shown = shown("= #all");
    assertNull(expand(shown.reference(), 500, 100).problem());
    assertEquals("501\n", document.run("System.out.println(#Evil.asked);").stdout());
  }
}
