public class ThrowsInField {
    static int a = 1;
    static int b = Integer.parseInt("x" + a);

    public static void main(String[] args) {
        System.out.println("main " + b);
    }
}
