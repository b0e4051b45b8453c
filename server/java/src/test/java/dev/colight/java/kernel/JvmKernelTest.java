package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.RunRequest;
import dev.colight.execution.RunRequest.Segment;
import dev.colight.execution.ValueRef;
import dev.colight.java.kernel.Document.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What blocks compute and leave behind, in a real worker. */
class JvmKernelTest extends WorkerFixture {
  @Test
  void statements_show_their_values_in_order() {
    program().variable("int", "x");
    Outcome outcome = document.run("x := 41", "System.out.println(#x);", "= #x + 1", "= \"a\\n\"");
    assertEquals("|0VALUE:41|1STDOUT:41\n|2VALUE:42|3VALUE:\"a\\n\"", outcome.story());
    assertNull(outcome.end().thrown());
    assertEquals(2, outcome.end().definedClasses());
    assertTrue(outcome.end().nanos() > 0);
  }

  @Test
  void every_primitive_type_is_shown() {
    Outcome outcome =
        document.run(
            "= true",
            "= (byte) 1",
            "= (short) 2",
            "= 'c'",
            "= 3",
            "= 4L",
            "= 5f",
            "= 6.0",
            "= null");
    assertEquals(
        List.of("true", "1", "2", "'c'", "3", "4", "5.0", "6.0", "null"), outcome.values());
  }

  @Test
  void segments_run_in_order_and_name_their_emissions() {
    Segment first = program().statements("= 1");
    Segment second = program().statements("= 2", "= 3");
    List<KernelEvent.Emission> emissions = document.run(first, second).emissions();
    assertEquals(List.of(0, 1, 1), emissions.stream().map(e -> e.segment()).toList());
    assertEquals(List.of(0, 0, 1), emissions.stream().map(e -> e.statement()).toList());
  }

  @Test
  void classes_are_sent_and_defined_once() {
    Segment block = program().statements("= 1");
    assertEquals(1, document.run(block).end().definedClasses());
    assertEquals(0, document.run(block).end().definedClasses());
  }

  @Test
  void a_run_stops_at_the_first_exception_and_keeps_what_was_defined_before() {
    CodeKey a = program().variable("int", "a");
    CodeKey b = program().variable("int", "b");
    Outcome outcome =
        document.run("a := 1", "if (true) throw new java.io.IOException(\"no\");", "b := 2");
    assertEquals(List.of("1"), outcome.values());
    assertEquals("java.io.IOException", outcome.thrown().type());
    assertEquals("no", outcome.thrown().message());
    assertTrue(kept(outcome, a).defined());
    assertFalse(kept(outcome, b).defined());
  }

  @Test
  void a_storage_holds_what_the_run_must_see() {
    CodeKey x = program().variable("String", "x");
    Segment show = program().statements("= #x");
    document.run("x := \"first\"");
    ValueRef first = document.values().get(x);
    document.run("#x = \"second\";");
    assertEquals(List.of("\"second\""), document.run(show).values());

    document.start(Map.of(x, first), show);
    assertEquals(List.of("\"first\""), document.await().values());

    document.start(Map.of(), show);
    assertEquals(List.of("null"), document.await().values());
  }

  @Test
  void a_primitive_storage_is_reset_to_its_default() {
    for (String type :
        List.of("boolean", "byte", "short", "char", "int", "long", "float", "double")) {
      program().variable(type, "p" + type);
    }
    document.run("pboolean := true", "pchar := 'x'", "plong := 5", "pdouble := 1.5", "pbyte := 1");
    Segment show = program().statements("= #pboolean", "= (int) #pchar", "= #plong", "= #pdouble");
    document.start(Map.of(), show);
    assertEquals(List.of("false", "0", "0", "0.0"), document.await().values());
  }

  @Test
  void a_failed_run_leaves_nothing_for_the_next_to_see() {
    CodeKey x = program().variable("int", "x");
    document.run("x := 1");
    ValueRef one = document.values().get(x);
    document.run("#x = 2; if (true) throw new Error();");
    document.start(Map.of(x, one), program().statements("= #x"));
    assertEquals(List.of("1"), document.await().values());
  }

  @Test
  void a_value_that_is_changed_in_place_is_the_same_object_in_another_state() {
    CodeKey list = program().variable("List<Integer>", "list");
    KernelEvent.Kept made = kept(document.run("list := new ArrayList<>(List.of(1))"), list);
    assertTrue(made.changed());
    assertTrue(made.mutable());
    ValueRef one = document.values().get(list);
    Outcome added = document.run("#list.add(2);", "= #list");
    assertTrue(kept(added, list).changed());
    assertEquals(List.of("[1, 2]"), added.values());
    ValueRef two = document.values().get(list);
    assertEquals(List.of("[1]"), runWith(list, one));
    assertEquals(List.of("[1, 2]"), runWith(list, two));
  }

  private List<String> runWith(CodeKey storage, @Nullable ValueRef value) {
    document.start(Map.of(storage, Objects.requireNonNull(value)), program().statements("= #list"));
    return document.await().values();
  }

  @Test
  void reading_a_mutable_value_leaves_its_state() {
    CodeKey list = program().variable("List<Integer>", "list");
    document.run("list := new ArrayList<>(List.of(1))");
    ValueRef one = document.values().get(list);
    document.run("for (int i : #list) System.out.println(i);", "= #list.hashCode()");
    assertEquals(one, document.values().get(list));
  }

  @Test
  void two_variables_for_one_object_share_it() {
    CodeKey list = program().variable("List<Integer>", "list");
    CodeKey alias = program().variable("List<Integer>", "alias");
    CodeKey other = program().variable("List<Integer>", "other");
    document.run("list := new ArrayList<>(List.of(1))");
    document.run("other := new ArrayList<>(List.of(1))");
    Outcome outcome = document.run("alias := #list");
    assertEquals(Set.of(alias), kept(outcome, list).shares());
    assertEquals(Set.of(list), kept(outcome, alias).shares());
    assertEquals(Set.of(), kept(outcome, other).shares());
    Outcome added = document.run("#list.add(2);");
    assertTrue(kept(added, alias).changed());
    assertFalse(kept(added, other).changed());
  }

  @Test
  void equal_immutable_values_have_equal_digests() {
    CodeKey x = program().variable("Object", "x");
    String one = kept(document.run("x := List.of(1, \"a\")"), x).digest();
    assertNotNull(one);
    assertEquals(one, kept(document.run("x := List.of(1, \"a\")"), x).digest());
    assertNotEquals(one, kept(document.run("x := List.of(1, \"b\")"), x).digest());
  }

  @Test
  void a_declaration_counts_as_a_change_even_of_an_equal_value() {
    CodeKey x = program().variable("int", "x");
    document.run("x := 0");
    assertFalse(kept(document.run("#x = 0;"), x).changed());
    assertTrue(kept(document.run("x := 0"), x).changed());
  }

  @Test
  void calls_go_to_the_body_that_is_linked() {
    CodeKey twice = program().declare("f", "int f(int n)");
    CodeKey first = program().implement(twice, "int f(int n)", "{ return 2 * n; }");
    Segment call = program().statements("= #f(21)");
    assertEquals(List.of("42"), document.run(call).values());
    program().implement(twice, "int f(int n)", "{ return 3 * n; }");
    Outcome changed = document.run(call);
    assertEquals(List.of("63"), changed.values());
    assertEquals(1, changed.end().definedClasses());
    program().link(twice, first);
    assertEquals(List.of("42"), document.run(call).values());
  }

  @Test
  void functions_call_each_other() {
    CodeKey even = program().declare("even", "boolean even(int n)");
    CodeKey odd = program().declare("odd", "boolean odd(int n)");
    program().implement(even, "boolean even(int n)", "{ return n == 0 || #odd(n - 1); }");
    program().implement(odd, "boolean odd(int n)", "{ return n != 0 && #even(n - 1); }");
    assertEquals(List.of("true", "false"), document.run("= #even(10)", "= #odd(10)").values());
  }

  @Test
  void a_lambda_made_before_a_redefinition_calls_the_new_definition() {
    program().variable("java.util.function.IntUnaryOperator", "g");
    CodeKey f = program().declare("f", "int f(int n)");
    program().implement(f, "int f(int n)", "{ return n + 1; }");
    document.run("g := n -> #f(n)");
    assertEquals(List.of("2"), document.run("= #g.applyAsInt(1)").values());
    program().implement(f, "int f(int n)", "{ return n + 10; }");
    assertEquals(List.of("11"), document.run("= #g.applyAsInt(1)").values());
  }

  @Test
  void functions_pass_every_type_of_argument() {
    String header =
        "String all(boolean z, byte b, char c, short s, int i, long j, float f, double d, Object o)";
    CodeKey all = program().declare("all", header);
    program().implement(all, header, "{ return \"\" + z + b + c + s + i + j + f + d + o; }");
    assertEquals(
        List.of("\"true1c23" + "45.06.0[]\""),
        document.run("= #all(true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6.0, List.of())").values());
  }

  @Test
  void a_call_of_what_is_not_linked_says_so() {
    program().declare("f", "int f(int n)");
    Outcome outcome = document.run("= #f(1)");
    assertEquals("java.lang.IllegalStateException", outcome.thrown().type());
    assertEquals("the method f is not defined here", outcome.thrown().message());
    assertEquals(1, outcome.thrown().trace().size());
  }

  @Test
  void values_of_a_lost_worker_are_not_run_against() {
    CodeKey x = program().variable("int", "x");
    document.run("x := 1");
    ValueRef one = document.values().get(x);
    document.kernel().restart();
    RunRequest request = document.start(Map.of(x, one), program().statements("= #x"));
    assertEquals(
        List.of(new KernelEvent.Gone(request.id(), Set.of(one))), document.await().events());
    assertEquals(List.of("2"), document.run("x := 2").values());
  }

  @Test
  void a_forgotten_value_is_gone() {
    CodeKey x = program().variable("int", "x");
    document.run("x := 1");
    ValueRef one = document.values().get(x);
    document.kernel().forget(Set.of(one));
    RunRequest request = document.start(Map.of(x, one), program().statements("= #x"));
    assertEquals(
        List.of(new KernelEvent.Gone(request.id(), Set.of(one))), document.await().events());
  }

  @Test
  void a_restart_ends_the_run_under_way() {
    document.start(program().statements("System.out.println(\"on\"); Thread.sleep(100_000);"));
    document.awaitOutput("on");
    document.kernel().restart();
    assertEquals("the worker was started afresh", document.await().loss());
    assertEquals(List.of("1"), document.run("= 1").values());
  }

  @Test
  void a_restart_forgets_what_waits_for_a_worker() {
    document.run("= 1");
    document.kernel().restart();
    document.start(program().statements("Thread.sleep(100_000);"));
    document.kernel().restart();
    document.start(program().statements("= 2"));
    Outcome outcome = document.await();
    if (outcome.lost() != null) {
      outcome = document.await(); // the worker was quick enough for the run to begin
    }
    assertEquals(List.of("2"), outcome.values());
  }

  @Test
  void a_run_that_is_cancelled_as_its_worker_starts_ends_at_once() {
    document.run("= 1");
    document.kernel().restart();
    document.start(program().statements("Thread.sleep(100_000);"));
    document.kernel().cancel();
    Outcome outcome = document.await();
    // A worker may take longer than the 300 ms that it has, where its JVM has only just started.
    assertTrue(outcome.lost() != null || outcome.end().cancelled());
    assertEquals(List.of("2"), document.run("= 2").values());
  }

  @Test
  void cancelling_with_nothing_under_way_does_nothing() {
    document.kernel().cancel();
    document.run("= 1");
    document.kernel().cancel();
    assertEquals(List.of("2"), document.run("= 2").values());
  }

  @Test
  void user_code_finds_an_empty_standard_input_and_a_main_thread() {
    Outcome outcome =
        document.run(
            "= System.in.read()", "= Thread.currentThread().getName()", "= System.console()");
    assertEquals(List.of("-1", "\"main\"", "null"), outcome.values());
  }

  private static KernelEvent.Kept kept(Outcome outcome, CodeKey storage) {
    return outcome.end().kept().stream()
        .filter(kept -> kept.storage().equals(storage))
        .findFirst()
        .orElseThrow();
  }
}
