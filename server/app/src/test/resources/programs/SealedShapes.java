import java.util.List;

/** Sealed types that do not say what they permit. */
public class SealedShapes {
  sealed interface Shape {}

  record Circle(double radius) implements Shape {}

  sealed static abstract class Polygon implements Shape {
    abstract int corners();
  }

  static final class Triangle extends Polygon {
    int corners() {
      return 3;
    }
  }

  static non-sealed class Regular extends Polygon {
    final int corners;

    Regular(int corners) {
      this.corners = corners;
    }

    int corners() {
      return corners;
    }
  }

  static String describe(Shape shape) {
    if (shape instanceof Circle circle) {
      return "circle of " + circle.radius();
    }
    return "polygon of " + ((Polygon) shape).corners();
  }

  public static void main(String[] args) {
    List<Shape> shapes = List.of(new Circle(1), new Triangle(), new Regular(6));

    for (Shape shape : shapes) {
      System.out.println(describe(shape));
    }

    System.out.println(Shape.class.isSealed() + " " + Shape.class.getPermittedSubclasses().length);
  }
}
