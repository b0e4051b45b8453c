package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.execution.Ahead;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.RunRequest;
import dev.colight.execution.RunRequest.Segment;
import dev.colight.execution.ValueRef;
import dev.colight.java.kernel.Document.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is sent to a worker before its turn begins at once, and nobody can tell. */
class AheadTest extends WorkerFixture {
  private static final String TREE = "application/vnd.colight.tree+json";
  private static final RunKey GUESSED = new RunKey(Digest.of("nobody knows yet"));

  private CodeKey x;
  private CodeKey y;

  /** The first run ends once this is there. */
  private Path gate;

  /** The second makes this. */
  private Path begun;

  @BeforeEach
  void declare(@TempDir Path folder) {
    x = program().variable("int", "x");
    y = program().variable("int", "y");
    gate = folder.resolve("gate");
    begun = folder.resolve("begun");
  }

  @Override
  WorkerPool pool() {
    return patientPool();
  }

  /** Code that has no checks stops where it waits. */
  private String atGate() {
    return "while (!new java.io.File(\"" + gate + "\").exists()) Thread.sleep(1);";
  }

  private String begins() {
    return "new java.io.File(\"" + begun + "\").createNewFile();";
  }

  private void open() throws IOException {
    Files.createFile(gate);
  }

  /** Starts a run that declares x, and says what comes next; that sees the x of the first. */
  private RunRequest sendAhead(Segment first, Segment next, @Nullable ValueRef unless) {
    RunRequest before = begin(Map.of(), first);
    RunRequest request =
        plain(document.request(Map.of(x, new ValueRef(before.key(), x)), next), GUESSED);
    document.kernel().ahead(new Ahead(request, unless == null ? Map.of() : Map.of(x, unless)));
    return request;
  }

  /** Starts a run, and waits until its worker is there. */
  private RunRequest begin(Map<CodeKey, ValueRef> seen, Segment segment) {
    RunRequest request = document.start(seen, segment);
    document.await(event -> event.equals(new KernelEvent.Began(request.id())));
    return request;
  }

  /** Returns a request as it is for a run that gets at nothing that can be changed. */
  private static RunRequest plain(RunRequest request, RunKey key) {
    Set<CodeKey> declared = new HashSet<>();
    request.segments().forEach(s -> s.declares().values().forEach(declared::addAll));
    return new RunRequest(
        request.id(),
        key,
        request.segments(),
        request.classes(),
        request.links(),
        request.values(),
        declared,
        Set.of(),
        Set.of(),
        request.inputs(),
        request.free(),
        request.ending());
  }

  /** Asks for what was sent ahead, by its own key. */
  private Outcome ask(RunRequest sent) {
    document.kernel().run(plain(sent, key(sent)));
    return document.await();
  }

  private static RunKey key(RunRequest sent) {
    return new RunKey(Digest.of("run " + sent.id().value()));
  }

  private void awaitBegun() {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!Files.exists(begun)) {
      assertTrue(System.nanoTime() < end, "it has not begun");
      Thread.onSpinWait();
    }
  }

  @Test
  void it_begins_before_anybody_asks_and_shows_what_it_would_have_shown() throws Exception {
    Segment first = program().statements(atGate(), "x := 41");
    Segment next = program().statements(begins(), "y := #x + 1", "System.out.print(#y);");
    RunRequest sent = sendAhead(first, next, null);
    open();
    assertEquals(List.of("41"), document.await().values());
    awaitBegun();
    assertEquals("|1VALUE:42|2STDOUT:42", ask(sent).story());
    document.start(Map.of(y, new ValueRef(key(sent), y)), program().statements("= #y"));
    assertEquals(List.of("42"), document.await().values());
  }

  @Test
  void it_is_stopped_where_something_else_is_asked_for() throws Exception {
    document.run("y := 7");
    ValueRef seven = document.values().get(y);
    assertNotNull(seven);
    Segment first = program().statements(atGate(), "x := 41");
    Segment next = program().statements("y := #x + 1", begins(), "Thread.sleep(100_000);");
    sendAhead(first, next, null);
    open();
    document.await();
    awaitBegun();
    document.start(Map.of(y, seven), program().statements("= #y"));
    assertEquals(List.of("7"), document.await().values());
  }

  @Test
  void it_is_stopped_where_nothing_is_asked_for() throws Exception {
    Segment first = program().statements(atGate(), "x := 41");
    sendAhead(first, program().statements(begins(), "Thread.sleep(100_000);"), null);
    open();
    document.await();
    awaitBegun();
    document.kernel().notAhead();
    assertEquals(List.of("3"), document.run("= 3").values());
  }

  @Test
  void it_does_not_begin_after_an_exception() throws Exception {
    Segment first = program().statements(atGate(), "x := 41", "if (true) throw new Error(\"no\");");
    RunRequest sent = sendAhead(first, program().statements(begins(), "= 1"), null);
    open();
    assertEquals("no", document.await().thrown().message());
    assertEquals(List.of("3"), document.run("= 3").values());
    assertFalse(Files.exists(begun));
    document.run("x := 1");
    RunRequest again =
        document.start(
            Map.of(x, document.values().get(x)), sent.segments().toArray(new Segment[0]));
    assertEquals(List.of("1"), document.await().values(), again.toString());
  }

  @Test
  void it_begins_in_its_turn_where_it_is_asked_for_after_an_exception_all_the_same()
      throws Exception {
    document.run("x := 5");
    ValueRef five = document.values().get(x);
    assertNotNull(five);
    begin(
        Map.of(), program().statements(atGate(), "y := 41", "if (true) throw new Error(\"no\");"));
    Segment next = program().statements(begins(), "= #x");
    RunRequest sent = plain(document.request(Map.of(x, five), next), GUESSED);
    document.kernel().ahead(new Ahead(sent, Map.of()));
    document.whenFinished(() -> document.kernel().run(plain(sent, key(sent))));
    open();
    assertEquals("no", document.await().thrown().message());
    assertEquals(List.of("5"), document.await().values());
    assertEquals(List.of("3"), document.run("= 3").values());
  }

  @Test
  void it_stays_stopped_where_it_was_left_out_and_asked_for_and_cancelled() throws Exception {
    document.run("x := 5");
    ValueRef five = document.values().get(x);
    assertNotNull(five);
    begin(
        Map.of(), program().statements(atGate(), "y := 41", "if (true) throw new Error(\"no\");"));
    Segment next = program().statements(begins(), "Thread.sleep(100_000);");
    RunRequest sent = plain(document.request(Map.of(x, five), next), GUESSED);
    document.kernel().ahead(new Ahead(sent, Map.of()));
    document.whenFinished(
        () -> {
          document.kernel().run(plain(sent, key(sent)));
          document.kernel().cancel();
        });
    open();
    assertEquals("no", document.await().thrown().message());
    assertTrue(document.await().end().cancelled());
    assertFalse(Files.exists(begun));
    document.start(Map.of(x, five), program().statements("= #x"));
    assertEquals(List.of("5"), document.await().values());
  }

  @Test
  void it_is_taken_where_it_is_asked_for_as_soon_as_the_run_before_has_ended() throws Exception {
    Segment first = program().statements(atGate(), "x := 41");
    Segment next = program().statements(begins(), "y := #x + 1", "System.out.print(#y);");
    RunRequest sent = sendAhead(first, next, null);
    document.whenFinished(() -> document.kernel().run(plain(sent, key(sent))));
    open();
    assertEquals(List.of("41"), document.await().values());
    assertEquals("|1VALUE:42|2STDOUT:42", document.await().story());
  }

  @Test
  void it_does_not_begin_where_the_run_under_way_is_cancelled() throws Exception {
    sendAhead(
        program().statements("x := 1", atGate()), program().statements(begins(), "= 1"), null);
    document.kernel().cancel();
    assertTrue(document.await().end().cancelled());
    assertEquals(List.of("3"), document.run("= 3").values());
    assertFalse(Files.exists(begun));
  }

  @Test
  void it_does_not_begin_where_all_that_it_reads_is_what_it_was() throws Exception {
    document.run("x := 41");
    ValueRef before = document.values().get(x);
    sendAhead(
        program().statements(atGate(), "x := 40 + 1"),
        program().statements(begins(), "= #x"),
        before);
    open();
    assertEquals(List.of("41"), document.await().values());
    assertEquals(List.of("3"), document.run("= 3").values());
    assertFalse(Files.exists(begun));
  }

  @Test
  void it_does_not_begin_where_the_run_under_way_leaves_what_can_be_changed() throws Exception {
    CodeKey list = program().variable("List<Integer>", "list");
    document.run("list := new ArrayList<>(List.of(1))");
    ValueRef one = document.values().get(list);
    assertNotNull(one);
    begin(Map.of(list, one), program().statements(atGate(), "#list.add(2);"));
    RunRequest next =
        plain(document.request(Map.of(), program().statements(begins(), "= 1")), GUESSED);
    document.kernel().ahead(new Ahead(next, Map.of()));
    open();
    document.await();
    assertEquals(List.of("3"), document.run("= 3").values());
    assertFalse(Files.exists(begun));
  }

  @Test
  void what_it_has_shown_in_part_can_be_asked_for_the_rest_by_its_own_key() throws Exception {
    Segment first = program().statements(atGate(), "x := 41");
    Segment next =
        program().statements("= java.util.stream.IntStream.range(0, 500).boxed().toList()");
    RunRequest sent = sendAhead(first, next, null);
    open();
    document.await();
    KernelEvent.Emission shown = ask(sent).emissions().get(0);
    String reference = shown.expandable();
    assertNotNull(reference);
    assertTrue(key(sent).toString().startsWith(reference.substring(0, reference.indexOf(':'))));
    assertEquals(
        10,
        document.kernel().expand(reference, 490, 10).get(60, TimeUnit.SECONDS).children().size());
  }

  @Test
  void parts_of_what_it_has_shown_are_called_by_its_own_key() throws Exception {
    Segment first = program().statements(atGate(), "x := 41");
    Segment next =
        program()
            .statements(
                "= Map.of(1, Map.of(2, IntStream.range(0, 500).boxed().toList()), 3,"
                    + " IntStream.range(0, 500).boxed().toList())");
    RunRequest sent = sendAhead(first, next, null);
    open();
    document.await();
    String tree = ask(sent).emissions().get(0).mime().getOrDefault(TREE, "");
    String own = key(sent).toString().substring(0, 16);
    List<String> references = ExpandTest.references(tree);
    assertFalse(references.isEmpty());
    for (String reference : references) {
      assertTrue(reference.startsWith(own + ":"), reference);
      assertEquals(
          null, document.kernel().expand(reference, 0, 10).get(60, TimeUnit.SECONDS).problem());
    }
  }

  @Test
  void it_is_lost_with_its_worker_and_runs_in_the_next() throws Exception {
    Segment first = program().statements(atGate(), "x := 41");
    Segment next = program().statements(begins(), "= 1");
    RunRequest sent = sendAhead(first, next, null);
    document.kernel().restart();
    assertEquals("the worker was started afresh", document.await().loss());
    RunRequest again = document.request(Map.of(), sent.segments().toArray(new Segment[0]));
    document.kernel().run(again);
    assertEquals(List.of("1"), document.await().values());
  }
}
