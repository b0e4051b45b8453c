package dev.colight.java.kernel;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.cache.RunKey;
import dev.colight.execution.RunId;
import dev.colight.execution.RunRequest;
import dev.colight.java.compile.ClassStore;
import dev.colight.java.compile.GeneratedClass;
import dev.colight.java.compile.StaticFields;
import dev.colight.worker.wire.ToWorker;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A worker does not grow with every edit of a long day. */
class WorkerStateTest {
  private final Store store = new Store();
  private final WorkerState state = new WorkerState(store, ToWorker.Limits.DEFAULT);

  @Test
  void a_worker_full_of_code_that_nothing_needs_is_worn_out() {
    boolean worn = false;
    for (int run = 0; run < 2 * WorkerState.MAX_DEAD && !worn; run++) {
      CodeKey key = store.add(run);
      state.start(request(run, key));
      store.live.remove(key);
      worn = state.isWornOut();
    }
    assertTrue(worn);
  }

  @Test
  void a_worker_full_of_code_that_is_needed_is_not() {
    for (int run = 0; run < 2 * WorkerState.MAX_DEAD; run++) {
      state.start(request(run, store.add(run)));
      assertFalse(state.isWornOut());
    }
  }

  private static RunRequest request(int run, CodeKey key) {
    return new RunRequest(
        new RunId(run + 1),
        new RunKey(Digest.of("run " + run)),
        List.of(new RunRequest.Segment(key, 0, 1, Map.of(), Map.of())),
        Set.of(key),
        Map.of(),
        Map.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Map.of(),
        true,
        RunRequest.Ending.NEVER);
  }

  /** A store of empty classes. */
  private static final class Store implements ClassStore {
    private final Set<CodeKey> live = new HashSet<>();

    CodeKey add(int number) {
      CodeKey key = new CodeKey(Digest.of("code " + number));
      live.add(key);
      return key;
    }

    @Override
    public List<GeneratedClass> classes(CodeKey key) {
      return live.contains(key)
          ? List.of(new GeneratedClass("colight.B" + key, new byte[0]))
          : List.of();
    }

    @Override
    public String member(CodeKey key) {
      return "";
    }

    @Override
    public int token(CodeKey key, int line) {
      return -1;
    }

    @Override
    public StaticFields statics(CodeKey key) {
      return StaticFields.NONE;
    }
  }
}
