package dev.colight.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedCacheTest {
  private final BoundedCache<String, String> empty = BoundedCache.ofBound(6, String::length);

  @Test
  void the_least_recently_used_entry_goes_first() {
    var cache = empty.with("a", "aaa").with("b", "bbb").with("a", "aaa").with("c", "ccc");
    var trimmed = cache.trim(key -> false);
    assertEquals(List.of("bbb"), trimmed.dropped());
    assertEquals("aaa", trimmed.cache().get("a"));
    assertNull(trimmed.cache().get("b"));
    assertEquals(6, trimmed.cache().weight());
  }

  @Test
  void what_is_in_use_stays_whatever_the_bound() {
    var cache = empty.with("a", "aaaa").with("b", "bbbb").with("c", "cccc");
    var trimmed = cache.trim("a"::equals);
    assertEquals(List.of("bbbb", "cccc"), trimmed.dropped());
    assertEquals(1, trimmed.cache().size());
  }

  @Test
  void a_replaced_entry_weighs_once() {
    assertEquals(2, empty.with("a", "aaa").with("a", "aa").weight());
  }
}
