package dev.colight.worker;

import dev.colight.worker.render.Branch;
import dev.colight.worker.render.Watch;
import dev.colight.worker.wire.FromWorker.Child;
import dev.colight.worker.wire.FromWorker.Expanded;
import dev.colight.worker.wire.ToWorker.Expand;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values that were shown in part, until they are asked for the rest. The least recently used go
 * where there are too many, and all of them where memory is short.
 */
final class Expansions {
  static final String CHANGED =
      "it has been changed since it was shown; run the block again to look into it";
  static final String SLOW = "this takes too long to show";

  static final int MAX_VALUES = 100;
  static final long MAX_BYTES = Runtime.getRuntime().maxMemory() / 16;
  private static final int MAX_CHILDREN = 1_000;

  /** Guarded by this, as all below. The least recently used first. */
  private final Map<String, SoftReference<Kept>> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Counts what may have changed objects: statements, and states that were put back. */
  private long steps;

  private static final class Kept {
    final Object value;
    final Branch branch;
    final Frozen frozen;

    /** The statement that showed it, or one before where that ran on. */
    final long step;

    final long bytes;

    /** The states of variables when its run ended, where nothing had run since it was shown. */
    volatile States states = States.NONE;

    Kept(Object value, Branch branch, Frozen frozen, long step, long bytes) {
      this.value = value;
      this.branch = branch;
      this.frozen = frozen;
      this.step = step;
      this.bytes = bytes;
    }
  }

  /** Notes that something happens that may change objects. */
  synchronized void step() {
    steps++;
  }

  /**
   * Keeps a value.
   *
   * @param last whether its statement does nothing after it
   */
  synchronized void keep(String reference, Object value, Branch branch, boolean last) {
    Frozen frozen = Frozen.of(value);
    long bytes = branch.bytes() + frozen.bytes();
    if (bytes > MAX_BYTES) {
      return;
    }
    kept.put(
        reference, new SoftReference<>(new Kept(value, branch, frozen, last ? steps : -1, bytes)));
    long all = 0;
    for (SoftReference<Kept> each : kept.values()) {
      Kept one = each.get();
      all += one == null ? 0 : one.bytes;
    }
    Iterator<SoftReference<Kept>> oldest = kept.values().iterator();
    while (all > MAX_BYTES || kept.size() > MAX_VALUES) {
      Kept one = oldest.next().get();
      all -= one == null ? 0 : one.bytes;
      oldest.remove();
    }
  }

  /**
   * Notes how a run has left the variables that it could get at. What its last statement showed has
   * not changed in between.
   */
  synchronized void ended(List<Snapshot> snapshots) {
    States states = new States(snapshots);
    for (SoftReference<Kept> each : kept.values()) {
      Kept one = each.get();
      if (one != null && one.step == steps && one.states == States.NONE) {
        one.states = states;
      }
    }
  }

  /** Answers a question. Nobody may run code of the document's meanwhile. */
  Expanded expand(Expand question) {
    String[] path = question.reference().split("/", -1);
    Kept value = value(path[0]);
    if (value == null) {
      return nothing(question, Expanded.GONE);
    }
    Watch watch = new Since(value);
    try {
      Branch branch = value.branch;
      for (int i = 1; i < path.length && branch != null; i++) {
        branch =
            path[i].matches("\\d{1,9}") ? branch.child(Integer.parseInt(path[i]), watch) : null;
      }
      if (branch == null) {
        return nothing(question, Expanded.GONE);
      }
      int limit = Math.min(MAX_CHILDREN, question.limit());
      Branch.Page page = branch.page(question.offset(), limit, question.reference(), watch);
      List<Child> children = new ArrayList<>();
      for (Branch.Child child : page.children()) {
        children.add(
            new Child(
                child.label(),
                child.type(),
                Map.of(child.form(), child.json()),
                child.index() < 0 ? null : question.reference() + "/" + child.index()));
      }
      return new Expanded(question.request(), null, children, page.total());
    } catch (Watch.ChangedException e) {
      return nothing(question, CHANGED);
    }
  }

  static Expanded nothing(Expand question, String problem) {
    return new Expanded(question.request(), problem, List.of(), 0);
  }

  private synchronized @Nullable Kept value(String reference) {
    SoftReference<Kept> found = kept.get(reference);
    return found == null ? null : found.get();
  }

  private synchronized boolean isNow(Kept value) {
    return value.step == steps;
  }

  /** Compares objects with what they were. */
  private final class Since implements Watch {
    private final Kept value;
    private final boolean now;
    private final boolean unchangedAll;

    Since(Kept value) {
      this.value = value;
      this.now = isNow(value);
      this.unchangedAll = !now && value.states.areAsTheyWere(value.value);
    }

    @Override
    public boolean isUnchanged(Object object) {
      return now || unchangedAll || value.frozen.isUnchanged(object, value.states::contents);
    }

    @Override
    public boolean isConstant(Object object) {
      return Frozen.isConstant(object);
    }
  }
}
