// # A basket
// The classes of the project beside it, live: change `Pricing.java`, and what is below follows.

import shop.Basket;

var small = new Basket().add("Pen", 250).add("Ink", 1_200)
small.total()

var large = new Basket().add("Desk", 18_000)
large.total()
