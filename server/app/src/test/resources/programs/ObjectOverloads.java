import java.util.List;

/** Its methods overload those that every class has. */
class ObjectOverloads {
  private static final int UNIT = 3;

  private static String toString(List<Integer> numbers) {
    StringBuilder text = new StringBuilder("(");
    for (int number : numbers) {
      text.append(toString(number)).append(';');
    }
    return text.append(')').toString();
  }

  private static String toString(int number) {
    return number + " of " + UNIT;
  }

  private static boolean equals(int a, int b) {
    return a % UNIT == b % UNIT;
  }

  static void report() {
    System.out.println(toString(List.of(1, 2)));
    System.out.println(equals(1, 4));
  }

  public static void main(String[] args) {
    report();

    System.out.println(toString(7));
  }
}
