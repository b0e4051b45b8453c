public class Labels {
    public static void main(String[] args) {
        int found = -1;

        outer:
        for (int i = 2; i < 20; i++) {
            for (int j = 2; j < i; j++) {
                if (i * j == 51) {
                    found = i;
                    break outer;
                }
                if (i % j == 0) continue outer;
            }
            System.out.print(i + " ");
        }
        System.out.println();

        System.out.println(found);
    }
}
