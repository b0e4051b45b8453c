// # Mandelbrot
//
// A class with a `main`: `java examples/Mandelbrot.java` runs it as well.

// | live

public class Mandelbrot {

  // ## How fine, and how patient

  static final int WIDTH = 64;
  static final int HEIGHT = 24;
  static int patience = 40;

  /** Counts the steps that a point takes to leave the circle. */
  static int steps(double x, double y) {
    double a = 0;
    double b = 0;
    int n = 0;
    while (n < patience && a * a + b * b < 4) {
      double next = a * a - b * b + x;
      b = 2 * a * b + y;
      a = next;
      n++;
    }
    return n;
  }

  private record Window(double left, double top, double right, double bottom) {
    double x(int column) {
      return left + (right - left) * column / WIDTH;
    }

    double y(int row) {
      return top + (bottom - top) * row / HEIGHT;
    }
  }

  public static void main(String[] args) {
    Window window = new Window(-2.1, -1.2, 0.8, 1.2);

    // One line of text for each row:

    for (int row = 0; row < HEIGHT; row++) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < WIDTH; column++) {
        int n = steps(window.x(column), window.y(row));
        line.append(n == patience ? '#' : n > 6 ? '+' : n > 3 ? '.' : ' ');
      }
      System.out.println(line);
    }

    int inside = 0;
    for (int row = 0; row < HEIGHT; row++) {
      for (int column = 0; column < WIDTH; column++) {
        inside += steps(window.x(column), window.y(row)) == patience ? 1 : 0;
      }
    }

    System.out.println(inside + " of " + WIDTH * HEIGHT + " points stay");
  }
}
