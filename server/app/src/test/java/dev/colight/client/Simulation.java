package dev.colight.client;

import dev.colight.execution.RandomToy;
import dev.colight.fuzz.Edits;
import dev.colight.lsp.view.Audience;
import dev.colight.lsp.view.Encoding;
import dev.colight.lsp.view.Positions;
import dev.colight.lsp.view.Presentation;
import dev.colight.protocol.DocumentResult;
import dev.colight.text.Text;
import dev.colight.toy.ScriptedKernel;
import dev.colight.workspace.RunPolicy;
import dev.colight.workspace.ScriptedWorkspace;
import dev.colight.workspace.WorkspaceEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A toy document that is edited, run, cancelled and started afresh while it runs, its worker lost
 * and its time limit passed, all in an order that a seed decides; and a client that hears of it.
 */
final class Simulation implements AutoCloseable {
  private static final String URI = "toy:doc";
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Pattern IN_PLACE = Pattern.compile(":=|!|<<|<-|\\(\\)");
  private static final Presentation PRESENTATION =
      new Presentation(new Positions(Text.of(""), Encoding.UTF_16), Audience.ANYONE);

  private final Random random;
  private final ScriptedWorkspace scripted;
  private final ClientModel client = new ClientModel(new Typed());
  private final List<String> versions = new ArrayList<>(List.of(""));
  private final Map<String, DocumentResult> clean = new HashMap<>();
  private final List<String> document = new ArrayList<>();
  private final List<List<String>> history = new ArrayList<>();

  /** What was done, for when it goes wrong. */
  private final List<String> log = new ArrayList<>();

  private @Nullable AssertionError failure;

  Simulation(long seed) {
    random = new Random(seed);
    scripted = new ScriptedWorkspace(this::hear, random);
    scripted.workspace().setTimeLimit(LIMIT);
  }

  /** Returns how often something that is shown was compared with a clean run. */
  int comparisons() {
    return client.comparisons();
  }

  /** Does something while the last thing may still have effects, many times over. */
  void run(int actions) {
    for (int i = random.nextInt(6); i >= 0; i--) {
      document.add(RandomToy.block(random));
    }
    versions.add(text());
    scripted.workspace().open(URI, 1, text());
    note("open\n" + text());
    for (int i = 0; i < actions; i++) {
      for (int steps = random.nextInt(2) * random.nextInt(40); steps > 0; steps--) {
        if (!scripted.step()) {
          break;
        }
        fail();
      }
      act();
    }
    settle();
  }

  private void act() {
    switch (random.nextInt(24)) {
      case 0, 1 -> {
        note("cancel");
        scripted.workspace().cancel(URI);
      }
      case 2 -> {
        boolean force = random.nextBoolean();
        note("run " + force);
        scripted.workspace().run(URI, null, force);
      }
      case 3 -> {
        note("restart");
        scripted.workspace().restart(URI);
      }
      case 4, 5 -> loseWorker();
      case 6 -> {
        note("time passes");
        scripted.pass(LIMIT);
      }
      case 7 -> {
        RunPolicy policy = List.of(RunPolicy.values()).get(random.nextInt(3));
        note("policy " + policy);
        scripted.workspace().setRunPolicy(policy);
      }
      case 8 -> {
        note("save");
        scripted.workspace().save(URI);
      }
      case 9 -> {
        note("nobody watches");
        scripted.workspace().unwatch(URI, this);
        scripted.pass(Duration.ofHours(1));
        scripted.workspace().watch(URI, this);
      }
      default -> edit();
    }
  }

  private void edit() {
    String before = text();
    RandomToy.edit(random, document, history);
    versions.add(text());
    note("edit\n" + text());
    int version = versions.size() - 1;
    scripted.workspace().change(URI, version, List.of(Edits.between(before, text())));
  }

  private void loseWorker() {
    for (ScriptedKernel kernel : scripted.kernels()) {
      boolean outside = random.nextBoolean();
      note("lose the worker " + outside);
      kernel.lose("unlucky", outside);
    }
  }

  private void note(String what) {
    if (failure == null) {
      log.add(what);
    }
  }

  private String text() {
    return String.join("\n\n", document);
  }

  /** Lets all end; what the client knows then is all that there is to know. */
  private void settle() {
    scripted.settle();
    fail();
    check(() -> client.assertKnows(state()));
    note("run all");
    scripted.workspace().setRunPolicy(RunPolicy.TYPE);
    scripted.workspace().run(URI, null, false);
    scripted.settle();
    fail();
    check(() -> client.assertKnows(state()));
    check(client::assertShowsCleanRun);
    fail();
  }

  private DocumentResult state() {
    return PRESENTATION.document(
        Objects.requireNonNull(scripted.workspace().snapshot(URI), "it is open"));
  }

  private void hear(WorkspaceEvent event) {
    check(
        () -> {
          if (event instanceof WorkspaceEvent.RunStarted started) {
            note("  run " + started.run() + " of version " + started.version());
            client.runStart(PRESENTATION.runStart(started));
          } else if (event instanceof WorkspaceEvent.BlockFinished finished) {
            var result = Objects.requireNonNull(finished.block().result(), "there is a result");
            note(
                "  result "
                    + finished.block().id()
                    + " "
                    + result.status()
                    + " "
                    + finished.block().state()
                    + " "
                    + result.error());
            client.blockResult(PRESENTATION.blockResult(finished, result));
          } else if (event instanceof WorkspaceEvent.BlockQueued queued) {
            var result = queued.block().result();
            note("  queued " + queued.block().id());
            if (result != null) {
              client.blockResult(PRESENTATION.blockQueued(queued, result));
            }
          } else if (event instanceof WorkspaceEvent.BlockOutput output) {
            note("  output " + output.sequence() + " of " + output.block());
            client.blockOutput(PRESENTATION.blockOutput(output));
          } else if (event instanceof WorkspaceEvent.RunEnded ended) {
            note("  end of run " + ended.run() + " " + ended.status());
            client.runEnd(PRESENTATION.runEnd(ended));
          }
        });
  }

  /** Keeps what a check says until nothing catches it. */
  private void check(Runnable what) {
    try {
      what.run();
    } catch (AssertionError e) {
      failure = failure == null ? e : failure;
    }
  }

  private void fail() {
    AssertionError first = failure;
    if (first != null) {
      throw new AssertionError(first.getMessage() + "\n" + String.join("\n", log), first);
    }
  }

  @Override
  public void close() {
    scripted.close();
    fail();
  }

  /** What was typed. */
  private final class Typed implements ClientModel.Texts {
    @Override
    public String of(int version) {
      return versions.get(version);
    }

    @Override
    public DocumentResult clean(int version) {
      return clean.computeIfAbsent(of(version), Simulation::cleanRun);
    }

    @Override
    public boolean mayChangeInPlace(String block) {
      return IN_PLACE.matcher(block).find();
    }
  }

  private static DocumentResult cleanRun(String text) {
    try (ScriptedWorkspace fresh = new ScriptedWorkspace(event -> {}, new Random(0))) {
      fresh.workspace().open(URI, 1, text);
      fresh.settle();
      return PRESENTATION.document(
          Objects.requireNonNull(fresh.workspace().snapshot(URI), "it is open"));
    }
  }
}
