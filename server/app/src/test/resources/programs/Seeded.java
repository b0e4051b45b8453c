import java.util.Random;

public class Seeded {
    static final Random RANDOM = new Random(42);

    static int roll() { return RANDOM.nextInt(6) + 1; }

    public static void main(String[] args) {
        int[] counts = new int[7];
        for (int i = 0; i < 600; i++) counts[roll()]++;

        for (int i = 1; i < counts.length; i++) System.out.println(i + " " + counts[i]);
    }
}
