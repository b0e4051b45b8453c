package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.KernelEvent.Emission;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.java.kernel.Document.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What documents display, and the inputs that they show, in a real worker. */
class DisplayTest {
  private static final String DISPLAY = "dev.colight.display.Display.";

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

  private static List<Emission> displays(Outcome outcome) {
    return outcome.emissions().stream().filter(e -> e.kind() == Kind.DISPLAY).toList();
  }

  private static List<String> texts(Outcome outcome) {
    return displays(outcome).stream().map(e -> e.mime().get("text/plain")).toList();
  }

  @Test
  void displays_come_in_order_between_what_is_written_and_belong_to_their_statement() {
    Outcome outcome =
        document.run(
            "System.out.print(\"a\"); "
                + DISPLAY
                + "display(1); System.out.print(\"b\"); "
                + DISPLAY
                + "display(\"two\");",
            "= 3",
            DISPLAY + "display(4);");
    assertEquals(
        "|0STDOUT:a|0DISPLAY:1|0STDOUT:b|0DISPLAY:two|1VALUE:3|2DISPLAY:4", outcome.story());
  }

  @Test
  void an_update_has_the_id_of_what_it_takes_the_place_of() {
    Outcome outcome =
        document.run(
            "var d = " + DISPLAY + "display(1); Thread.sleep(100); d.update(2);",
            DISPLAY + "display(3);");
    List<Emission> displays = displays(outcome);
    assertEquals(List.of("1", "2", "3"), texts(outcome));
    assertEquals(displays.get(0).id(), displays.get(1).id());
    assertNotEquals(displays.get(1).id(), displays.get(2).id());
  }

  @Test
  void a_million_steps_of_progress_send_few_messages_and_the_last_one_for_certain() {
    Outcome outcome =
        document.run(
            "var p = "
                + DISPLAY
                + "progress(\"work\", 1_000_000);"
                + " for (int i = 0; i < 1_000_000; i++) p.step();");
    List<String> texts = texts(outcome);
    assertEquals("work: 1000000 of 1000000", texts.get(texts.size() - 1));
    assertTrue(texts.size() < 1_000, texts.size() + " messages");
  }

  @Test
  void a_table_lists_an_immutable_map_in_the_order_of_its_text() {
    String map = "java.util.Map.of(\"oak\", 1, \"elm\", 2, \"ash\", 3, \"fir\", 4, \"yew\", 5)";
    Outcome outcome = document.run("= " + DISPLAY + "table(" + map + ")", "= " + map);
    List<List<String>> orders = outcome.values().stream().map(DisplayTest::trees).toList();
    assertEquals(5, orders.get(0).size());
    assertEquals(orders.get(1), orders.get(0));
  }

  private static List<String> trees(String text) {
    return Pattern.compile("oak|elm|ash|fir|yew")
        .matcher(text)
        .results()
        .map(m -> m.group())
        .toList();
  }

  @Test
  void threads_of_the_run_and_of_pools_are_heard() {
    Outcome outcome =
        document.run(
            "var t = new Thread(() -> " + DISPLAY + "display(1)); t.start(); t.join();",
            "java.util.stream.IntStream.range(0, 8).parallel().forEach(i -> "
                + DISPLAY
                + "display(\"p\"));");
    assertEquals("1", texts(outcome).get(0));
    assertEquals(9, texts(outcome).size());
  }

  @Test
  void a_thread_of_an_earlier_run_is_not_heard() {
    document.program().variable("java.util.concurrent.CountDownLatch[]", "latches");
    document.run(
        "latches := new java.util.concurrent.CountDownLatch[]"
            + " {new java.util.concurrent.CountDownLatch(1), new java.util.concurrent.CountDownLatch(1)}",
        "var l = #latches; new Thread(() -> { try { l[0].await(); } catch (InterruptedException e) { return; } "
            + DISPLAY
            + "display(\"late\"); l[1].countDown(); }).start();");
    Outcome outcome =
        document.run("#latches[0].countDown(); #latches[1].await();", DISPLAY + "display(2);");
    assertEquals(List.of("2"), texts(outcome));
  }

  @Test
  void a_handle_that_is_shown_as_a_value_is_not_shown_twice() {
    Outcome outcome = document.run("= " + DISPLAY + "display(1)");
    assertEquals("|0DISPLAY:1", outcome.story());
  }

  @Test
  void what_is_displayed_without_end_is_cut() {
    Outcome outcome =
        document.run(
            "for (int i = 0; i < 100_000; i++) " + DISPLAY + "display(\"x\".repeat(1000));", "= 1");
    List<String> texts = texts(outcome);
    assertEquals(1_001, texts.size());
    assertEquals("… more displays than can be shown", texts.get(1_000));
    assertEquals(List.of("1"), outcome.values());
  }

  @Test
  void a_value_whose_code_is_slow_or_throws_costs_its_rich_forms_alone() {
    document
        .program()
        .type(
            "Bad",
            "public static class Bad implements dev.colight.display.Displayable {"
                + " public java.util.Map<String, String> mime() { throw new Error(\"no\"); }"
                + " public String toString() { return \"bad\"; } }");
    document
        .program()
        .type(
            "Slow",
            "public static class Slow implements dev.colight.display.Displayable {"
                + " public java.util.Map<String, String> mime() {"
                + " try { Thread.sleep(100_000); } catch (InterruptedException e) { }"
                + " return java.util.Map.of(); }"
                + " public String toString() { return \"slow\"; } }");
    Outcome outcome = document.run("= new #Bad()", "= new #Slow()", "= 3");
    assertEquals(List.of("bad", "slow", "3"), outcome.values());
    assertEquals(1, outcome.emissions().get(0).mime().size());
  }

  @Test
  void what_is_written_while_rich_forms_are_made_is_not_heard_again() {
    document
        .program()
        .type(
            "Loud",
            "public record Loud(int n) { public String toString() {"
                + " System.out.println(\"loud\"); return \"Loud\" + n; } }");
    Outcome outcome =
        document.run("= java.util.stream.IntStream.range(0, 20).mapToObj(#Loud::new).toList()");
    assertEquals("loud\n".repeat(20), outcome.stdout());
    assertTrue(outcome.emissions().toString().contains("table+json"));
  }

  @Test
  void an_input_stands_at_its_first_value_and_is_shown() {
    Outcome outcome = document.run("= " + DISPLAY + "slider(\"n\", 1, 10, 3)");
    assertEquals("|0DISPLAY:n: 3|0VALUE:3", outcome.story());
    Emission input = displays(outcome).get(0);
    assertEquals(
        "{\"name\":\"n\",\"kind\":\"slider\",\"label\":\"n\",\"value\":\"3\",\"min\":1,\"max\":10,"
            + "\"step\":1}",
        input.mime().get("application/vnd.colight.input+json"));
    assertNull(input.expandable());
  }

  @Test
  void two_inputs_of_one_name_in_a_block_are_an_error_that_names_it() {
    Outcome outcome =
        document.run("= " + DISPLAY + "button(\"b\")", "= " + DISPLAY + "button(\"b\")");
    assertEquals(
        "two inputs of this block are called \"b\"; give each a name of its own",
        outcome.thrown().message());
    assertEquals("|0DISPLAY:b: 0|0VALUE:0", document.run("= " + DISPLAY + "button(\"b\")").story());
  }
}
