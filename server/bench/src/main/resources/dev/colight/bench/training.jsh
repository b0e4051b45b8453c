import static dev.colight.display.Display.*;

// # Training
// What documents have in them at first.

record Row(String name, int number, double share) {}
enum Colour { RED, GREEN, BLUE }
interface Shape { double area(); }

int n = slider("n", 1, 10, 3)
var rows = IntStream.range(0, 20).mapToObj(i -> new Row("row " + i, i, i / 7.0)).collect(Collectors.toList())
Map<String, List<Row>> groups = rows.stream().collect(Collectors.groupingBy(r -> r.number() % 2 == 0 ? "even" : "odd"))

List<Integer> numbers = new ArrayList<>(List.of(3, 1, 2));
numbers.sort(Comparator.reverseOrder());
numbers.add(n);
numbers

double sum = 0;
for (Row row : rows) { sum += row.share(); }
System.out.println("sum " + sum);
String.format("%.2f", sum)

int fib(int k) { return k < 2 ? k : fib(k - 1) + fib(k - 2); }
fib(15)

Shape unit = () -> 1.5;
Optional<Colour> colour = Arrays.stream(Colour.values()).filter(c -> c.name().length() > 3).findFirst();
switch (colour.get()) { case GREEN -> "green"; default -> unit.area() + ""; }

double[] xs = DoubleStream.iterate(0, x -> x < 3, x -> x + 0.1).toArray();
plot(xs, DoubleStream.of(xs).map(Math::sin).toArray()).line()

LocalDate.of(2024, 2, 29).plusDays(n)
new java.math.BigDecimal("1.10").add(java.math.BigDecimal.TEN)
Pattern.compile("[a-z]+").matcher("some words").results().map(MatchResult::group).toList()

int[] none = {};
none[n]

int wrong = "text"
