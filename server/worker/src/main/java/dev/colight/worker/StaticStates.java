package dev.colight.worker;

import dev.colight.worker.wire.ToWorker.StaticState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The static fields of a document's types. Used by one thread. */
final class StaticStates {
  private final GeneratedLoader loader;
  private final Heap heap;
  private final Map<String, ClassStatics> known = new HashMap<>();

  /** By unit: what its classes hold when they have been initialised and not used. */
  private final Map<String, Snapshot> unused = new HashMap<>();

  /** What the process began with, or null where nobody has asked for it. */
  private @Nullable Snapshot beginning;

  StaticStates(GeneratedLoader loader, Heap heap) {
    this.loader = loader;
    this.heap = heap;
  }

  /** Returns the static fields of those classes of a unit that are initialised. */
  List<ClassStatics> initialised(StaticState unit) {
    List<ClassStatics> result = new ArrayList<>();
    if (isProcess(unit)) {
      ProcessSettings.capture();
      unit.classes().forEach(name -> result.add(known.computeIfAbsent(name, ProcessStatics::of)));
      return result;
    }
    for (String name : unit.classes()) {
      Class<?> type = loader.loaded(name);
      if (type != null && (Memory.isInitialised(type) || StopCheck.isBroken(type))) {
        result.add(known.computeIfAbsent(name, n -> ClassStatics.of(type)));
      }
    }
    return result;
  }

  /** Tells whether a unit's classes can be put into the state in which nobody has used them. */
  boolean canBeUnused(StaticState unit) {
    return unit.simple() || initialised(unit).isEmpty();
  }

  /** Puts a unit's classes into the state in which nobody has used them. */
  void unuse(StaticState unit) throws ReflectiveOperationException {
    if (!unit.simple()) {
      return;
    }
    Snapshot snapshot = unused.get(unit.unit());
    if (snapshot == null) {
      for (String name : unit.classes()) {
        Class.forName(name, true, loader);
      }
      Look look = new Look(heap, loader);
      snapshot = look.snapshot(look.addAll(initialised(unit)));
      unused.put(unit.unit(), snapshot);
      if (isProcess(unit)) {
        beginning = snapshot;
      }
    }
    restore(unit, snapshot);
  }

  /** Puts a unit's classes into a state. */
  void restore(StaticState unit, Snapshot state) throws ReflectiveOperationException {
    state.restore();
    if (isProcess(unit)) {
      ProcessSettings.apply();
    }
  }

  private static boolean isProcess(StaticState unit) {
    return unit.classes().contains(ProcessSettings.class.getName());
  }

  /** Returns the state of a unit that nobody has used, or null where it was never needed. */
  @Nullable Snapshot unused(StaticState unit) {
    return unused.get(unit.unit());
  }

  /** Puts the process into the state that it began with. */
  void restoreProcess() {
    Snapshot snapshot = beginning;
    if (snapshot != null) {
      snapshot.restore();
      ProcessSettings.apply();
    }
  }

  /** Returns the snapshots of all units that nobody has used. */
  Iterable<Snapshot> allUnused() {
    return unused.values();
  }
}
