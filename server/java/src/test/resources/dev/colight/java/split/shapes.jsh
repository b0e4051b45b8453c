// Shapes, as a sealed hierarchy

sealed interface Shape permits Circle, Square, Group {
}

record Circle(double radius) implements Shape { }

record Square(double side)
    implements Shape { }

non-sealed class Group implements Shape
{
    final List<Shape> parts = new ArrayList<>();

    Group add(Shape shape) {
        parts.add(shape);

        return this;
    }
}

double area(Shape shape) {
    if (shape instanceof Circle c) {
        return Math.PI * c.radius() * c.radius();
    }
    else if (shape instanceof Square s) {
        return s.side() * s.side();
    }
    else if (shape instanceof Group g) {
        return g.parts.stream().mapToDouble(x -> area(x)).sum();
    }

    throw new IllegalStateException();
}

area(new Circle(1))

var group = new Group()
    .add(new Square(2))
    // a comment between
    .add(new Circle(0.5));

area(group);

enum Color {
    RED("r") {
        @Override
        String hex() { return "#f00"; }
    },
    GREEN("g");

    private final String letter;

    Color(String letter) { this.letter = letter; }

    String hex() { return "#0f0"; }
}

String name(int n) {
    return switch (n) {
        case 1, 2 -> "few";
        case 3 -> {
            String s = "three";
            yield s;
        }
        default -> "many";
    };
}

IntStream.range(0, 5).mapToObj(n -> name(n)).toList()

Comparator<Shape> bySize = new Comparator<>() {
    @Override
    public int compare(Shape a, Shape b) {
        return Double.compare(area(a), area(b));
    }
};
