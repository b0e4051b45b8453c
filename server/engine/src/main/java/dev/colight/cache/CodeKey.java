package dev.colight.cache;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Names compiled code by what it was compiled from: its tokens and the meanings of its names. */
public record CodeKey(Digest digest) implements Comparable<CodeKey> {
  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CodeKey key && digest.equals(key.digest);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public int compareTo(CodeKey other) {
    return digest.compareTo(other.digest);
  }

  /** Returns 32 hexadecimal digits, enough for a class name. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(digest.a()) + hex.toHexDigits(digest.b());
  }
}
