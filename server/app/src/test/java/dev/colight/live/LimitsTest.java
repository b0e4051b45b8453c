package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.colight.java.JavaLanguage;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.ErrorView;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.Status;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockOutput;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import dev.colight.workspace.WorkspaceEvent.WorkerLost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that do their worst, between two blocks that do not. The programs, and what becomes of
 * them, are those of the manual's page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {
  /** What ends within this has ended at once, on a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(5);

  /** On a machine that has too much to do, a program would miss the moment it has to stop in. */
  private static final int PATIENCE = 50;

  /** The bound of what a run may write, and of a value. */
  private static final int MAX_SHOWN = (16 << 20) + (16 << 10);

  private static final String BEFORE = "int before = 20;\n\n";
  private static final String AFTER = "\n\nbefore + 1";

  private final Set<ProcessHandle> processesBefore =
      ProcessHandle.current().descendants().collect(Collectors.toSet());

  private final CountingLanguage language = new CountingLanguage();
  private final CountingLanguage patient =
      new CountingLanguage(JavaLanguage.Options.defaults().patient(PATIENCE));

  @SuppressWarnings("NullAway.Init") // set before each test
  private LiveDocument document;

  @BeforeEach
  void open() {
    document = new LiveDocument(language);
  }

  @AfterEach
  void close() {
    document.close();
  }

  @AfterAll
  void no_process_is_left_behind() {
    language.close();
    patient.close();
    ServerProcess.awaitEnd(ProcessHandle.current().descendants().filter(this::isNew).toList());
  }

  private boolean isNew(ProcessHandle process) {
    return !processesBefore.contains(process);
  }

  static Stream<Arguments> endingByThemselves() {
    return LimitsPage.table("What ends by itself").stream()
        .map(row -> arguments(row.get(0), row.get(1), row.get(2)));
  }

  static Stream<Arguments> endless() {
    return LimitsPage.table("What has to be stopped").stream()
        .map(row -> arguments(row.get(0), row.get(1)));
  }

  @Test
  void the_page_has_programs() {
    assertTrue(endingByThemselves().count() > 20);
    assertTrue(endless().count() > 15);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endingByThemselves")
  void a_program_that_ends_by_itself_says_what_the_page_does(
      String program, String says, String worker) throws InterruptedException {
    LiveDocument.Run run = document.open(BEFORE + program + AFTER);
    assertEquals("20", told(0));
    String told = told(1);
    assertTrue(matches(says, told), told);
    assertEquals("21", told(2));
    assertNextKeystrokeWorks();
    assertEquals(worker, lost(run.events()) ? "replaced" : "kept");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void a_program_that_takes_too_long_is_stopped_and_the_others_get_their_results(
      String program, String worker) throws InterruptedException {
    if (worker.equals("kept")) {
      close();
      document = new LiveDocument(patient);
    }
    assertEquals(worker, timesOut(program) ? "replaced" : "kept");
  }

  /** Lets a program run into the time limit; tells whether that cost the worker. */
  private boolean timesOut(String program) throws InterruptedException {
    document.workspace().setTimeLimit(Duration.ofSeconds(1));
    LiveDocument.Run run = document.open(BEFORE + program + AFTER);
    assertEquals(Status.TIMEOUT, result(1).status());
    assertTrue(told(1).contains("stopped after 1 s, the time limit while typing"), told(1));
    assertEquals(List.of("20", "21"), List.of(told(0), told(2)));
    assertNextKeystrokeWorks();
    return lost(run.events());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void a_program_that_is_cancelled_ends_soon_and_the_next_keystroke_works(
      String program, String worker) throws InterruptedException {
    document.open(BEFORE);
    document.type(BEFORE + "System.out.println(\"on\"); " + program + AFTER);
    document.await(BlockOutput.class);
    long start = System.nanoTime();
    document.workspace().cancel(LiveDocument.URI);
    LiveDocument.Run run = document.awaitEnd();
    assertEquals(RunStatus.CANCELLED, run.end().status());
    assertEquals(Status.CANCELLED, result(1).status());
    assertEquals("20", told(0));
    assertNextKeystrokeWorks();
    assertSoon(start);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("endless")
  void an_edit_of_a_running_program_ends_it(String program, String worker)
      throws InterruptedException {
    document.open(BEFORE);
    document.type(BEFORE + "System.out.println(\"on\"); " + program + AFTER);
    document.await(BlockOutput.class);
    long start = System.nanoTime();
    assertNextKeystrokeWorks();
    assertSoon(start);
  }

  private static void assertSoon(long start) {
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    assertTrue(taken.compareTo(SOON) < 0, "it took " + taken);
  }

  private void assertNextKeystrokeWorks() throws InterruptedException {
    document.edit(BEFORE + "before + 2\n\n1 + before");
    assertEquals(List.of("20", "22", "21"), List.of(told(0), told(1), told(2)));
  }

  private static boolean lost(List<WorkspaceEvent> events) {
    return events.stream().anyMatch(WorkerLost.class::isInstance);
  }

  private ResultView result(int block) {
    BlockView view = document.snapshot().blocks().get(block);
    return Objects.requireNonNull(view.result(), view::toString);
  }

  /** Returns what a block says: its error, or its outputs. */
  private String told(int block) {
    ResultView result = result(block);
    ErrorView error = result.error();
    if (error != null) {
      boolean bare = error.type() == null || error.type().equals(error.message());
      return bare ? error.message() : error.type() + ": " + error.message();
    }
    List<String> told = new ArrayList<>();
    for (OutputView output : result.outputs()) {
      told.add(output.text() + (output.truncated() ? "…" : ""));
    }
    assertTrue(told.stream().mapToInt(String::length).sum() <= MAX_SHOWN, "all is bounded");
    return told.isEmpty() ? "nothing" : String.join(" ", told).replace('\n', ' ').trim();
  }

  private static boolean matches(String pattern, String told) {
    String regex =
        Stream.of(pattern.split("…", -1))
            .map(Pattern::quote)
            .reduce((a, b) -> a + "(?s:.*)" + b)
            .orElse("");
    return told.matches(regex);
  }
}
