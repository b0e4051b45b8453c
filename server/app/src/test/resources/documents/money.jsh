// # Money matters
//
// A loan, a bank statement, and why neither should be a `double`.

0.1 + 0.2
0.1 + 0.2 == 0.3
new BigDecimal("0.1").add(new BigDecimal("0.2"))
new BigDecimal(0.1).toString().length() > 50
new BigDecimal("2.50").equals(new BigDecimal("2.5"))
new BigDecimal("2.50").compareTo(new BigDecimal("2.5")) == 0
new BigDecimal("1e3").scale()
new BigDecimal("1200").stripTrailingZeros().toPlainString()

BigDecimal.ONE.divide(new BigDecimal(3))   // throws ArithmeticException

BigDecimal.ONE.divide(new BigDecimal(3), new MathContext(10))
for (RoundingMode mode : RoundingMode.values()) {
  if (mode == RoundingMode.UNNECESSARY) continue;
  System.out.println(mode + ": " + new BigDecimal("2.5").setScale(0, mode) + ", " + new BigDecimal("-2.5").setScale(0, mode));
}

// ## A loan

record Rate(int month, BigDecimal interest, BigDecimal repayment, BigDecimal rest) {
  @Override
  public String toString() {
    return String.format("%2d %10s %10s %12s", month, interest, repayment, rest);
  }
}

List<Rate> plan(BigDecimal debt, BigDecimal yearly, int months) {
  BigDecimal monthly = yearly.divide(BigDecimal.valueOf(1200), 12, RoundingMode.HALF_EVEN);
  BigDecimal growth = BigDecimal.ONE.add(monthly).pow(months);
  BigDecimal payment = debt.multiply(monthly).multiply(growth).divide(growth.subtract(BigDecimal.ONE), 2, RoundingMode.UP);
  var plan = new ArrayList<Rate>();
  for (int month = 1; debt.signum() > 0; month++) {
    BigDecimal interest = debt.multiply(monthly).setScale(2, RoundingMode.HALF_EVEN);
    BigDecimal repayment = payment.subtract(interest).min(debt);
    debt = debt.subtract(repayment);
    plan.add(new Rate(month, interest, repayment, debt));
  }
  return plan;
}

var loan = plan(new BigDecimal("10000.00"), new BigDecimal("4.8"), 12);
loan.size()
loan.get(0).interest()
loan.get(0).interest().add(loan.get(0).repayment())
loan.forEach(System.out::println);
BigDecimal cost = loan.stream().map(Rate::interest).reduce(BigDecimal.ZERO, BigDecimal::add);
cost.movePointLeft(4).multiply(BigDecimal.TEN.pow(2)).round(new MathContext(3)) + " %"

// ## A statement

import java.time.LocalDate;

record Booking(LocalDate day, String text, BigDecimal amount) {}

String export = """
    2024-03-01;Salary;2500.00
    2024-03-02;Rent;-950.00
    2024-03-05;Groceries;-83.17
    2024-03-05;Coffee;-3.80
    2024-03-09;Refund;12.99
    2024-03-14;Groceries;-61.02
    2024-03-28;Train;-49.00
    """;

List<Booking> read(String export) {
  return export.lines()
      .map(line -> line.split(";"))
      .map(f -> new Booking(LocalDate.parse(f[0]), f[1], new BigDecimal(f[2])))
      .collect(Collectors.toList());
}

List<Booking> bookings = read(export);
bookings.size()

String report(BigDecimal opening, List<Booking> bookings) {
  var out = new StringWriter();
  var print = new PrintWriter(out);
  BigDecimal balance = opening;
  print.printf("%-10s %-12s %10s %10s\n", "Day", "Text", "Amount", "Balance");
  print.print("-".repeat(45) + "\n");
  for (Booking b : bookings) {
    balance = balance.add(b.amount());
    print.printf("%-10s %-12s %10.2f %10.2f\n", b.day(), b.text(), b.amount(), balance);
  }
  print.print("=".repeat(45) + "\n");
  BigDecimal change = balance.subtract(opening);
  print.printf("%-23s %s%9.2f %10.2f\n", "", change.signum() < 0 ? "-" : "+", change.abs(), balance);
  print.flush();
  return out.toString();
}

System.out.print(report(new BigDecimal("120.40"), bookings));

bookings.stream().filter(b -> b.amount().signum() < 0).min(Comparator.comparing(Booking::amount)).map(Booking::text)
bookings.stream().collect(Collectors.groupingBy(Booking::text, TreeMap::new, Collectors.reducing(BigDecimal.ZERO, Booking::amount, BigDecimal::add)))

new Booking(LocalDate.EPOCH, "bad", new BigDecimal("12,50"))   // throws NumberFormatException

// ## Splitting a bill so that no cent is lost

List<BigDecimal> split(BigDecimal total, int... weights) {
  int sum = IntStream.of(weights).sum();
  var shares = new ArrayList<BigDecimal>();
  for (int w : weights) shares.add(total.multiply(BigDecimal.valueOf(w)).divide(BigDecimal.valueOf(sum), 2, RoundingMode.DOWN));
  BigDecimal lost = total.subtract(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
  BigDecimal cent = new BigDecimal("0.01");
  for (int i = 0; lost.signum() > 0; i++, lost = lost.subtract(cent)) shares.set(i, shares.get(i).add(cent));
  return shares;
}

split(new BigDecimal("100.00"), 1, 1, 1)
split(new BigDecimal("0.05"), 3, 2, 4)

split(BigDecimal.TEN)   // throws IndexOutOfBoundsException
