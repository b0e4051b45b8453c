package shop;

import java.util.ArrayList;
import java.util.List;

/** What somebody is about to buy. */
public class Basket {
  private final List<Item> items = new ArrayList<>();

  /** Puts an item in. */
  public Basket add(String name, int cents) {
    items.add(new Item(name, cents));
    return this;
  }

  /** Returns what all of it costs, in cents. */
  public int total() {
    return Pricing.discounted(items.stream().mapToInt(Item::cents).sum());
  }

  @Override
  public String toString() {
    return items.size() + " items";
  }
}
