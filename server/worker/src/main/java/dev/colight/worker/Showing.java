package dev.colight.worker;

import dev.colight.display.Displayable;
import dev.colight.display.Forms;
import dev.colight.display.Table;
import dev.colight.worker.render.Branch;
import dev.colight.worker.render.Bundle;
import dev.colight.worker.render.Names;
import dev.colight.worker.render.Rich;
import dev.colight.worker.render.Watch;
import dev.colight.worker.wire.FromWorker.Value;
import dev.colight.worker.wire.ShownNames;
import dev.colight.worker.wire.ToWorker.Run;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Renders what one run shows. Used by the runner, and by threads that display something. */
final class Showing {
  /** How many times as long rich forms may take as long as their code is not loaded. */
  private static final int COLD = 10;

  /** Whether rich forms have been made in this process. */
  private static volatile boolean warm;

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
      Map<String, String> mime = Map.of(Forms.TEXT, text.text());
      if (!rich.forms().isEmpty()) {
        mime = new LinkedHashMap<>(rich.forms());
        mime.put(Forms.TEXT, text.text());
      }
      return new Value(
          run,
          display,
          segment,
          statement,
          mime,
          text.truncated() || rich.truncated(),
          expandable,
          id,
          false);
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
    BooleanSupplier cancelled = context.cancellation()::isRequested;
    String reference = newReference(value);
    int millis = run.limits().renderMillis();
    // The first time, much has to be loaded.
    int patience = warm ? millis : COLD * millis;
    Helper.Both<Rendering.Shown, Shown> both =
        context
            .helper()
            .callBoth(
                () -> textAside(value),
                text -> whole(value, text, reference, last),
                run.limits(),
                patience,
                cancelled);
    if (cancelled.getAsBoolean()) {
      return null;
    }
    Rendering.Shown text = both.first();
    Shown whole = both.second();
    if (text == null) {
      return new Shown(unfinished(value), Bundle.NONE, null);
    }
    return whole == null ? new Shown(text, Bundle.NONE, null) : whole;
  }

  /** Renders a value on the calling thread. */
  Shown here(@Nullable Object value) {
    if (Rendering.isDirect(value)) {
      return direct(value);
    }
    String reference = newReference(value);
    return whole(value, text(value), reference, false);
  }

  private Shown whole(
      @Nullable Object value, Rendering.Shown text, String reference, boolean last) {
    return value == null || Rich.isText(value)
        ? new Shown(text, Bundle.NONE, null)
        : rich(value, text, reference, last);
  }

  /**
   * Returns what a value is asked for by when it is expanded. Counts the values that can be, as
   * they are shown: neither when they are rendered nor whether that is in time makes a difference.
   */
  private String newReference(@Nullable Object value) {
    if (value instanceof Displayable && !(value instanceof Table)) {
      return "";
    }
    return run.name() + ":" + shown.getAndIncrement();
  }

  /** Renders a value as text on the helper's thread. */
  private Rendering.Shown textAside(@Nullable Object value) {
    IdentityHashes.seed(run.seed() + 1);
    return text(value);
  }

  private Rendering.Shown text(@Nullable Object value) {
    return Rendering.of(value, run.limits().textLength());
  }

  /** Gives a value its rich forms; what is written meanwhile has been heard with its text. */
  private Shown rich(Object value, Rendering.Shown text, String reference, boolean last) {
    Bundle rich = context.output().muted(() -> Rich.of(value, present, reference));
    warm = true;
    Branch more = rich.more();
    if (more == null) {
      return new Shown(text, rich, null);
    }
    context.expansions().keep(reference, value, more, last);
    return new Shown(text, rich, reference);
  }

  private Shown direct(@Nullable Object value) {
    Bundle rich = value instanceof String text ? Rich.ofText(text) : Bundle.NONE;
    return new Shown(Rendering.of(value, run.limits().textLength()), rich, null);
  }

  private static Rendering.Shown unfinished(@Nullable Object value) {
    String type = value == null ? "null" : Names.of(value);
    return new Rendering.Shown(type + " (toString did not finish)", false);
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
