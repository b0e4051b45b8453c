package dev.colight.worker;

import dev.colight.worker.wire.Handle;
import dev.colight.worker.wire.ToWorker.Storage;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables of a document, and the states that are kept of them. Used by one thread. */
final class Storages {
  private final ClassLoader loader;
  private final Map<Storage, Field> fields = new HashMap<>();

  /** The fields of those that hold objects. */
  private final List<Field> references = new ArrayList<>();

  /** The least recently used first. */
  private final Map<Handle, Snapshot> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** What each storage holds, where it holds a kept state. */
  private final Map<Storage, Handle> held = new HashMap<>();

  private final SnapshotMemory memory;

  Storages(ClassLoader loader) {
    this.loader = loader;
    this.memory = new SnapshotMemory(kept, SnapshotMemory.MAX_BYTES);
  }

  /** Returns what a storage holds; a primitive value comes boxed. */
  @Nullable Object get(Storage storage) throws ReflectiveOperationException {
    return field(storage).get(null);
  }

  /** Tells whether two values of a storage are the same: identical, or equal primitives. */
  boolean same(Storage storage, @Nullable Object one, @Nullable Object other)
      throws ReflectiveOperationException {
    return one == other
        || (field(storage).getType().isPrimitive() && one != null && one.equals(other));
  }

  /** Returns a kept state, or null where there is none of that name. */
  @Nullable Snapshot kept(Handle handle) {
    return kept.get(handle);
  }

  /** Returns the kept state that a storage is in, or null where it is in none. */
  @Nullable Snapshot held(Storage storage) {
    Handle handle = held.get(storage);
    return handle == null ? null : kept.get(handle);
  }

  /** Makes a storage hold a kept value, in the state in which it was kept. */
  void set(Storage storage, Handle handle) throws ReflectiveOperationException {
    Snapshot snapshot = kept.get(handle);
    if (snapshot == null) {
      throw new IllegalStateException("no value is kept as " + handle);
    }
    field(storage).set(null, snapshot.value());
    snapshot.restore();
    held.put(storage, handle);
  }

  /** Makes a storage hold what a field of its type holds at first. */
  void reset(Storage storage) throws ReflectiveOperationException {
    Field field = field(storage);
    Object value =
        field.getType().isPrimitive() ? Array.get(Array.newInstance(field.getType(), 1), 0) : null;
    field.set(null, value);
    held.remove(storage);
  }

  /**
   * Keeps a state. Where that is too much, states that were not used for long are dropped.
   *
   * @param storage the storage that is in this state now, or null for static fields
   */
  void keep(Handle handle, @Nullable Storage storage, Snapshot state) {
    kept.put(handle, state);
    if (storage != null) {
      held.put(storage, handle);
    }
    memory.added(state);
  }

  void forget(Collection<Handle> handles) {
    handles.forEach(kept::remove);
  }

  /**
   * Lets go of all that variables hold and of all kept states, on a worker that is given up because
   * its memory is full. Needs no memory itself.
   */
  void letGo() throws IllegalAccessException {
    kept.clear();
    for (int i = 0; i < references.size(); i++) {
      references.get(i).set(null, null);
    }
  }

  /** Returns all states that are kept. */
  Collection<Snapshot> allKept() {
    return kept.values();
  }

  private Field field(Storage storage) throws ReflectiveOperationException {
    Field known = fields.get(storage);
    if (known != null) {
      return known;
    }
    Field field =
        Class.forName(storage.className(), false, loader).getDeclaredField(storage.field());
    field.setAccessible(true);
    fields.put(storage, field);
    if (!field.getType().isPrimitive()) {
      references.add(field);
    }
    return field;
  }
}
