package dev.colight.worker;

import java.util.ArrayList;
import java.util.List;

/** What is known of a document's state, as long as its classes live. Used by one thread. */
record Incarnation(Storages storages, Heap heap, StaticStates statics) {
  static Incarnation of(GeneratedLoader loader) {
    Heap heap = new Heap();
    return new Incarnation(new Storages(loader), heap, new StaticStates(loader, heap));
  }

  /** Puts back what other incarnations would see of this one: the state of the process. */
  void end() {
    statics.restoreProcess();
  }

  /** Drops what is known of objects that nothing needs any more. */
  void sweep() {
    heap.sweep(
        () -> {
          List<Snapshot> snapshots = new ArrayList<>(storages.allKept());
          statics.allUnused().forEach(snapshots::add);
          return snapshots;
        });
  }
}
