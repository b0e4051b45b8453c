// # Inputs
//
// A control is a value: move it, and what depends on it runs again, and nothing else.

import static dev.colight.display.Display.*;

// ## A projectile

double speed = slider("speed in m/s", 5.0, 60.0, 30.0, 0.5);
int angle = slider("angle in degrees", 5, 85, 45);

enum Place {
  EARTH(9.81), MARS(3.71), MOON(1.62);

  final double gravity;
  Place(double gravity) { this.gravity = gravity; }
}
var place = select("where", List.of(Place.values()), Place.EARTH);

record Point(double distance, double height) {}
List<Point> flight(double speed, double angle, double gravity) {
  double vx = speed * Math.cos(Math.toRadians(angle)), vy = speed * Math.sin(Math.toRadians(angle));
  double time = 2 * vy / gravity;
  return IntStream.rangeClosed(0, 60)
      .mapToObj(i -> i * time / 60)
      .map(t -> new Point(vx * t, Math.max(0, vy * t - gravity * t * t / 2)))
      .toList();
}
var path = flight(speed, angle, place.gravity);
plot(path).area("distance", "height").color("#e9d8a6").line("distance", "height").rangeX(0, 400).rangeY(0, 200)

String.format("%.1f m far, %.1f m high", path.get(60).distance(), path.stream().mapToDouble(Point::height).max().getAsDouble())

// ## A savings plan

int monthly = slider("a month", 10, 500, 100, 10);
double rate = slider("percent a year", 0.0, 12.0, 5.0, 0.25);
int years = slider("years", 1, 40, 20);
boolean yearly = checkbox("interest once a year", false);

record Year(int year, long paid, long worth) {}
List<Year> plan = new ArrayList<>();
double worth = 0;
for (int month = 1; month <= years * 12; month++) {
  worth += monthly;
  if (!yearly) worth *= 1 + rate / 1200;
  else if (month % 12 == 0) worth *= 1 + rate / 100;
  if (month % 12 == 0) plan.add(new Year(month / 12, (long) monthly * month, Math.round(worth)));
}
plot(plan).bar("year", "worth").color("#94d2bd").line("year", "paid").labelY("worth, and paid")

table(plan, "year", "paid", "worth")

// ## Words

String words = text("sentence", "the quick brown fox jumps over the lazy dog");
int drawn = button("draw another word");
var all = words.split("\\s+");
markdown("**" + all[Math.floorMod(drawn * 7, all.length)] + "** is one of " + all.length + " words.")
