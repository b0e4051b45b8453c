package dev.colight.java.kernel;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.execution.Kernel;
import dev.colight.execution.KernelEvent;
import dev.colight.execution.KernelEvent.Emission.Kind;
import dev.colight.execution.RunId;
import dev.colight.execution.RunRequest;
import dev.colight.execution.RunRequest.Segment;
import dev.colight.execution.ValueRef;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Runs a program's blocks one after the other, as an engine would that caches nothing. */
final class Document implements AutoCloseable {
  private static final int DEADLINE_SECONDS = 60;

  private final Program program;
  private final Kernel kernel;
  private final BlockingQueue<KernelEvent> events = new LinkedBlockingQueue<>();
  private final AtomicReference<Runnable> whenFinished = new AtomicReference<>(() -> {});
  private final Map<CodeKey, ValueRef> values = new HashMap<>();
  private int runs;

  Document(WorkerPool pool, Path folder) {
    program = new Program(folder);
    kernel = new JvmKernel(pool, program, this::hear);
  }

  private void hear(KernelEvent event) {
    if (event instanceof KernelEvent.Finished) {
      whenFinished.getAndSet(() -> {}).run();
    }
    events.add(event);
  }

  /** Has something done right when the next run has ended, as an engine does that goes on. */
  void whenFinished(Runnable task) {
    whenFinished.set(task);
  }

  Program program() {
    return program;
  }

  Kernel kernel() {
    return kernel;
  }

  /** Values by storage, as the next run will see them. */
  Map<CodeKey, ValueRef> values() {
    return values;
  }

  /** Compiles statements, runs them, and waits for the end. */
  Outcome run(String... statements) {
    return run(program.statements(statements));
  }

  Outcome run(Segment... segments) {
    start(segments);
    return await();
  }

  /** Starts to run statements. */
  RunRequest start(Segment... segments) {
    return start(values, segments);
  }

  RunRequest start(Map<CodeKey, ValueRef> seen, Segment... segments) {
    RunRequest request = request(seen, segments);
    kernel.run(request);
    return request;
  }

  /** Returns what asks for the next run. */
  RunRequest request(Map<CodeKey, ValueRef> seen, Segment... segments) {
    runs++;
    Set<CodeKey> classes = new HashSet<>(program.reachable());
    for (Segment segment : segments) {
      classes.add(segment.key());
    }
    return new RunRequest(
        new RunId(runs),
        new RunKey(Digest.of("run " + runs)),
        List.of(segments),
        classes,
        program.links(),
        Map.copyOf(seen),
        Set.copyOf(program.storages().values()),
        Set.copyOf(seen.keySet()),
        Set.of(),
        Map.of(),
        true,
        RunRequest.Ending.NEVER);
  }

  /** Waits for the run's end. */
  Outcome await() {
    List<KernelEvent> seen = new ArrayList<>();
    while (true) {
      KernelEvent event = next();
      seen.add(event);
      if (event instanceof KernelEvent.Finished finished) {
        RunKey key = new RunKey(Digest.of("run " + finished.run().value()));
        for (KernelEvent.Kept kept : finished.kept()) {
          if (kept.defined() && kept.changed()) {
            values.put(kept.storage(), new ValueRef(key, kept.storage()));
          }
        }
        return new Outcome(seen, finished, null);
      } else if (event instanceof KernelEvent.Lost lost) {
        values.clear();
        return new Outcome(seen, null, lost);
      } else if (event instanceof KernelEvent.Gone gone) {
        values.values().removeAll(gone.values());
        return new Outcome(seen, null, null);
      }
    }
  }

  /** Waits for the first event that fits; those before it are gone. */
  KernelEvent await(Predicate<KernelEvent> wanted) {
    while (true) {
      KernelEvent event = next();
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  /** Waits for something written. */
  void awaitOutput(String text) {
    StringBuilder written = new StringBuilder();
    await(
        event -> {
          if (event instanceof KernelEvent.Emitted emitted) {
            written.append(emitted.emission().mime().get("text/plain"));
          }
          return written.indexOf(text) >= 0;
        });
  }

  /** Returns the next event. */
  KernelEvent next() {
    try {
      KernelEvent event = events.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
      if (event == null) {
        throw new AssertionError("the kernel told nothing for " + DEADLINE_SECONDS + " s");
      }
      return event;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    kernel.close();
  }

  /** How a run ended. */
  record Outcome(
      List<KernelEvent> events,
      KernelEvent.@Nullable Finished finished,
      KernelEvent.@Nullable Lost lost) {
    /** Returns how the run ended; fails where it was lost. */
    KernelEvent.Finished end() {
      if (finished == null) {
        throw new AssertionError("the run was lost: " + lost);
      }
      return finished;
    }

    /** Returns what the run threw; fails where it threw nothing. */
    KernelEvent.Thrown thrown() {
      KernelEvent.Thrown thrown = end().thrown();
      if (thrown == null) {
        throw new AssertionError("the run threw nothing: " + story());
      }
      return thrown;
    }

    /** Returns why the run was lost; fails where it was not. */
    String loss() {
      if (lost == null) {
        throw new AssertionError("the run was not lost: " + events);
      }
      return lost.reason();
    }

    /** Returns the text of all values. */
    List<String> values() {
      return texts(Kind.VALUE);
    }

    /** Returns what was written to stdout. */
    String stdout() {
      return String.join("", texts(Kind.STDOUT));
    }

    String stderr() {
      return String.join("", texts(Kind.STDERR));
    }

    List<KernelEvent.Emission> emissions() {
      return events.stream()
          .filter(KernelEvent.Emitted.class::isInstance)
          .map(event -> ((KernelEvent.Emitted) event).emission())
          .toList();
    }

    /** Returns the story in order: adjacent pieces of one stream are one. */
    String story() {
      StringBuilder story = new StringBuilder();
      KernelEvent.@Nullable Emission before = null;
      for (KernelEvent.Emission emission : emissions()) {
        if (before == null
            || emission.kind() == Kind.VALUE
            || before.kind() != emission.kind()
            || before.statement() != emission.statement()) {
          story.append("|").append(emission.statement()).append(emission.kind()).append(":");
        }
        story.append(emission.mime().get("text/plain"));
        before = emission;
      }
      return story.toString();
    }

    private List<String> texts(Kind kind) {
      return emissions().stream()
          .filter(emission -> emission.kind() == kind)
          .map(emission -> emission.mime().getOrDefault("text/plain", ""))
          .toList();
    }
  }
}
