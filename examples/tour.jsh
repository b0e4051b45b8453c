// # A tour of live Java
//
// This is a plain Java file, open in your editor. What you see here is what
// its lines are worth **now**: change one, and whatever depends on it follows
// before you strike the next key. Nothing else runs again.

int guests = 8
guests * (guests - 1) / 2

var toast = "Cheers! ".repeat(2).strip()
toast.toUpperCase()

// Expressions show their values, and so do variables. The semicolon at the end
// of a line is up to you. The rest is Java as you know it: `jshell` and JBang
// run such files as they are.

// ## Data you can look at
//
// Lines that stand together are a **block**. A list of records is a table: sort
// it by a click on a column.

record Planet(String name, double distance, double years, int moons) {}

List<Planet> planets = """
    Mercury   0.387    0.241    0
    Venus     0.723    0.615    0
    Earth     1.000    1.000    1
    Mars      1.524    1.881    2
    Jupiter   5.203   11.862   97
    Saturn    9.537   29.447  274
    Uranus   19.191   84.017   29
    Neptune  30.069  164.791   16
    """.lines()
    .map(line -> new Scanner(line).useLocale(Locale.ROOT))
    .map(in -> new Planet(in.next(), in.nextDouble(), in.nextDouble(), in.nextInt()))
    .toList();

// Kepler found in 1619 that the square of a planet's year grows with the cube of
// its distance from the sun, $T^2 = a^3$. On logarithmic scales that is a
// straight line. One import, and your data are plots.

import static dev.colight.display.Display.*;

plot(planets)
    .line(Planet::distance, Planet::years).color("#b8b3a6")
    .dot(Planet::distance, Planet::years).color("#d1495b").radius(5)
    .logX().logY().grid()
    .labelX("distance from the sun, in that of the Earth")
    .labelY("length of the year, in ours")

// How far off is he? No more than a few parts in a thousand.

record Check(String planet, double law, double observed, String off) {}

Check check(Planet planet) {
  double law = Math.pow(planet.distance(), 1.5);
  String off = "%+.2f %%".formatted(100 * (law / planet.years() - 1));
  return new Check(planet.name(), Math.round(1000 * law) / 1000.0, planet.years(), off);
}

planets.stream().map(planet -> check(planet)).toList()

// ## Something to play with
//
// A square wave is a sum of sines, says Fourier:
//
// $$ f(x) = \frac{4}{\pi} \sum_{k=1}^{n} \frac{\sin\,(2k-1)x}{2k-1} $$
//
// Move the slider, and watch the corners: however many terms you take, the
// overshoot beside each jump stays.

int terms = slider("terms", 1, 40, 5)

double wave(double x) {
  double sum = 0;
  for (int k = 1; k <= terms; k++) sum += Math.sin((2 * k - 1) * x) / (2 * k - 1);
  return 4 / Math.PI * sum;
}

double[] xs = DoubleStream.iterate(-6.3, x -> x <= 6.3, x -> x + 0.01).toArray();
plot(xs, Arrays.stream(xs).map(x -> wave(x)).toArray())
    .line().color("#2a6f97").ruleY(-1, 1).size(720, 260)

// ## Use it now, define it later
//
// `age` calls `yearsOn`, which stands further down. That is fine, as long as
// both are there when `age` is *used*.

String age(int years, Planet planet) {
  return "%.1f on %s".formatted(yearsOn(planet, years), planet.name());
}

double yearsOn(Planet planet, double years) {
  return years / planet.years();
}

planets.stream().limit(4).map(planet -> age(42, planet)).collect(Collectors.joining(", "))

// ## Nothing is left behind
//
// Lists grow, counters count, and still what you see is what a clean run from
// top to bottom would show. Add somebody to the queue, or take a line away:
// what you deleted has never been there.

var queue = new ArrayDeque<>(List.of("Ada", "Grace"));
queue.addLast("Barbara");
queue.addFirst("Frances");

String.join(" → ", queue)

// ## Mistakes stay where they are
//
// There are no tables yet, so the block that divides by them fails, and says so
// on the line that failed. What does not need it runs all the same. Give
// `tables` a number.

int tables = 0;
int perTable = (guests + tables - 1) / tables // throws ArithmeticException

guests + " guests, whatever the tables say"

// ## A picture to end with
//
// Each pixel is a point of the complex plane: how long does $z^2 + c$ stay
// small? Look closer by moving `zoom`.

import java.awt.Color;
import java.awt.image.BufferedImage;

double zoom = slider("zoom", 0.0, 12.0, 0.0, 0.1)
boolean night = checkbox("night", true)

double smooth(double re, double im) {
  double x = 0, y = 0;
  for (int n = 0; n < 250; n++) {
    double next = x * x - y * y + re;
    y = 2 * x * y + im;
    x = next;
    if (x * x + y * y > 64) return n - Math.log(Math.log(x * x + y * y)) / Math.log(2);
  }
  return 0;
}

int shade(double n) {
  float light = (float) Math.min(1, Math.sqrt(Math.max(0, n) / 60));
  return Color.HSBtoRGB(0.62f + 0.5f * light, 0.7f, night ? light : 1 - light);
}

var picture = new BufferedImage(720, 420, BufferedImage.TYPE_INT_RGB);
double step = 3.4 / 720 * Math.pow(2, -zoom);
for (int row = 0; row < 420; row++) {
  for (int column = 0; column < 720; column++) {
    double re = -0.7436 + (column - 360) * step;
    double im = 0.1318 + (row - 210) * step;
    picture.setRGB(column, row, shade(smooth(re, im)));
  }
}
picture
