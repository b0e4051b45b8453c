package dev.colight.cache;

/** Names a result by what it was computed from: code and the versions of all it could reach. */
public record RunKey(Digest digest) {
  @Override
  public String toString() {
    return digest.toString();
  }
}
