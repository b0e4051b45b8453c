package dev.colight.execution;

import dev.colight.cache.CodeKey;
import dev.colight.cache.RunKey;
import org.jspecify.annotations.Nullable;

/** Names a value that a kernel keeps: what a storage held after a run. */
public record ValueRef(RunKey run, CodeKey storage) {
  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValueRef value
        && run.equals(value.run)
        && storage.equals(value.storage);
  }

  @Override
  public int hashCode() {
    return run.hashCode() * 31 + storage.hashCode();
  }
}
