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
import org.jspecify.annotations.Nullable;

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

  /** The tokens that have not been used; the oldest first. */
  private final Map<String, Token> tokens = new LinkedHashMap<>();

  private final Set<String> sessions = new LinkedHashSet<>();

  /**
   * What is known of a token.
   *
   * @param used done when it lets somebody in
   */
  private record Token(Instant end, Runnable used) {}

  Access(Clock clock, Duration tokenLife) {
    this.clock = clock;
    this.tokenLife = tokenLife;
  }

  /** Returns a token that is good once. */
  String newToken() {
    return newToken(() -> {});
  }

  /**
   * Returns a token that is good once.
   *
   * @param used done when it has let somebody in
   */
  synchronized String newToken(Runnable used) {
    String secret = newSecret();
    tokens.values().removeIf(token -> !clock.instant().isBefore(token.end));
    tokens.put(secret, new Token(clock.instant().plus(tokenLife), used));
    trim(tokens.keySet());
    return secret;
  }

  /** Returns a session for a token that is good, which it is no more afterwards. */
  Optional<String> exchange(String secret) {
    Token token = take(secret);
    if (token == null || !clock.instant().isBefore(token.end)) {
      return Optional.empty();
    }
    token.used.run();
    return Optional.of(newSession());
  }

  private synchronized @Nullable Token take(String secret) {
    return tokens.remove(secret);
  }

  private synchronized String newSession() {
    String session = newSecret();
    sessions.add(session);
    trim(sessions);
    return session;
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
