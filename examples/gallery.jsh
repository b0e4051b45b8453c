// # Gallery
//
// What a document can show beside its code. The calls come from one class,
// which is always there:

import static dev.colight.display.Display.*;
import java.time.LocalDate;

// ## Values show themselves
//
// A list of records is a table; a map of them has its keys in front.

record City(String name, String country, double million, LocalDate founded) {}
var cities = List.of(
    new City("Lisbon", "Portugal", 0.55, LocalDate.of(1147, 10, 25)),
    new City("Porto", "Portugal", 0.23, null),
    new City("Madrid", "Spain", 3.33, LocalDate.of(1083, 5, 25)),
    new City("Valencia", "Spain", 0.81, null),
    new City("Toulouse", "France", 0.51, null),
    new City("Lyon", "France", 0.52, null))

// So is an array of arrays.

int[][] pascal = new int[8][8];
for (int i = 0; i < 8; i++) {
  pascal[i][0] = 1;
  for (int j = 1; j <= i; j++) pascal[i][j] = pascal[i - 1][j - 1] + pascal[i - 1][j];
}
pascal

// Whatever has parts is a tree, of which more is fetched as it is opened.

record Person(String name, List<Person> children) {}
var family = new Person("Leto", List.of(
    new Person("Artemis", List.of()),
    new Person("Apollo", List.of(
        new Person("Orpheus", List.of()),
        new Person("Troilus", List.of())))))

var squares = IntStream.range(0, 100_000).mapToObj(n -> n * n).toList()

// Text of several lines, and an exception that was caught:

String haiku = "an old silent pond\na frog jumps into the pond\nsplash! silence again"

Exception caught = null
try { Integer.parseInt("forty-two"); } catch (NumberFormatException e) { caught = e; }
caught

// ## Plots

double[] wave(double pitch) {
  return IntStream.range(0, 200).mapToDouble(i -> Math.sin(i * pitch)).toArray();
}

plot(wave(0.05)).line().title("A wave").labelX("time").labelY("height")

plot(cities).bar(City::name, City::million).color(City::country).labelY("million people")

record Flower(double length, double width, String kind) {}
var random = new Random(7)
var flowers = Stream.of("setosa", "versicolor", "virginica")
    .flatMap(kind -> {
      int size = kind.length() - 5;
      return IntStream.range(0, 40).mapToObj(i ->
          new Flower(size + random.nextGaussian() / 2, size / 3.0 + random.nextGaussian() / 5, kind));
    })
    .toList();
plot(flowers).dot("length", "width").color("kind").grid()

plot(flowers).histogram("length").facetY("kind")

record Cell(int x, int y, double v) {}
var cells = IntStream.range(0, 15 * 15)
    .mapToObj(i -> new Cell(i % 15, i / 15, Math.sin(i % 15 / 2.0) * Math.cos(i / 15 / 3.0)))
    .toList();
plot(cells).heatmap("x", "y", "v")

var years = IntStream.rangeClosed(2015, 2024).mapToObj(y -> LocalDate.of(y, 1, 1)).toList();
var sold = new double[] {3, 4, 7, 9, 14, 13, 19, 28, 35, 51};
plot(Map.of("year", years, "sold", sold))
    .area("year", "sold").color("steelblue").line("year", "sold").ruleY(25)

// Whoever knows Vega-Lite can have that, too.

var shares = cities.stream()
    .map(c -> Map.of("name", c.name(), "million", c.million()))
    .toList();
vegaLite(Map.of(
    "mark", "arc",
    "data", Map.of("values", shares),
    "encoding", Map.of(
        "theta", Map.of("field", "million", "type", "quantitative"),
        "color", Map.of("field", "name", "type", "nominal"))))

// ## Pictures

var image = new java.awt.image.BufferedImage(240, 160, java.awt.image.BufferedImage.TYPE_INT_RGB);
for (int x = 0; x < 240; x++) {
  for (int y = 0; y < 160; y++) {
    double a = (x - 160) / 80.0, b = (y - 80) / 80.0, r = 0, i = 0;
    int n = 0;
    for (; n < 60 && r * r + i * i < 4; n++) { double t = r * r - i * i + a; i = 2 * r * i + b; r = t; }
    image.setRGB(x, y, n == 60 ? 0 : java.awt.Color.HSBtoRGB(0.6f + n / 90f, 0.7f, Math.min(1, n / 20f)));
  }
}
image(image)

svg("""
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="240" height="120">
      <rect width="120" height="60" rx="8" fill="#f4efe6"/>
      <circle cx="36" cy="30" r="20" fill="#d9734e"/>
      <circle cx="60" cy="30" r="20" fill="#e9b44c" opacity=".85"/>
      <circle cx="84" cy="30" r="20" fill="#4c8577" opacity=".85"/>
    </svg>
    """)

// ## Prose from code

String largest = cities.stream().max(Comparator.comparing(City::million)).get().name();
markdown("**" + cities.size() + " cities**, of which *" + largest + "* is the largest.")

latex("e^{i\\pi} + 1 = 0")

html("""
    <div style="font: 16px sans-serif; padding: 8px">
      Any <b style="color: #d9734e">HTML</b>, in a frame of its own.
    </div>
    """)

json(Map.of("name", "gallery", "kinds", List.of("table", "tree", "plot"), "works", true))

// ## From the middle of things
//
// `display` shows a value wherever it is called; `update` puts another in its place.

for (var country : List.of("Portugal", "Spain")) {
  var there = cities.stream().filter(c -> c.country().equals(country)).toList();
  display(table(there, "name", "million"));
}

var counted = display("counting …");
for (int i = 1; i <= 1_000; i++) counted.update("counted to " + i);

var progress = progress("primes", 1_000);
int primes = 0;
for (int i = 2; i < 1_000; i++) {
  if (BigInteger.valueOf(i).isProbablePrime(20)) primes++;
  progress.to(i + 1);
}
primes
