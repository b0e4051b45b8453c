package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.KernelEvent.Emission;
import dev.colight.java.kernel.Document.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What blocks write. */
class OutputTest extends WorkerFixture {
  @Test
  void stdout_stderr_and_values_keep_their_order() {
    Outcome outcome =
        document.run(
            "System.out.print(\"a\"); System.err.print(\"b\"); System.out.print(\"c\");",
            "= 1",
            "System.err.println(\"d\");");
    assertEquals("|0STDOUT:a|0STDERR:b|0STDOUT:c|1VALUE:1|2STDERR:d\n", outcome.story());
  }

  @Test
  void output_streams_while_the_block_runs() {
    document.start(
        program()
            .statements(
                "System.out.print(\"half a line\");",
                "while (!Thread.interrupted()) Thread.onSpinWait();"));
    document.awaitOutput("half a line");
    document.kernel().cancel();
    assertTrue(document.await().end().cancelled());
  }

  @Test
  void characters_beyond_ascii_arrive_whole() {
    String text = "ä€😀".repeat(10_000);
    assertEquals(text, document.run("System.out.print(\"ä€😀\".repeat(10_000));").stdout());
  }

  @Test
  void a_character_written_byte_by_byte_arrives_whole() {
    Outcome outcome =
        document.run(
            "for (byte b : \"😀\".getBytes(\"UTF-8\")) { System.out.write(b); System.out.flush(); }");
    assertEquals("😀", outcome.stdout());
  }

  @Test
  void bytes_that_are_no_text_become_replacement_characters() {
    assertEquals(
        "\ufffdx", document.run("System.out.write(0xff); System.out.write('x');").stdout());
    assertEquals("\ufffd", document.run("System.out.write(0xf0);").stdout());
  }

  @Test
  void ten_million_lines_are_bounded_and_marked_once() {
    Outcome outcome =
        document.run("for (int i = 0; i < 10_000_000; i++) System.out.println(i);", "= 1");
    assertTrue(outcome.stdout().startsWith("0\n1\n2\n"));
    assertTrue(outcome.stdout().length() > 16_000_000 && outcome.stdout().length() <= 16 << 20);
    assertEquals(1, outcome.emissions().stream().filter(Emission::truncated).count());
    assertEquals(List.of("1"), outcome.values());
    assertEquals("2\n", document.run("System.out.println(2);").stdout());
  }

  @Test
  void many_alternating_pieces_are_bounded_too() {
    Outcome outcome =
        document.run(
            "for (int i = 0; i < 1_000_000; i++) { System.out.print('o'); System.err.print('e'); }");
    assertTrue(outcome.emissions().size() < 40_000, () -> "" + outcome.emissions().size());
  }

  @Test
  void a_stream_of_the_programs_own_lasts_for_its_run() {
    Outcome outcome =
        document.run(
            "System.setOut(new java.io.PrintStream(new java.io.ByteArrayOutputStream()));",
            "System.out.print(\"gone\");");
    assertEquals("", outcome.stdout());
    assertEquals("back", document.run("System.out.print(\"back\");").stdout());
  }

  @Test
  void a_closed_stream_works_on() {
    assertEquals("a", document.run("System.out.close(); System.out.print(\"a\");").stdout());
  }

  @Test
  void what_goes_past_the_streams_is_not_shown() {
    Outcome outcome =
        document.run(
            "new java.io.FileOutputStream(java.io.FileDescriptor.out).write(new byte[1 << 20]);",
            "= 1");
    assertEquals("|1VALUE:1", outcome.story());
  }

  @Test
  void output_of_other_threads_belongs_to_the_statement_that_runs() {
    Outcome outcome =
        document.run(
            "Thread t = new Thread(() -> System.out.print(\"t\")); t.start(); t.join();",
            "IntStream.range(0, 1000).parallel().forEach(i -> System.out.print('p'));");
    assertEquals("|0STDOUT:t|1STDOUT:" + "p".repeat(1000), outcome.story());
  }

  @Test
  void a_printed_stack_trace_has_no_generated_frames() {
    program()
        .type(
            "Point",
            "public static class Point { static void scaled() { throw new IllegalStateException(\"x\"); } }");
    var f = program().declare("f", "int f(int n)");
    program().implement(f, "int f(int n)", "{ #Point.scaled(); return 1; }");
    Outcome outcome =
        document.run("try { #f(1); } catch (Exception e) { e.printStackTrace(); }", "= 1");
    assertEquals(
        "java.lang.IllegalStateException: x\n\tat Point.scaled\n\tat f\n", outcome.stderr());
  }

  @Test
  void generated_names_never_show() {
    program().type("Point", "public static class Point { public static class Inner {} }");
    program().variable("Object", "o");
    Outcome outcome =
        document.run(
            "System.out.println(new #Point().getClass());",
            "System.out.print(\"x\".repeat(9_000) + #Point.class.getName() + \"y\".repeat(20_000));",
            "= #Point.Inner.class",
            "= new #Point[1]",
            "= new #Point().toString().startsWith(\"colight\")",
            "= new Object() {}.getClass()",
            "o := \"text\"",
            "= (Integer) #o");
    String all = outcome.toString();
    assertFalse(all.contains("colight."), all);
    assertTrue(outcome.stdout().startsWith("class Point\n"));
    assertTrue(outcome.stdout().endsWith("xPoint" + "y".repeat(20_000)));
    assertEquals("class Point$Inner", outcome.values().get(0));
    assertEquals("Point[1] { null }", outcome.values().get(1));
    assertEquals("class 1", outcome.values().get(3));
    Outcome cast = document.run("Object p = new #Point(); var n = (Integer) p;");
    assertEquals(
        "class Point cannot be cast to class java.lang.Integer (Point is in unnamed module of"
            + " loader 'app'; java.lang.Integer is in module java.base of loader 'bootstrap')",
        cast.thrown().message());
  }

  @Test
  void huge_values_are_cut_quickly() {
    Outcome outcome =
        document.run(
            "= \"x\".repeat(50_000_000)",
            "= IntStream.range(0, 5_000_000).boxed().toList()",
            "= new int[50_000_000]",
            "= Map.of(\"k\", Collections.nCopies(Integer.MAX_VALUE, \"v\"))",
            "= Collections.nCopies(Integer.MAX_VALUE, \"\")",
            "= 1");
    List<Emission> emissions = outcome.emissions();
    for (Emission emission : emissions.subList(0, 5)) {
      assertTrue(emission.truncated());
      assertEquals(16 << 10, emission.mime().getOrDefault("text/plain", "").length());
    }
    assertFalse(emissions.get(5).truncated());
  }
}
