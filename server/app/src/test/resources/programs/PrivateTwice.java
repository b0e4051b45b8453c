public class PrivateTwice {
  static class A {
    private int m() {
      return 1;
    }

    int call() {
      return m();
    }
  }

  static class B extends A {
    int m() {
      return 2;
    }
  }

  public static void main(String[] args) {
    System.out.println(new B().call() + " " + new B().m());

    System.out.println(new Derived().tell() + " " + new Derived().own());
  }
}

class Base {
  private String name() {
    return "base";
  }

  String tell() {
    return name();
  }
}

class Derived extends Base {
  private String name() {
    return "derived";
  }

  String own() {
    return name();
  }
}
