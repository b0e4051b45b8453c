package dev.colight.java.assist;

import static org.junit.jupiter.api.Assertions.fail;

import dev.colight.execution.Assistant.Completions;
import dev.colight.execution.Assistant.Proposal;
import dev.colight.execution.Language;
import dev.colight.execution.Scene;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import dev.colight.workspace.BlockView;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.ProblemView;
import dev.colight.workspace.ResultView;
import dev.colight.workspace.RunPolicy;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A document that runs while somebody types in it. */
final class EditedDocument implements AutoCloseable {
  static final String URI = "file:///edited.jsh";
  private static final int PATIENCE_SECONDS = 60;

  private final BlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();
  private final Language language;
  private final Workspace workspace;
  private int version;

  EditedDocument(Language language) {
    this.language = language;
    workspace = new Workspace(language, events::add);
  }

  /** Opens a text and waits until all of it has run. */
  void open(String text) throws InterruptedException {
    workspace.open(URI, ++version, text);
    awaitEnd();
  }

  /** Opens a text of which nothing is run. */
  void openAtRest(String text) {
    workspace.setRunPolicy(RunPolicy.MANUAL);
    workspace.open(URI, ++version, text);
  }

  /** Replaces the text, and does not wait. */
  void type(String text) {
    workspace.change(
        URI, ++version, List.of(new TextEdit(Range.of(0, 0, Integer.MAX_VALUE, 0), text)));
  }

  private void awaitEnd() throws InterruptedException {
    while (true) {
      WorkspaceEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        fail("no run ended");
      } else if (event instanceof WorkspaceEvent.RunEnded) {
        return;
      }
    }
  }

  /** Returns the state of the document after all that was typed. */
  Scene scene() {
    DocumentSnapshot snapshot = workspace.current(URI).join();
    return Objects.requireNonNull(snapshot).scene();
  }

  /** Returns the values that are shown, block by block. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    for (BlockView block : Objects.requireNonNull(workspace.current(URI).join()).blocks()) {
      ResultView result = block.result();
      if (result != null) {
        result.outputs().forEach(output -> values.add(output.text()));
      }
    }
    return values;
  }

  /** Returns what the compiler complains about, from top to bottom, by lines of the document. */
  List<ProblemView> problems() {
    return Objects.requireNonNull(workspace.current(URI).join()).blocks().stream()
        .flatMap(
            block ->
                block.problems().stream()
                    .map(
                        problem ->
                            new ProblemView(
                                problem.severity(),
                                problem.message(),
                                problem.range().plusLines(block.range().start().line()))))
        .toList();
  }

  /** Returns what is proposed at a place, none where nothing is. */
  List<Proposal> complete(Position position) {
    Completions completions = language.assistant().complete(scene(), position);
    return completions == null ? List.of() : completions.proposals();
  }

  /** Returns the text after a proposal was taken. */
  String accept(Position position, String label) {
    Scene scene = scene();
    Completions completions =
        Objects.requireNonNull(language.assistant().complete(scene, position));
    Proposal proposal =
        completions.proposals().stream()
            .filter(p -> (p.label() + p.parameters()).startsWith(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no " + label));
    List<TextEdit> edits = new ArrayList<>(proposal.edits());
    edits.add(new TextEdit(completions.replaced(), proposal.insert()));
    return apply(scene.document().text(), edits).toString();
  }

  /** Applies edits of one text to it, the last ones first. */
  static Text apply(Text text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing((TextEdit edit) -> edit.range().start()).reversed());
    Text result = text;
    for (TextEdit edit : sorted) {
      result = result.apply(edit);
    }
    return result;
  }

  @Override
  public void close() {
    workspace.close();
  }
}
