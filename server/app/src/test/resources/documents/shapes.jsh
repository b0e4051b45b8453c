// # Shapes: records, sealed types, patterns

sealed interface Shape permits Circle, Rectangle, Triangle {
  double area();

  default boolean largerThan(Shape other) {
    return area() > other.area();
  }
}

record Circle(double radius) implements Shape {
  public Circle {
    if (radius <= 0) throw new IllegalArgumentException("radius " + radius);
  }

  public double area() {
    return Math.PI * radius * radius;
  }
}

record Rectangle(double width, double height) implements Shape {
  static Rectangle square(double side) {
    return new Rectangle(side, side);
  }

  public double area() {
    return width * height;
  }
}

record Triangle(Point a, Point b, Point c) implements Shape {
  public double area() {
    return Math.abs(a.cross(b) + b.cross(c) + c.cross(a)) / 2;
  }
}

record Point(double x, double y) {
  static final Point ORIGIN = new Point(0, 0);

  Point() {
    this(0, 0);
  }

  double cross(Point other) {
    return x * other.y - y * other.x;
  }

  Point plus(Point other) {
    return new Point(x + other.x, y + other.y);
  }
}

// ## Values

List<Shape> shapes = List.of(new Circle(1), Rectangle.square(2), new Triangle(new Point(), new Point(4, 0), new Point(0, 3)));
shapes.get(0)
shapes.get(2)
shapes.get(2).area()
new Point().equals(Point.ORIGIN)
new Point(1, 2).hashCode() == new Point(1, 2).hashCode()
new Circle(1.5).largerThan(Rectangle.square(2.5))

new Circle(-1)   // throws IllegalArgumentException

// ## Patterns

String describe(Object o) {
  if (o instanceof Circle c && c.radius() > 10) return "a big circle";
  if (o instanceof Circle c) return "a circle of radius " + c.radius();
  if (!(o instanceof Rectangle r)) {
    return o instanceof Shape s ? "some shape of area " + s.area() : "no shape: " + o;
  }
  return r.width() == r.height() ? "a square" : "a " + r.width() + " by " + r.height() + " rectangle";
}

for (Object o : List.of(new Circle(12), shapes.get(0), shapes.get(1), shapes.get(2), new Rectangle(1, 2), "text", 7)) {
  System.out.println(describe(o));
}

// At top level a pattern variable can be used by what follows in its statement.

Object something = new Circle(3);
something instanceof Circle c && c.radius() == 3
something instanceof Rectangle r ? r.width() : -1
if (something instanceof Circle c) System.out.println("diameter " + 2 * c.radius());

// ## Switch expressions

enum Unit { MM, CM, M }

double inMetres(double value, Unit unit) {
  return switch (unit) {
    case MM -> value / 1000;
    case CM -> value / 100;
    case M -> value;
  };
}

inMetres(250, Unit.CM)
inMetres(3, Unit.MM)

String roman(int digit) {
  return switch (digit) {
    case 0 -> "";
    case 1, 2, 3 -> "I".repeat(digit);
    case 4 -> "IV";
    case 5, 6, 7, 8 -> {
      String rest = roman(digit - 5);
      yield "V" + rest;
    }
    default -> "IX";
  };
}

IntStream.range(0, 10).mapToObj(i -> roman(i)).toList()

int days = switch ("feb") {
  case "feb" -> 28;
  case "apr", "jun", "sep", "nov" -> 30;
  default -> 31;
};

// ## Generic records

record Pair<A, B>(A first, B second) {
  static <T extends Comparable<T>> Pair<T, T> ordered(T a, T b) {
    return a.compareTo(b) <= 0 ? new Pair<>(a, b) : new Pair<>(b, a);
  }

  <C> Pair<A, C> with(C other) {
    return new Pair<>(first, other);
  }
}

Pair.ordered("pear", "apple")
Pair.ordered(3, 1).with(List.of('x'))
Pair<Shape, Double> best = shapes.stream().map(s -> new Pair<Shape, Double>(s, s.area())).max(Comparator.comparing(Pair::second)).get();
best.first() instanceof Triangle

// Moving a shape without touching it.

Shape move(Shape shape, Point by) {
  return shape instanceof Triangle t ? new Triangle(t.a().plus(by), t.b().plus(by), t.c().plus(by)) : shape;
}

move(shapes.get(2), new Point(10, 10))
move(shapes.get(2), new Point(10, 10)).area() == shapes.get(2).area()
