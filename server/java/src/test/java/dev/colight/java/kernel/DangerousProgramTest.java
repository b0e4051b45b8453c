package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.execution.KernelEvent;
import dev.colight.java.kernel.Document.Outcome;
import dev.colight.worker.wire.ToWorker.Limits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that do their worst cost their worker at most. */
class DangerousProgramTest extends WorkerFixture {
  /** Whatever happened: the next run works, with nothing left of what was before. */
  @AfterEach
  void the_kernel_still_works() {
    program().variable("int", "alive");
    assertEquals(List.of("0", "1"), document.run("= #alive", "alive := 1").values());
  }

  @Test
  void exit_is_told_with_its_status_after_the_output() {
    Outcome outcome = document.run("System.out.print(\"bye\");", "System.exit(3);");
    assertEquals("bye", outcome.stdout());
    assertEquals("the program called System.exit(3)", outcome.loss());
  }

  @Test
  void a_shutdown_hook_that_hangs_is_not_waited_for() {
    Outcome outcome =
        document.run(
            "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) {} }));",
            "System.exit(3);");
    assertEquals("the program called System.exit", outcome.loss());
  }

  @Test
  void halt_is_told_with_its_status() {
    assertEquals(
        "the program called Runtime.halt(4)", document.run("Runtime.getRuntime().halt(4);").loss());
  }

  @Test
  void a_crash_of_the_jvm_is_told() {
    Outcome outcome =
        document.run(
            "var f = sun.misc.Unsafe.class.getDeclaredField(\"theUnsafe\"); f.setAccessible(true);"
                + "((sun.misc.Unsafe) f.get(null)).putAddress(0, 0);");
    assertEquals("the program crashed its JVM", outcome.loss());
  }

  @Test
  void a_killed_process_is_told() {
    document.start(
        program()
            .statements("System.out.println(ProcessHandle.current().pid());", "while (true);"));
    KernelEvent written = document.await(KernelEvent.Emitted.class::isInstance);
    String pid = ((KernelEvent.Emitted) written).emission().mime().get("text/plain");
    assertTrue(
        ProcessHandle.of(Long.parseLong(String.valueOf(pid).trim()))
            .orElseThrow()
            .destroyForcibly());
    assertEquals("the worker was killed (signal 9)", document.await().loss());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int i = 0; while (true) i++;",
        "while (true) try { Thread.sleep(100_000); } catch (InterruptedException e) {}"
      })
  void what_does_not_stop_when_cancelled_loses_its_worker(String program) {
    document.start(program().statements("System.out.println(\"on\");", program));
    document.awaitOutput("on");
    document.kernel().cancel();
    assertEquals("it did not stop when it was cancelled", document.await().loss());
  }

  @Test
  void a_deadlock_is_cancelled() {
    document.start(
        program()
            .statements(
                "Object left = new Object(), right = new Object();"
                    + "var held = new java.util.concurrent.CountDownLatch(2);"
                    + "Thread t = new Thread(() -> { synchronized (right) { held.countDown();"
                    + " try { held.await(); } catch (InterruptedException e) {} synchronized (left) {} } });"
                    + "t.start();"
                    + "synchronized (left) { held.countDown(); held.await();"
                    + " System.out.println(\"stuck\"); synchronized (right) {} }"));
    document.awaitOutput("stuck");
    document.kernel().cancel();
    assertEquals("it did not stop when it was cancelled", document.await().loss());
  }

  @Test
  void what_waits_is_cancelled_without_losing_the_worker() {
    program().variable("int", "x");
    document.run("x := 7");
    document.start(
        program().statements("System.out.println(\"on\"); Thread.sleep(100_000);", "= 1"));
    document.awaitOutput("on");
    document.kernel().cancel();
    Outcome outcome = document.await();
    assertTrue(outcome.end().cancelled());
    assertEquals("java.lang.InterruptedException", outcome.thrown().type());
    assertEquals(List.of(), outcome.values());
    Outcome next = document.run("= #x", "= Thread.currentThread().isInterrupted()");
    assertEquals(List.of("7", "false"), next.values());
    assertFalse(next.end().cancelled());
  }

  @Test
  void a_cancelled_run_stops_between_statements_even_if_it_swallows_the_interrupt() {
    document.start(
        program()
            .statements(
                "System.out.println(\"on\");",
                "try { Thread.sleep(100_000); } catch (InterruptedException e) {}",
                "= 1"));
    document.awaitOutput("on");
    document.kernel().cancel();
    Outcome outcome = document.await();
    assertTrue(outcome.end().cancelled());
    assertNull(outcome.end().thrown());
    assertEquals(List.of(), outcome.values());
  }

  @Test
  void endless_recursion_comes_back_as_a_short_trace() {
    program().type("R", "public static class R { static int f(int n) { return f(n + 1) + 1; } }");
    Outcome outcome = document.run("= #R.f(0)");
    assertEquals("java.lang.StackOverflowError", outcome.thrown().type());
    List<KernelEvent.Frame> trace = outcome.thrown().trace();
    assertEquals("R.f", trace.get(0).function());
    assertEquals("… the frame above many more times", trace.get(1).function());
    assertEquals(2, trace.size());
  }

  @Test
  void recursion_goes_as_deep_as_in_plain_java() {
    program()
        .type(
            "R",
            "public static class R { static int f(int n) { return n == 0 ? 0 : f(n - 1) + 1; } }");
    assertEquals(List.of("50000"), document.run("= #R.f(50_000)").values());
  }

  @Test
  void memory_that_runs_out_costs_the_worker(@TempDir Path other) {
    WorkerOptions standard = WorkerOptions.standard();
    WorkerOptions small =
        new WorkerOptions(standard.javaHome(), List.of("-Xmx48m"), List.of(), Limits.DEFAULT);
    try (WorkerPool pool = new WorkerPool(small);
        Document tight = new Document(pool, other)) {
      tight.program().variable("List<byte[]>", "all");
      Outcome outcome =
          tight.run("all := new ArrayList<>()", "while (true) #all.add(new byte[100_000]);");
      String reason =
          outcome.lost() != null
              ? outcome.loss()
              : ((KernelEvent.Lost) tight.await(KernelEvent.Lost.class::isInstance)).reason();
      assertEquals("the program ran out of memory", reason);
      tight.values().clear();
      assertEquals(List.of("1"), tight.run("= 1").values());
    }
  }

  @Test
  void an_array_that_no_memory_could_hold_costs_nothing() {
    program().variable("int", "x");
    document.run("x := 5");
    Outcome outcome = document.run("= new int[Integer.MAX_VALUE].length");
    assertEquals("java.lang.OutOfMemoryError", outcome.thrown().type());
    assertEquals(List.of("5"), document.run("= #x").values());
  }

  @Test
  void an_endless_toString_is_cut_and_its_worker_replaced() {
    program().type("S", "public static class S { public String toString() { while (true); } }");
    Outcome outcome = document.run("= new #S()", "= List.of(new #S())", "= 2");
    assertEquals(
        List.of("S (toString did not finish)", "List (toString did not finish)", "2"),
        outcome.values());
    assertNull(outcome.end().thrown());
    KernelEvent.Lost lost = (KernelEvent.Lost) document.next();
    assertNull(lost.run());
    assertEquals("a toString or getMessage did not finish", lost.reason());
  }

  @Test
  void a_slow_toString_that_can_be_interrupted_leaves_the_worker_alone() {
    program()
        .type(
            "S",
            "public static class S { public String toString() {"
                + " try { Thread.sleep(100_000); } catch (InterruptedException e) {} return \"s\"; } }");
    program().variable("int", "x");
    document.run("x := 5");
    assertEquals(List.of("S (toString did not finish)"), document.run("= new #S()").values());
    assertEquals(List.of("5"), document.run("= #x").values());
  }

  @Test
  void cancelling_an_endless_toString_ends_the_run() {
    program()
        .type(
            "S",
            "public static class S { public String toString() {"
                + " System.out.println(\"on\"); while (true); } }");
    document.start(program().statements("= new #S()", "= 1"));
    document.awaitOutput("on");
    document.kernel().cancel();
    Outcome outcome = document.await();
    if (outcome.finished() != null) {
      assertTrue(outcome.end().cancelled());
      document.await(KernelEvent.Lost.class::isInstance);
    }
    assertEquals(List.of(), outcome.values());
  }

  @Test
  void a_throwing_toString_is_shown_as_such() {
    program()
        .type(
            "Point",
            "public static class Point { public String toString() {"
                + " throw new IllegalStateException(\"no \" + getClass().getName()); } }");
    String shown = "Point (toString threw IllegalStateException: no Point)";
    assertEquals(
        List.of(shown, "[" + shown + ", 1]"),
        document.run("= new #Point()", "= List.of(new #Point(), 1)").values());
  }

  @Test
  void a_printing_toString_prints_before_its_value() {
    program()
        .type(
            "P",
            "public static class P { public String toString() {"
                + " System.out.print(\"p\"); return \"P\"; } }");
    assertEquals("|0STDOUT:p|0VALUE:P", document.run("= new #P()").story());
  }

  @Test
  void an_exception_with_an_endless_message_still_ends_the_run() {
    program()
        .type(
            "E",
            "public static class E extends RuntimeException {"
                + " public String getMessage() { while (true); } }");
    Outcome outcome = document.run("throw new #E();");
    assertEquals("E", outcome.thrown().type());
    assertEquals("(getMessage did not finish)", outcome.thrown().message());
    assertEquals(
        "a toString or getMessage did not finish", ((KernelEvent.Lost) document.next()).reason());
  }

  @Test
  void threads_that_outlive_a_block_are_left_running() {
    Outcome outcome = document.run("new Thread(() -> { while (true); }).start();", "= 1");
    assertEquals(List.of("1"), outcome.values());
  }

  @Test
  void a_thread_that_kills_itself_is_an_exception() {
    Outcome outcome = document.run("throw new ThreadDeath();");
    assertEquals("java.lang.ThreadDeath", outcome.thrown().type());
  }
}
