package dev.colight.worker;

import dev.colight.worker.wire.FromWorker.Kept;
import dev.colight.worker.wire.Handle;
import dev.colight.worker.wire.ToWorker.Assign;
import dev.colight.worker.wire.ToWorker.Keep;
import dev.colight.worker.wire.ToWorker.Run;
import dev.colight.worker.wire.ToWorker.StaticState;
import dev.colight.worker.wire.ToWorker.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives a run the state that it must find, and tells what it has made of it: of the variables, of
 * all objects that can be reached from them, and of the static fields of the document's types.
 */
final class StateReport {
  private final Incarnation incarnation;
  private final ClassLoader loader;
  private final Run run;

  /** What each storage to report on held before the run. */
  private final List<@Nullable Object> values = new ArrayList<>();

  /** The state that each thing to report on was in before the run, or null where none was kept. */
  private final List<@Nullable Snapshot> states = new ArrayList<>();

  /** The classes of each static state that were initialised before the run. */
  private final List<List<ClassStatics>> initialised = new ArrayList<>();

  StateReport(Incarnation incarnation, ClassLoader loader, Run run) {
    this.incarnation = incarnation;
    this.loader = loader;
    this.run = run;
  }

  /** Returns the values that the run needs and that cannot be had any more. */
  List<Handle> gone() {
    List<Handle> gone = new ArrayList<>();
    for (Handle handle : needed()) {
      Snapshot state = incarnation.storages().kept(handle);
      if (state == null || !state.isAvailable()) {
        gone.add(handle);
      }
    }
    return gone;
  }

  private List<Handle> needed() {
    List<Handle> needed = new ArrayList<>();
    run.sets().forEach(assign -> needed.add(assign.value()));
    for (StaticState unit : run.statics()) {
      Handle value = unit.value();
      if (value != null) {
        needed.add(value);
      }
    }
    return needed;
  }

  /** Tells whether all classes that nobody may have used can be had so. */
  boolean canBegin() {
    return run.statics().stream()
        .allMatch(unit -> unit.value() != null || incarnation.statics().canBeUnused(unit));
  }

  /** Gives the run what it must find. */
  void before() throws ReflectiveOperationException {
    Storages storages = incarnation.storages();
    for (Assign assign : run.sets()) {
      storages.set(assign.storage(), assign.value());
    }
    for (Storage storage : run.resets()) {
      storages.reset(storage);
    }
    for (StaticState unit : run.statics()) {
      Handle value = unit.value();
      if (value == null) {
        incarnation.statics().unuse(unit);
      } else {
        Snapshot state = storages.kept(value);
        if (state != null) {
          incarnation.statics().restore(unit, state);
        }
      }
      initialised.add(incarnation.statics().initialised(unit));
    }
    for (Keep keep : run.kept()) {
      values.add(storages.get(keep.storage()));
      states.add(storages.held(keep.storage()));
    }
    for (StaticState unit : run.statics()) {
      Handle value = unit.value();
      states.add(value == null ? incarnation.statics().unused(unit) : storages.kept(value));
    }
  }

  /**
   * Lets go of what the run has found and of all that the program holds. Needs no memory itself.
   *
   * @see Storages#letGo
   */
  void letGo() throws IllegalAccessException {
    values.clear();
    states.clear();
    incarnation.storages().letGo();
  }

  /** Reports nothing: on a worker that is given up. */
  List<Kept> nothing() {
    List<Kept> result = new ArrayList<>();
    run.kept().forEach(keep -> result.add(Kept.constant(false, false, null)));
    run.statics().forEach(unit -> result.add(Kept.constant(false, false, null)));
    return result;
  }

  /**
   * Reports on the state after the run, and keeps what has changed.
   *
   * @param segment where the run ended
   * @param statement where in that
   * @param takesLong told when there is much to look at
   */
  List<Kept> after(int segment, int statement, Runnable takesLong) {
    if (values.size() < run.kept().size()) {
      return nothing(); // it did not even begin
    }
    Look look = new Look(incarnation.heap(), loader, takesLong);
    List<State> found = new ArrayList<>();
    try {
      for (int i = 0; i < run.kept().size(); i++) {
        Keep keep = run.kept().get(i);
        boolean declared =
            keep.segment() >= 0
                && (segment > keep.segment()
                    || (segment == keep.segment() && statement > keep.statement()));
        found.add(state(look, keep, values.get(i), declared));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a storage that was read before cannot be read", e);
    }
    for (int i = 0; i < run.statics().size(); i++) {
      StaticState unit = run.statics().get(i);
      List<ClassStatics> now = incarnation.statics().initialised(unit);
      boolean more = now.size() > initialised.get(i).size();
      Handle handle = new Handle(run.key(), unit.unit());
      int root = look.addAll(now);
      found.add(new State(null, handle, true, more, false, root, null, null));
    }
    for (Snapshot before : states) {
      if (before != null) {
        look.revisit(before);
      }
    }
    List<Kept> result = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      result.add(keep(look, found.get(i), states.get(i), found));
    }
    incarnation.sweep();
    return result;
  }

  /** Returns the states that the variables are in. */
  List<Snapshot> states() {
    return run.kept().stream()
        .map(keep -> incarnation.storages().held(keep.storage()))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * A state to report on.
   *
   * @param storage where it is, or null for static fields
   * @param changed whether it holds another value than before
   * @param keep whether it is to be kept in any case
   * @param root its number in the look, or -1 where there is nothing to look at
   */
  private record State(
      @Nullable Storage storage,
      Handle handle,
      boolean defined,
      boolean changed,
      boolean keep,
      int root,
      @Nullable Object value,
      @Nullable String digest) {}

  private State state(Look look, Keep keep, @Nullable Object before, boolean declared)
      throws ReflectiveOperationException {
    Object after = incarnation.storages().get(keep.storage());
    boolean changed = declared || !incarnation.storages().same(keep.storage(), before, after);
    boolean always = keep.segment() >= 0;
    String digest = changed || always ? ValueDigest.of(after) : null;
    return new State(
        keep.storage(),
        new Handle(run.key(), keep.storage().className()),
        keep.defined() || declared,
        changed,
        always,
        digest == null ? look.add(after) : -1,
        after,
        digest);
  }

  private Kept keep(Look look, State state, @Nullable Snapshot before, List<State> found) {
    boolean changed = state.changed || (state.root >= 0 && look.isChanged(state.root));
    if (changed || state.keep) {
      Snapshot snapshot = before;
      if (changed || snapshot == null) {
        endLife(before);
        snapshot = state.root < 0 ? Snapshot.constant(state.value) : look.snapshot(state.root);
      }
      incarnation.storages().keep(state.handle, state.storage, snapshot);
    }
    if (state.root < 0) {
      return Kept.constant(state.defined, changed, state.digest);
    }
    List<Integer> shares = new ArrayList<>();
    List<Integer> sharers = look.sharers(state.root);
    for (int i = 0; i < found.size(); i++) {
      if (sharers.contains(found.get(i).root)) {
        shares.add(i);
      }
    }
    boolean alone = changed && shares.isEmpty() && state.storage != null;
    return new Kept(
        state.defined,
        changed,
        alone ? StateDigest.of(state.value) : null,
        look.isMutable(state.root),
        look.hasCode(state.root),
        shares);
  }

  /** What cannot be put back is over when a run has changed it. */
  private static void endLife(@Nullable Snapshot before) {
    Snapshot.Life life = before == null ? null : before.life();
    if (life != null) {
      life.end();
    }
  }
}
