package dev.colight.cache;

import java.util.HexFormat;

/** Names compiled code by what it was compiled from: its tokens and the meanings of its names. */
public record CodeKey(Digest digest) implements Comparable<CodeKey> {
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
