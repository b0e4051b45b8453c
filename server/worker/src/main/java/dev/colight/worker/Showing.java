package dev.colight.worker;

import dev.colight.worker.render.Bundle;
import dev.colight.worker.render.Rich;
import dev.colight.worker.render.Watch;
import dev.colight.worker.wire.FromWorker.Value;
import dev.colight.worker.wire.ShownNames;
import dev.colight.worker.wire.ToWorker.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Renders what one run shows. Used by the runner, and by threads that display something. */
final class Showing {
  /** Digits of a run's key that name it. */
  private static final int KEY_DIGITS = 16;

  private final RunContext context;
  private final Run run;
  private final AtomicInteger shown = new AtomicInteger();
  private final Watch present = new Present();

  Showing(RunContext context, Run run) {
    this.context = context;
    this.run = run;
  }

  /** A value in its forms. */
  record Shown(Rendering.Shown text, Bundle rich, @Nullable String expandable) {
    /** Returns this with another text, as far as there is room for it. */
    Shown with(String newText, int limit) {
      BoundedText bounded = new BoundedText(limit).add(newText);
      String scrubbed = ShownNames.scrub(bounded.toString());
      return new Shown(new Rendering.Shown(scrubbed, bounded.isFull()), rich, expandable);
    }

    Value value(int run, boolean display, int segment, int statement, @Nullable String id) {
      Map<String, String> mime = Map.of("text/plain", text.text());
      if (!rich.forms().isEmpty()) {
        mime = new LinkedHashMap<>(rich.forms());
        mime.put("text/plain", text.text());
      }
      return new Value(
          run,
          display,
          segment,
          statement,
          mime,
          text.truncated() || rich.truncated(),
          expandable,
          id);
    }
  }

  /**
   * Renders a value on the runner's thread: code of the document's, where there is any, runs on a
   * thread of its own, for a limited time.
   *
   * @param last whether the statement does nothing after it
   * @return null where the run was cancelled meanwhile
   */
  @Nullable Shown onRunner(@Nullable Object value, boolean last) {
    if (Rendering.isDirect(value)) {
      return direct(value);
    }
    Step step = new Step(value, last);
    Shown done =
        context
            .helper()
            .call(step::run, run.limits().renderMillis(), context.cancellation()::isRequested);
    context.output().mute(null);
    if (context.cancellation().isRequested()) {
      return null;
    } else if (done != null) {
      return done;
    }
    Rendering.Shown text = step.text;
    return new Shown(text == null ? unfinished(value) : text, Bundle.NONE, null);
  }

  /** Renders a value on the calling thread. */
  Shown here(@Nullable Object value) {
    return Rendering.isDirect(value) ? direct(value) : new Step(value, false).run();
  }

  private Shown direct(@Nullable Object value) {
    Bundle rich =
        run.limits().rich() && value instanceof String text ? Rich.ofText(text) : Bundle.NONE;
    return new Shown(Rendering.of(value, run.limits().textLength()), rich, null);
  }

  private static Rendering.Shown unfinished(@Nullable Object value) {
    String type = value == null ? "null" : Rendering.className(value);
    return new Rendering.Shown(type + " (toString did not finish)", false);
  }

  /**
   * Renders one value: first as text, which is there even where the rest does not come to an end.
   */
  private final class Step {
    private final @Nullable Object value;
    private final boolean last;
    private volatile Rendering.@Nullable Shown text;

    Step(@Nullable Object value, boolean last) {
      this.value = value;
      this.last = last;
    }

    Shown run() {
      Rendering.Shown plain = Rendering.of(value, run.limits().textLength());
      text = plain;
      if (!run.limits().rich() || value == null) {
        return new Shown(plain, Bundle.NONE, null);
      }
      String reference =
          run.key().substring(0, Math.min(KEY_DIGITS, run.key().length()))
              + ":"
              + shown.getAndIncrement();
      context.output().mute(Thread.currentThread());
      Bundle rich = Rich.of(value, present, reference);
      context.output().mute(null);
      if (rich.more() == null) {
        return new Shown(plain, rich, null);
      }
      context.expansions().keep(reference, value, rich.more(), last);
      return new Shown(plain, rich, reference);
    }
  }

  /** What is shown while its statement runs is there as it is. */
  private static final class Present implements Watch {
    @Override
    public boolean isUnchanged(Object object) {
      return true;
    }

    @Override
    public boolean isConstant(Object object) {
      return Frozen.isConstant(object);
    }
  }
}
