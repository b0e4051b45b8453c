package dev.colight.cache;

import org.jspecify.annotations.Nullable;

/** Names a result by what it was computed from: code and the versions of all it could reach. */
public record RunKey(Digest digest) {
  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunKey key && digest.equals(key.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}
