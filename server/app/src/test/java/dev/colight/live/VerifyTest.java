package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.java.JavaLanguage;
import dev.colight.lsp.view.Identities;
import dev.colight.workspace.RunPolicy;
import dev.colight.workspace.Status;
import dev.colight.workspace.Verification;
import dev.colight.workspace.Verification.Abandoned;
import dev.colight.workspace.Verification.Cause;
import dev.colight.workspace.Verification.Compared;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is shown, compared with a clean run in a worker of its own. */
class VerifyTest {
  private static final JavaLanguage JAVA = new JavaLanguage(JavaLanguage.Options.defaults());
  private static final String ENDLESS = "while (true) {}";

  private LiveDocument document;

  @BeforeEach
  void start() {
    document = new LiveDocument(JAVA);
  }

  @AfterEach
  void stop() {
    document.close();
  }

  @AfterAll
  static void end() {
    JAVA.close();
  }

  private CompletableFuture<Verification> verify(Duration limit) {
    return document.workspace().verify(LiveDocument.URI, limit, Identities::without);
  }

  private static Verification await(CompletableFuture<Verification> outcome) throws Exception {
    return outcome.get(60, TimeUnit.SECONDS);
  }

  private Compared compare() throws Exception {
    return assertInstanceOf(Compared.class, await(verify(Duration.ZERO)));
  }

  private static Cause cause(CompletableFuture<Verification> outcome) throws Exception {
    return assertInstanceOf(Abandoned.class, await(outcome)).cause();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "// # Only prose",
        "int a = 1\n\n// prose\n\nint twice(int n) { return 2 * n; }\n\ntwice(a)",
        "System.out.println(\"one\"); System.err.println(\"two\");\nSystem.out.println(\"three\");",
        "record P(int x) {}\n\nvar p = new P(1)\n\nint f() { return g(); }\n\nf()\n\n1 / 0\n\nint b = ;",
        "new Object()\nList.of(new int[0], new Object())\nSystem.out.println(new Object());",
        "Supplier<Integer> s = () -> 1;\ns",
        "System.exit(3);\n\n1 + 1",
      })
  void a_document_that_always_does_the_same_shows_what_a_clean_run_shows(String text)
      throws Exception {
    document.open(text);
    Compared compared = compare();
    assertEquals(List.of(), compared.differences());
    assertEquals(List.of(), compared.unclaimed());
  }

  @Test
  void only_the_blocks_that_differ_are_told_with_both_results() throws Exception {
    document.open("int a = 1\n\nlong t = System.nanoTime()\n\na + 1\n\nt");
    Compared compared = compare();
    assertEquals(
        List.of(2, 6),
        compared.differences().stream().map(d -> d.block().range().start().line()).toList());
    var first = compared.differences().get(0);
    assertEquals(Status.OK, first.actual().status());
    assertFalse(
        first.actual().outputs().equals(Objects.requireNonNull(first.expected()).outputs()));
    assertEquals(document.snapshot().blocks().get(1), first.block(), "what is shown stays");
  }

  @Test
  void results_that_were_kept_while_typing_are_compared_as_well() throws Exception {
    document.open("int a = 1\n\na * 10");
    document.edit("int a = 2\n\na * 10");
    document.edit("int a = 1\n\na * 10");
    assertEquals(List.of(), compare().differences());
  }

  @Test
  void it_waits_for_what_is_running_and_goes_by_what_is_shown_then() throws Exception {
    document.open("7");
    document.type(ENDLESS + "\n\n7");
    document.await(BlockStarted.class);
    CompletableFuture<Verification> outcome = verify(Duration.ZERO);
    document.edit("7\n\n8");
    Compared compared = assertInstanceOf(Compared.class, await(outcome));
    assertEquals("7\n\n8", compared.shown().text().toString());
    assertEquals(List.of(), compared.differences());
  }

  @Test
  void what_is_typed_meanwhile_changes_nothing_about_the_comparison() throws Exception {
    document.open("int a = 1\n\nSystem.nanoTime()");
    CompletableFuture<Verification> outcome = verify(Duration.ZERO);
    document.edit("int a = 1\n\nSystem.nanoTime()\n\n\"more\"");
    int version = assertInstanceOf(Compared.class, await(outcome)).shown().version();
    assertEquals(1, version);
    assertEquals(1, compare().differences().size());
  }

  @Test
  void a_block_that_was_cancelled_claims_nothing() throws Exception {
    document.workspace().open(LiveDocument.URI, document.nextVersion(), ENDLESS + "\n\n7");
    document.await(BlockStarted.class);
    document.workspace().cancel(LiveDocument.URI);
    document.awaitEnd();
    Compared compared = assertInstanceOf(Compared.class, await(verify(Duration.ofSeconds(2))));
    assertEquals(document.snapshot().blocks(), compared.unclaimed());
    assertEquals(List.of(), compared.differences(), "the clean run does not end either");
  }

  @Test
  void a_block_that_was_stopped_for_its_time_is_stopped_in_the_clean_run_too() throws Exception {
    document.workspace().setTimeLimit(Duration.ofMillis(700));
    // What ends might take longer, too, on a machine that has much to do.
    document.open(ENDLESS);
    assertEquals(
        Status.TIMEOUT,
        Objects.requireNonNull(document.snapshot().blocks().get(0).result()).status());
    assertEquals(List.of(), compare().differences());
  }

  @Test
  void blocks_that_have_not_run_are_not_compared() throws Exception {
    document.workspace().setRunPolicy(RunPolicy.SAVE);
    document.open("int a = 1\n\na");
    document.edit("int a = 2\n\na");
    Compared compared = compare();
    assertEquals(List.of(), compared.differences());
    assertEquals(2, compared.unclaimed().size());
  }

  @Test
  void a_document_that_is_closed_or_was_never_open_is_told_so() throws Exception {
    assertEquals(Cause.NOT_OPEN, cause(verify(Duration.ZERO)));
    document.open("7");
    document.type(ENDLESS);
    document.await(BlockStarted.class);
    CompletableFuture<Verification> outcome = verify(Duration.ZERO);
    document.workspace().close(LiveDocument.URI);
    assertEquals(Cause.CLOSED, cause(outcome));
  }

  @Test
  void a_second_one_takes_the_place_of_the_first_and_a_cancel_ends_it() throws Exception {
    document.open("7");
    document.type(ENDLESS);
    document.await(BlockStarted.class);
    CompletableFuture<Verification> first = verify(Duration.ZERO);
    CompletableFuture<Verification> second = verify(Duration.ZERO);
    assertEquals(Cause.REPLACED, cause(first));
    document.workspace().cancel(LiveDocument.URI);
    assertEquals(Cause.CANCELLED, cause(second));
  }

  @Test
  void whoever_cancels_the_answer_can_ask_again() throws Exception {
    document.open("7");
    assertTrue(verify(Duration.ZERO).cancel(false));
    assertEquals(List.of(), compare().differences());
  }

  @Test
  void what_a_jvm_leaves_to_chance_is_the_same_in_a_clean_run() throws Exception {
    String made =
        """
        enum Hue { RED, GREEN, BLUE, GREY, PINK }
        class Node {}
        """;
    String shown =
        """
        Stream.of(Hue.values()).collect(Collectors.toSet())

        Stream.of(Hue.class, Node.class, int[].class, String.class).collect(Collectors.toSet())

        Map.of("a", 1, "b", 2, "c", 3, "d", 4)

        Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9)

        var nodes = Stream.generate(Node::new).limit(5).toList();
        nodes.stream().map(Object::hashCode).toList()

        new HashSet<>(nodes).stream().map(nodes::indexOf).toList()

        Stream.of(java.time.DayOfWeek.values()).collect(Collectors.groupingBy(day -> day))
        """;
    document.open(made + "\n" + shown);
    assertTrue(compare().differences().isEmpty());
    // Others are the first now to ask for hash codes, and some are made anew.
    document.edit(
        made + "\nnew Node().hashCode() + Hue.PINK.hashCode() + Node.class.hashCode()\n\n" + shown);
    document.edit(
        made + "\nIntStream.range(0, 9).mapToObj(i -> new Node()).distinct().count()\n\n" + shown);
    document.edit(made.replace("Node {", "Node { int n;") + "\n1\n\n" + shown);
    document.edit(made + "\nHue.valueOf(\"RED\").hashCode()\n\n" + shown);
    assertEquals(List.of(), compare().differences());
  }
}
