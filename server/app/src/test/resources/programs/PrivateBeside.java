public class PrivateBeside {
  static class Counter {
    private int n = 3;

    private int twice() {
      return 2 * n;
    }
  }

  public static void main(String[] args) {
    System.out.println(new Derived().tell() + new Derived().own());

    System.out.println(new Counter().n + new Counter().twice());
  }
}

class Base {
  private String name() { return "base"; }

  String tell() { return name(); }
}

class Derived extends Base {
  private String name() { return "derived"; }

  String own() { return name(); }
}
