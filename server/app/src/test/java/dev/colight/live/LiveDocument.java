package dev.colight.live;

import static org.junit.jupiter.api.Assertions.fail;

import dev.colight.document.BlockId;
import dev.colight.execution.Language;
import dev.colight.fuzz.Edits;
import dev.colight.fuzz.Screen;
import dev.colight.workspace.BlockState;
import dev.colight.workspace.DocumentSnapshot;
import dev.colight.workspace.EffectPolicy;
import dev.colight.workspace.OutputView;
import dev.colight.workspace.Workspace;
import dev.colight.workspace.WorkspaceEvent;
import dev.colight.workspace.WorkspaceEvent.BlockStarted;
import dev.colight.workspace.WorkspaceEvent.RunEnded;
import dev.colight.workspace.WorkspaceEvent.RunStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A document in a workspace of its own, with a worker of its own, edited one step at a time. */
final class LiveDocument implements AutoCloseable {
  static final String URI = "file:///live.jsh";

  /** Filling the memory of a worker takes most of a minute on a machine with other things to do. */
  private static final int PATIENCE_SECONDS = 300;

  private final BlockingQueue<WorkspaceEvent> events = new LinkedBlockingQueue<>();
  private final Workspace workspace;
  private final String uri;
  private String text = "";
  private int version;

  LiveDocument(Language language) {
    this(language, URI, EffectPolicy.RUN);
  }

  /** Creates a document that lies somewhere. */
  LiveDocument(Language language, String uri) {
    this(language, uri, EffectPolicy.RUN);
  }

  LiveDocument(Language language, EffectPolicy effects) {
    this(language, URI, effects);
  }

  private LiveDocument(Language language, String uri, EffectPolicy effects) {
    this.uri = uri;
    workspace = new Workspace(language, events::add);
    workspace.setEffectPolicy(effects);
  }

  /**
   * What an edit set off.
   *
   * @param executed blocks that began to run, in order
   */
  record Run(RunEnded end, List<BlockId> executed, List<WorkspaceEvent> events) {}

  /** Returns the version for an edit that is sent past this. */
  int nextVersion() {
    return ++version;
  }

  String text() {
    return text;
  }

  /** Opens the document and waits until all has run. */
  Run open(String newText) throws InterruptedException {
    text = newText;
    workspace.open(uri, ++version, newText);
    return awaitEnd();
  }

  /** Changes the text into another by one edit, and waits until all has run. */
  Run edit(String newText) throws InterruptedException {
    type(newText);
    return awaitEnd();
  }

  /** Changes the text into another by one edit, and does not wait. */
  void type(String newText) {
    workspace.change(uri, ++version, List.of(Edits.between(text, newText)));
    text = newText;
  }

  /** Waits until one of the events that an edit sets off has come. */
  <T extends WorkspaceEvent> T await(Class<T> type) throws InterruptedException {
    while (true) {
      WorkspaceEvent event = next("no " + type.getSimpleName());
      if (type.isInstance(event)) {
        return type.cast(event);
      }
    }
  }

  /** Waits until all that the last edit set off has run. */
  Run awaitEnd() throws InterruptedException {
    List<BlockId> executed = new ArrayList<>();
    List<WorkspaceEvent> seen = new ArrayList<>();
    while (true) {
      WorkspaceEvent event = next("the run does not end");
      seen.add(event);
      if (event instanceof BlockStarted started && started.version() == version) {
        executed.add(started.block().id());
      } else if (event instanceof RunEnded end
          && end.version() == version
          && end.status() != RunStatus.SUPERSEDED) {
        return new Run(end, executed, seen);
      }
    }
  }

  private WorkspaceEvent next(String complaint) throws InterruptedException {
    WorkspaceEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    return event == null
        ? fail(complaint + ", in\n" + text + "\nof which is shown\n" + Screen.of(snapshot()))
        : event;
  }

  DocumentSnapshot snapshot() {
    return Objects.requireNonNull(workspace.snapshot(uri));
  }

  /**
   * Returns what the code blocks show, up to date or not; {@code old} before what is not up to
   * date.
   */
  String shown() {
    return snapshot().blocks().stream()
        .filter(block -> block.shown() != null && !block.shown().outputs().isEmpty())
        .map(
            block ->
                (block.state() == BlockState.FRESH ? "" : "old ")
                    + Objects.requireNonNull(block.shown()).outputs().stream()
                        .map(OutputView::text)
                        .collect(Collectors.joining(" "))
                        .strip())
        .collect(Collectors.joining("; "));
  }

  Workspace workspace() {
    return workspace;
  }

  @Override
  public void close() {
    workspace.close();
  }
}
