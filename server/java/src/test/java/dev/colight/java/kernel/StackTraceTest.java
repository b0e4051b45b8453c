package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.execution.KernelEvent.Frame;
import dev.colight.execution.KernelEvent.Thrown;
import dev.colight.execution.RunRequest.Segment;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of exceptions. */
class StackTraceTest extends WorkerFixture {
  @Test
  void frames_name_the_documents_functions_and_places() {
    CodeKey point =
        program()
            .type(
                "Point",
                "public static class Point {\n static int scaled() {\n return Integer.parseInt(\"x\"); } }");
    CodeKey f = program().declare("f", "int f(int n)");
    CodeKey body = program().implement(f, "int f(int n)", "{\n return #Point.scaled(); }");
    Segment block = program().statements("= 1", "= #f(1)");
    Thrown thrown = document.run(block).thrown();
    assertEquals("java.lang.NumberFormatException", thrown.type());
    List<Frame> own = thrown.trace().stream().filter(frame -> frame.code() != null).toList();
    assertEquals(
        List.of(
            new Frame("Point.scaled", point, 4000, null),
            new Frame("f", body, 3000, null),
            new Frame("", block.key(), 3000, null)),
        own);
    List<Frame> others = thrown.trace().subList(0, thrown.trace().size() - 3);
    assertEquals("java.lang.Integer.parseInt", others.get(others.size() - 1).function());
    assertTrue(String.valueOf(others.get(0).location()).matches("NumberFormatException.java:\\d+"));
    assertTrue(others.stream().allMatch(frame -> frame.token() == -1));
  }

  @Test
  void lambdas_belong_to_where_they_stand() {
    Thrown thrown =
        document.run("List.of(1).forEach(n -> { throw new IllegalStateException(); });").thrown();
    assertEquals("", thrown.trace().get(0).function());
    assertNull(thrown.message());
    assertEquals("", thrown.trace().get(thrown.trace().size() - 1).function());
  }

  @Test
  void local_and_anonymous_classes_have_the_names_of_the_document() {
    Thrown local =
        document
            .run("class Loc { void m() { throw new IllegalStateException(); } } new Loc().m();")
            .thrown();
    assertEquals("Loc.m", local.trace().get(0).function());
    Thrown anonymous =
        document
            .run("new Object() { void m() { throw new IllegalStateException(); } }.m();")
            .thrown();
    assertEquals("m", anonymous.trace().get(0).function());
  }

  @Test
  void causes_are_told_and_cycles_end() {
    program()
        .type(
            "Oops",
            "public static class Oops extends Exception { public Oops(String m, Throwable c) { super(m, c); } }");
    Thrown thrown =
        document
            .run(
                "var inner = new Exception(\"inner\"); var outer = new #Oops(\"outer\", inner);"
                    + "inner.initCause(outer); throw outer;")
            .thrown();
    assertEquals("Oops", thrown.type());
    assertEquals("outer", thrown.message());
    Thrown cause = thrown.cause();
    assertNotNull(cause);
    assertEquals("inner", cause.message());
    assertNull(cause.cause());
  }

  @Test
  void mutual_recursion_is_collapsed() {
    CodeKey f = program().declare("f", "int f(int n)");
    CodeKey g = program().declare("g", "int g(int n)");
    program()
        .implement(f, "int f(int n)", "{ if (n == 0) throw new Error(); return #g(n - 1) + 1; }");
    program().implement(g, "int g(int n)", "{ return #f(n) + 1; }");
    Thrown thrown = document.run("= #f(200)").thrown();
    assertEquals(
        List.of("f", "g", "… the 2 frames above 199 more times", "f", ""),
        thrown.trace().stream().map(Frame::function).toList());
  }

  @Test
  void where_a_recursion_without_end_ran_out_of_stack_does_not_show() {
    CodeKey f = program().declare("f", "int f(int n)");
    CodeKey g = program().declare("g", "int g(int n)");
    program().implement(f, "int f(int n)", "{ return #g(n) + 1; }");
    program().implement(g, "int g(int n)", "{ return #f(n) + 1; }");
    for (String call : List.of("= #f(1)", "= #g(1)")) {
      assertEquals(
          List.of("f", "g", "… the 2 frames above many more times"),
          document.run(call).thrown().trace().stream().map(Frame::function).toList());
    }
  }

  @Test
  void exceptions_of_other_threads_keep_their_frames() {
    Thrown thrown =
        document
            .run(
                "java.util.concurrent.CompletableFuture.runAsync("
                    + "() -> { throw new IllegalStateException(\"there\"); }).get();")
            .thrown();
    assertEquals("java.util.concurrent.ExecutionException", thrown.type());
    Thrown cause = thrown.cause();
    assertNotNull(cause);
    assertEquals("there", cause.message());
    assertEquals("", cause.trace().get(0).function());
  }

  @Test
  void a_null_pointer_exception_names_variables_as_the_document_does() {
    program().variable("String", "text");
    assertEquals(
        "Cannot invoke \"String.length()\" because \"text\" is null",
        document.run("= #text.length()").thrown().message());
  }

  @Test
  void a_class_that_cannot_be_linked_is_an_exception_of_the_block() {
    CodeKey gone = program().variable("int", "gone");
    Segment block = program().statements("= #gone");
    program().forget(gone);
    assertEquals("java.lang.NoClassDefFoundError", document.run(block).thrown().type());
  }
}
