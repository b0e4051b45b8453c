public class ReadsAhead {
    static int a = f();
    static int b = 7;
    static final int C = 9;

    static int f() {
        return b + C;
    }

    public static void main(String[] args) {
        System.out.println(a + " " + f());
    }
}
