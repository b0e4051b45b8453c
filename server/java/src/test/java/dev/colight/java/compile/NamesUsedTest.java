package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import org.junit.jupiter.api.Test;

class NamesUsedTest {
  private static final NamesUsed NAMES =
      new NamesUsed(Set.of("Basket", "Entry", "shop"), Set.of("acme/stock", "acme/stock/Entry"));

  @Test
  void a_type_is_meant_by_its_name_in_a_package_that_is_seen() {
    assertTrue(NAMES.mayMean("acme/stock/Entry"));
    assertTrue(NAMES.mayMean("shop/Basket"));
  }

  @Test
  void a_type_of_the_same_name_in_a_package_that_nobody_names_is_not_meant() {
    assertFalse(NAMES.mayMean("acme/orders/Entry"));
    assertFalse(NAMES.mayMean("store/Basket"));
    assertFalse(NAMES.mayMean("acme/stock/Other"));
  }
}
