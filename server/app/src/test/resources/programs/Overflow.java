public class Overflow {
    static int depth(int n) { return 1 + depth(n + 1); }

    public static void main(String[] args) {
        try {
            depth(0);
        } catch (StackOverflowError e) {
            System.out.println("overflow");
        }

        int[] none = {};
        none[2] = 1;
    }
}
