package dev.colight.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessTest {
  private final HandClock clock = new HandClock();
  private final Access access = new Access(clock, Duration.ofMinutes(10));

  @Test
  void several_tokens_are_good_at_a_time_and_each_of_them_once() {
    String first = access.newToken();
    String second = access.newToken();
    String session = access.exchange(second).orElseThrow();
    assertTrue(access.isSession(session));
    assertTrue(access.exchange(second).isEmpty());
    assertTrue(access.exchange(first).isPresent());
    assertTrue(access.isSession(session));
  }

  @Test
  void whoever_asked_for_a_token_hears_that_it_let_somebody_in_and_no_more() {
    List<String> heard = new ArrayList<>();
    String used = access.newToken(() -> heard.add("used"));
    access.newToken(() -> heard.add("another"));
    String late = access.newToken(() -> heard.add("late"));
    access.exchange(used);
    access.exchange(used);
    clock.pass(Duration.ofMinutes(10));
    access.exchange(late);
    assertEquals(List.of("used"), heard);
  }

  @Test
  void a_token_ends_after_its_time_and_a_session_does_not() {
    String used = access.newToken();
    String late = access.newToken();
    String session = access.exchange(used).orElseThrow();
    clock.pass(Duration.ofMinutes(10));
    assertTrue(access.exchange(late).isEmpty());
    assertTrue(access.isSession(session));
  }

  @Test
  void secrets_are_256_bits_and_all_differ() {
    Set<String> secrets = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      String token = access.newToken();
      assertEquals(43, token.length());
      assertTrue(secrets.add(token));
      assertTrue(secrets.add(access.exchange(token).orElseThrow()));
    }
  }

  @Test
  void neither_a_token_nor_a_guess_is_a_session() {
    assertFalse(access.isSession(access.newToken()));
    assertFalse(access.isSession(""));
    assertTrue(access.exchange("").isEmpty());
  }

  @Test
  void the_oldest_of_too_many_go() {
    String first = access.newToken();
    for (int i = 0; i < 1_000; i++) {
      access.newToken();
    }
    assertTrue(access.exchange(first).isEmpty());
  }
}
