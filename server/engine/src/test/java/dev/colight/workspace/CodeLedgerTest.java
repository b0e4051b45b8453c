package dev.colight.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeLedgerTest {
  private final CodeLedger ledger = new CodeLedger();

  @Test
  void the_oldest_go_first_and_what_is_needed_stays() {
    add(0, CodeLedger.KEPT + 4);
    assertEquals(List.of(key(1), key(3)), ledger.forget(() -> Set.of(key(0), key(2))));
    assertTrue(ledger.all().containsAll(List.of(key(0), key(2))));
  }

  @Test
  void what_was_needed_last_time_counts_as_used() {
    add(0, CodeLedger.KEPT);
    ledger.forget(() -> Set.of(key(0)));
    add(CodeLedger.KEPT, 1);
    assertEquals(List.of(key(1)), ledger.forget(Set::of));
  }

  @Test
  void it_is_due_after_some_compilations() {
    add(0, CodeLedger.SLACK - 1);
    assertFalse(ledger.isDue());
    add(0, 1);
    assertTrue(ledger.isDue());
    ledger.forget(Set::of);
    assertFalse(ledger.isDue());
  }

  private void add(int first, int count) {
    for (int i = first; i < first + count; i++) {
      ledger.add(key(i));
    }
  }

  private static CodeKey key(int number) {
    return new CodeKey(Digest.of("key " + number));
  }
}
