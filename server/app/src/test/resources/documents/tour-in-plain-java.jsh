///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//DESCRIPTION A tour of live Java documents.

// # A tour of live Java
//
// This file is plain Java: `jshell` and `jbang` run it just as it is. Open it
// in your editor, and every line shows its value beside it while you type.
// Change any number, and only what depends on that number runs again.

// ## Lines have values
//
// An expression shows its value, and so does a variable that is given one.
// The semicolon at the end of a line is up to you.

int guests = 8
guests * (guests - 1) / 2

var toast = "Cheers! ".repeat(2).strip()
toast.toUpperCase()

// ## Data, right where you need it
//
// Lines that stand together are a **block**; a blank line starts the next one.
// A text block makes a handy little table.

record Planet(String name, int radius, double days) {}

List<Planet> parse(String table) {
  return table.lines()
      .map(line -> line.split("\\s+"))
      .map(cell -> new Planet(cell[0], Integer.parseInt(cell[1]), Double.parseDouble(cell[2])))
      .toList();
}

var planets = parse("""
    Mercury   2440      88.0
    Venus     6052     224.7
    Earth     6371     365.2
    Mars      3390     687.0
    Jupiter  69911    4331.0
    Saturn   58232   10747.0
    Uranus   25362   30589.0
    Neptune  24622   59800.0
    """);
planets.size()
planets.get(2)

// Streams are at home here, and nothing has to be printed to be seen.

var giants = planets.stream().filter(p -> p.radius() > 10_000).map(Planet::name).toList();
var byRadius = Comparator.comparingInt(Planet::radius);
planets.stream().min(byRadius).get().name() + " < " + planets.stream().max(byRadius).get().name()

// ## Use it now, define it later
//
// `age` calls `yearOf`, which stands further down. That is fine, as long as
// both are there when `age` is *used*.

String age(int years, Planet planet) {
  return "%s: %.1f".formatted(planet.name(), years * 365.2 / yearOf(planet));
}

double yearOf(Planet planet) {
  return planet.days();
}

int years = 42
planets.stream().limit(4).map(planet -> age(years, planet)).collect(Collectors.joining(", "))

// ## What you print is shown, too
//
// Bars of the radii, on a logarithmic scale.

for (Planet planet : planets) {
  int length = (int) Math.round(12 * Math.log10(planet.radius() / 1000.0));
  System.out.printf("%-8s %s%n", planet.name(), "█".repeat(length));
}

// ## Mistakes stay where they are
//
// Set `tables` to 0: the block that fails says so, on the line that failed.
// What does not need it runs all the same.

int tables = 3;
int perTable = (guests + tables - 1) / tables

guests + " guests, whatever the tables say"

// ## Names may be used again
//
// Further down a name may stand for something else; what is above keeps what it meant there.

var guests = List.of("Ada", "Grace", "Barbara", "Frances")
String.join(" & ", guests)

// ## A picture to end with
//
// Each character is a point of the complex plane: how long does `z² + c` stay small?
// Move `centre`, or look closer by making `width` smaller.

double centre = -0.6, width = 3.0;
String shades = " .:-=+*#%@";

int escape(double re, double im) {
  double x = 0, y = 0;
  for (int n = 0; n < 90; n++) {
    double next = x * x - y * y + re;
    y = 2 * x * y + im;
    x = next;
    if (x * x + y * y > 4) return n;
  }
  return 90;
}

for (int row = -10; row <= 10; row++) {
  var line = new StringBuilder();
  for (int column = -32; column <= 32; column++) {
    int n = escape(centre + column * width / 64, row * width / 32 * 0.85);
    line.append(shades.charAt(Math.min(9, (int) (2 * Math.log(n + 1)))));
  }
  System.out.println(line.toString().stripTrailing());
}
