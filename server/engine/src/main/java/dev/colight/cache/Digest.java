package dev.colight.cache;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A SHA-256 digest, as four big-endian longs. */
public record Digest(long a, long b, long c, long d) implements Comparable<Digest> {
  // Written out, as those of records go through method handles: this is compared a lot.

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digest digest
        && a == digest.a
        && b == digest.b
        && c == digest.c
        && d == digest.d;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(a);
  }

  /** Starts a digest over a sequence of parts. */
  public static Builder builder() {
    return new Builder();
  }

  /** Digests one text. */
  public static Digest of(String text) {
    return builder().add(text).build();
  }

  @Override
  public int compareTo(Digest other) {
    int order = Long.compareUnsigned(a, other.a);
    order = order != 0 ? order : Long.compareUnsigned(b, other.b);
    order = order != 0 ? order : Long.compareUnsigned(c, other.c);
    return order != 0 ? order : Long.compareUnsigned(d, other.d);
  }

  /** Returns 64 lower-case hexadecimal digits. */
  @Override
  public String toString() {
    HexFormat hex =
        HexFormat.of(); // String.format takes ten times as long, and this is called a lot
    return hex.toHexDigits(a) + hex.toHexDigits(b) + hex.toHexDigits(c) + hex.toHexDigits(d);
  }

  /** Collects parts; each is framed by its length, so that no two sequences run together. */
  public static final class Builder {
    /** Never used, but copied, which is quicker than to look for a provider. */
    private static final MessageDigest SHA_256 = newSha256();

    private final MessageDigest sha = sha256();

    private Builder() {}

    private static MessageDigest sha256() {
      try {
        return (MessageDigest) SHA_256.clone();
      } catch (CloneNotSupportedException e) {
        return newSha256();
      }
    }

    private static MessageDigest newSha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }

    /** Adds a text. */
    public Builder add(String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return add(bytes.length).add(bytes);
    }

    /** Adds bytes. */
    public Builder addBytes(byte[] bytes) {
      return add(bytes.length).add(bytes);
    }

    /** Adds a number. */
    public Builder add(int number) {
      sha.update((byte) (number >>> 24));
      sha.update((byte) (number >>> 16));
      sha.update((byte) (number >>> 8));
      sha.update((byte) number);
      return this;
    }

    /** Adds another digest. */
    public Builder add(Digest digest) {
      return add(
          ByteBuffer.allocate(32)
              .putLong(digest.a)
              .putLong(digest.b)
              .putLong(digest.c)
              .putLong(digest.d)
              .array());
    }

    private Builder add(byte[] bytes) {
      sha.update(bytes);
      return this;
    }

    /** Ends the digest. */
    public Digest build() {
      ByteBuffer buffer = ByteBuffer.wrap(sha.digest());
      return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }
  }
}
