package dev.colight.worker;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Digests values that can never change and are made of nothing but the JDK's types. Two values of
 * equal digest cannot be told apart, except by identity: classes count, the bits of floating-point
 * numbers do, and so does the order in which a set iterates.
 */
final class ValueDigest {
  /** Never used, but copied. */
  private static final MessageDigest SHA_256 = newSha256();

  /** Elements, or 64 characters of text, that a digest takes in at most. */
  private static final int BUDGET = 10_000;

  private static final int MAX_DEPTH = 200;

  /** Text is written byte by byte, which a digest takes in slowly. */
  private static final int BUFFER_BYTES = 256;

  /** Classes whose {@code toString} tells all of their state. */
  private static final Set<Class<?>> BY_TEXT =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Duration.class,
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          MonthDay.class,
          OffsetDateTime.class,
          OffsetTime.class,
          OptionalInt.class,
          OptionalLong.class,
          Period.class,
          UUID.class,
          Year.class,
          YearMonth.class,
          ZonedDateTime.class,
          ZoneOffset.class);

  private static final String IMMUTABLE = "java.util.ImmutableCollections$";

  private static final Set<String> COLLECTIONS =
      Set.of(
          IMMUTABLE + "List12",
          IMMUTABLE + "ListN",
          IMMUTABLE + "SubList",
          IMMUTABLE + "Set12",
          IMMUTABLE + "SetN",
          "java.util.Collections$EmptyList",
          "java.util.Collections$EmptySet",
          "java.util.Collections$SingletonList",
          "java.util.Collections$SingletonSet");

  private static final Set<String> MAPS =
      Set.of(
          IMMUTABLE + "Map1",
          IMMUTABLE + "MapN",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$SingletonMap");

  private final DataOutputStream out;
  private int budget = BUDGET;

  private ValueDigest(DataOutputStream out) {
    this.out = out;
  }

  /** Returns the digest of a value, or null where it has none. Runs no code of the user's. */
  static @Nullable String of(@Nullable Object value) {
    return digest(out -> new ValueDigest(out).add(value, 0));
  }

  /** Adds something to a digest; false where it has none. */
  interface Addition {
    boolean to(DataOutputStream out) throws IOException;
  }

  /** Adds a value to a digest; false where it has none. */
  static boolean addTo(DataOutputStream out, @Nullable Object value) throws IOException {
    return new ValueDigest(out).add(value, 0);
  }

  /** Returns the digest of what is added, or null where that has none. */
  static @Nullable String digest(Addition addition) {
    MessageDigest sha = sha256();
    OutputStream digested = new DigestOutputStream(OutputStream.nullOutputStream(), sha);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(digested, BUFFER_BYTES));
    try {
      if (!addition.to(out)) {
        return null;
      }
      out.flush();
      return HexFormat.of().formatHex(sha.digest());
    } catch (IOException e) {
      throw new IllegalStateException("nothing is written anywhere", e);
    }
  }

  /** Adds a value; false where it has no digest. */
  private boolean add(@Nullable Object value, int depth) throws IOException {
    if (--budget < 0 || depth > MAX_DEPTH) {
      return false;
    }
    if (value == null) {
      out.writeByte(0);
      return true;
    }
    Class<?> type = value.getClass();
    if (!Leaves.isOfPlatform(type)) {
      return false;
    }
    text(type.getName());
    if (value instanceof String string) {
      return text(string);
    } else if (BY_TEXT.contains(type)) {
      return text(value.toString());
    } else if (value instanceof Character character) {
      out.writeChar(character);
      return true;
    } else if (value instanceof Double number) {
      out.writeLong(Double.doubleToRawLongBits(number));
      return true;
    } else if (value instanceof Float number) {
      out.writeInt(Float.floatToRawIntBits(number));
      return true;
    } else if (type == BigInteger.class) {
      return number((BigInteger) value);
    } else if (type == BigDecimal.class) {
      BigDecimal number = (BigDecimal) value;
      out.writeInt(number.scale());
      return number(number.unscaledValue());
    } else if (value instanceof OptionalDouble number) {
      out.writeBoolean(number.isPresent());
      out.writeLong(Double.doubleToRawLongBits(number.orElse(0)));
      return true;
    } else if (value instanceof ZoneId zone) {
      return text(zone.getId());
    } else if (value instanceof Enum<?> constant) {
      return text(constant.name());
    } else if (value instanceof Optional<?> optional) {
      return add(optional.orElse(null), depth + 1);
    } else if (COLLECTIONS.contains(type.getName())) {
      return addAll((Collection<?>) value, depth);
    } else if (MAPS.contains(type.getName())) {
      return addAll(((Map<?, ?>) value).entrySet(), depth);
    } else if (value instanceof Map.Entry<?, ?> entry && isImmutableEntry(type)) {
      return add(entry.getKey(), depth + 1) && add(entry.getValue(), depth + 1);
    }
    return false;
  }

  private boolean addAll(Collection<?> values, int depth) throws IOException {
    if (values.size() > budget) {
      return false;
    }
    out.writeInt(values.size());
    for (Object value : values) {
      if (!add(value, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean text(String text) throws IOException {
    budget -= text.length() / 64;
    if (budget < 0) {
      return false;
    }
    out.writeInt(text.length());
    out.writeChars(text);
    return true;
  }

  /** Adds the bytes of a number: to write its digits takes time that grows with their square. */
  private boolean number(BigInteger number) throws IOException {
    byte[] bytes = number.toByteArray();
    budget -= bytes.length / 64;
    if (budget < 0) {
      return false;
    }
    out.writeInt(bytes.length);
    out.write(bytes);
    return true;
  }

  private static boolean isImmutableEntry(Class<?> type) {
    return type == AbstractMap.SimpleImmutableEntry.class
        || type.getName().equals("java.util.KeyValueHolder");
  }

  /** Returns a digest to use once. To copy one is quicker than to look for a provider. */
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
}
