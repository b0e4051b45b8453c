// # Who bought what?
//
// A quarter's orders from a CSV export, cleaned and summed up.
// Everything below is computed from this one text block; edit a line and watch.

String csv = """
    date,region,product,units,price
    2024-01-03,North,Kettle,12,24.90
    2024-01-07,South,Toaster,5,39.50
    2024-01-15,North,Toaster,7,39.50
    2024-01-21,West,"Mixer, hand",3,59.00
    2024-02-02,South,Kettle,20,23.50
    2024-02-11,West,Kettle,4,24.90
    2024-02-14,North,"Mixer, hand",9,55.00
    2024-02-14,East,Toaster,,39.50
    2024-02-28,South,"Mixer, hand",2,59.00
    2024-03-05,East,Kettle,16,22.90
    2024-03-09,West,Toaster,11,37.00
    2024-03-17,North,Kettle,twelve,24.90
    2024-03-30,South,Toaster,8,37.00
    """;

// ## Reading
//
// Quotes may protect a comma, so `split(",")` is not enough.

List<String> cells(String line) {
  var result = new ArrayList<String>();
  var cell = new StringBuilder();
  boolean quoted = false;
  for (char c : line.toCharArray()) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      result.add(cell.toString());
      cell.setLength(0);
    } else {
      cell.append(c);
    }
  }
  result.add(cell.toString());
  return result;
}

cells("2024-01-21,West,\"Mixer, hand\",3,59.00")
cells(",,").size()

import java.time.LocalDate;
import java.time.Month;

record Order(LocalDate date, String region, String product, int units, BigDecimal price) {
  BigDecimal total() {
    return price.multiply(BigDecimal.valueOf(units));
  }

  static Order of(List<String> cells) {
    return new Order(
        LocalDate.parse(cells.get(0)),
        cells.get(1),
        cells.get(2),
        Integer.parseInt(cells.get(3)),
        new BigDecimal(cells.get(4)));
  }
}

// Some lines are no good. They are kept apart, with the reason, instead of being lost.

var rejected = new LinkedHashMap<Integer, String>();
var orders = new ArrayList<Order>();
var lines = csv.lines().toList();
for (int i = 1; i < lines.size(); i++) {
  try {
    orders.add(Order.of(cells(lines.get(i))));
  } catch (NumberFormatException e) {
    rejected.put(i + 1, e.getMessage());
  }
}

orders.size()
rejected

// ## By region

Map<String, BigDecimal> sumBy(Function<Order, String> key) {
  return orders.stream()
      .collect(
          Collectors.groupingBy(
              key,
              TreeMap::new,
              Collectors.reducing(BigDecimal.ZERO, Order::total, BigDecimal::add)));
}

var byRegion = sumBy(Order::region);
var byProduct = sumBy(Order::product);
byRegion.get("North")
BigDecimal total = byRegion.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
total.equals(byProduct.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))

byRegion.forEach((region, sum) -> {
  var share = sum.multiply(BigDecimal.valueOf(100)).divide(total, 1, RoundingMode.HALF_UP);
  System.out.printf("%-6s %9.2f  %5s %%%n", region, sum, share);
});

// ## By month
//
// `Month` sorts as the year goes, so a `TreeMap` is in order.

var byMonth = orders.stream().collect(
    Collectors.groupingBy(o -> o.date().getMonth(), TreeMap::new, Collectors.counting()));
byMonth.firstKey() + " to " + byMonth.lastKey()
byMonth.get(Month.FEBRUARY)

// ## The best of each product

var best = new TreeMap<String, Order>();
for (Order order : orders) {
  best.merge(order.product(), order, (a, b) -> a.total().compareTo(b.total()) >= 0 ? a : b);
}
best.values().forEach(System.out::println);

// Units as numbers: one pass, five answers.

var units = orders.stream().mapToInt(Order::units).summaryStatistics();
units.getMax() - units.getMin()
Math.round(units.getAverage() * 10) / 10.0
