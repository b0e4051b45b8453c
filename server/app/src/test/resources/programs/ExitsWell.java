public class ExitsWell {
  static int n = 3;

  public static void main(String[] args) {
    System.out.println("before");

    if (n == 3) {
      System.out.println("leaving");
      System.exit(0);
    }

    System.out.println("after");
  }
}
