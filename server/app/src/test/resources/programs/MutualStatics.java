public class MutualStatics {
    static class A {
        static int x = B.y + 1;
        static { System.out.println("A"); }
    }

    static class B {
        static int y = A.x + 1;
        static { System.out.println("B"); }
    }

    public static void main(String[] args) {
        System.out.println("main");

        System.out.println(A.x);

        System.out.println(B.y);
    }
}
