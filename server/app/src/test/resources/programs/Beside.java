import java.util.List;
import java.util.function.*;

public class Beside {
    public static void main(String[] args) {
        Shape[] shapes = {new Circle(1), new Square(2)};
        for (Shape s : shapes) {
            System.out.println(s.name() + " " + (int) s.area());
        }

        System.out.println(Util.twice(21));
    }
}

interface Shape {
    double area();

    default String name() { return getClass().getSimpleName(); }
}

class Circle implements Shape {
    private double r;
    Circle(double r) { this.r = r; }
    public double area() { return Math.PI * r * r; }
}

class Square implements Shape {
    private double a;
    Square(double a) { this.a = a; }
    public double area() { return a * a; }
}

class Util {
    static int twice(int n) { return 2 * n; }
}
