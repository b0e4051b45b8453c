package shop;

/** The rules of the shop. */
final class Pricing {
  static final int LARGE = 10_000;

  private Pricing() {}

  /** Takes a tenth off what is more than a hundred. */
  static int discounted(int cents) {
    return cents > LARGE ? cents * 9 / 10 : cents;
  }
}
