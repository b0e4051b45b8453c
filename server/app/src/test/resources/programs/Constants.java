import java.util.List;

public class Constants {
  static final int RED = 1;
  static final int GREEN = RED + 1;
  static final String NAME = "na" + "me";
  private static final long BIG = 1L << 40;
  static final int NOT = Integer.parseInt("7");
  static final int ALSO_NOT = NOT;

  enum Sign { PLUS }

  static class Codes {
    static final char A = 'a';
    static String tell(int colour) {
      switch (colour) {
        case RED:
          return "red";
        case GREEN:
          return "green";
        default:
          return "other";
      }
    }
  }

  static String colour(int c) {
    return switch (c) {
      case RED -> "red";
      case GREEN -> "green";
      default -> "none" + ALSO_NOT;
    };
  }

  public static void main(String[] args) {
    System.out.println(colour(1) + colour(2) + colour(3));

    final int two = 2;
    byte b = two;
    System.out.println(b);

    final int RED = 5;
    switch (args.length + 5) {
      case RED:
        System.out.println("local red");
        break;
      case two:
        System.out.println("two");
    }

    System.out.println((NAME + "!") == "name!");
    System.out.println(Codes.tell(2));

    final var minus = -1;
    short s = minus;
    System.out.println(s);

    final var below = -'a';
    System.out.println(below);

    char c = Codes.A;
    final char next = Codes.A + 1;
    System.out.println(c + " " + next);

    final int length = args.length;
    System.out.println(length);

    final boolean debug = false;
    int x;
    if (debug || BIG > 0) x = 3; else x = 4;
    System.out.println(x);

    System.out.println(switch ("name") { case NAME -> 1; default -> 2; });
  }
}
