public class ReturnsInTry {
    public static void main(String[] args) {
        int[] data = {1, 2, 3};

        try {
            for (int d : data) {
                if (d == 2) {
                    return;
                }
                System.out.println(d);
            }
        } catch (Throwable t) {
            System.out.println("caught " + t);
        } finally {
            System.out.println("finally");
        }

        System.out.println("after");
    }
}
