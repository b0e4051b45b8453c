package dev.colight.web;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may come in: whoever brings a token, once, gets a session. Both are random numbers that
 * cannot be guessed, and are known to this process alone.
 */
final class Access {
  private static final int BYTES = 32;
  private static final int MAX = 1_000;

  private final Clock clock;
  private final Duration tokenLife;
  private final SecureRandom random = new SecureRandom();

  /** When each token that has not been used ends; the oldest first. */
  private final Map<String, Instant> tokens = new LinkedHashMap<>();

  private final Set<String> sessions = new LinkedHashSet<>();

  Access(Clock clock, Duration tokenLife) {
    this.clock = clock;
    this.tokenLife = tokenLife;
  }

  /** Returns a token that is good once. */
  synchronized String newToken() {
    String token = newSecret();
    tokens.values().removeIf(end -> !clock.instant().isBefore(end));
    tokens.put(token, clock.instant().plus(tokenLife));
    trim(tokens.keySet());
    return token;
  }

  /** Returns a session for a token that is good, which it is no more afterwards. */
  synchronized Optional<String> exchange(String token) {
    Instant end = tokens.remove(token);
    if (end == null || !clock.instant().isBefore(end)) {
      return Optional.empty();
    }
    String session = newSecret();
    sessions.add(session);
    trim(sessions);
    return Optional.of(session);
  }

  /** Tells whether there is such a session. */
  synchronized boolean isSession(String secret) {
    return sessions.contains(secret);
  }

  private String newSecret() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void trim(Set<String> oldestFirst) {
    var oldest = oldestFirst.iterator();
    for (int over = oldestFirst.size() - MAX; over > 0; over--) {
      oldest.next();
      oldest.remove();
    }
  }
}
