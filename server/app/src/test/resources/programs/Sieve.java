import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

public class Sieve {

    private static final int LIMIT = 50;

    private static List<Integer> primes(int limit) {
        boolean[] composite = new boolean[limit + 1];
        List<Integer> result = new ArrayList<>();
        for (int i = 2; i <= limit; i++) {
            if (composite[i]) continue;
            result.add(i);
            for (int j = i * i; j <= limit; j += i) composite[j] = true;
        }
        return result;
    }

    public static void main(String[] args) {
        List<Integer> found = primes(LIMIT);
        System.out.println(found);

        int[] gaps = new int[found.size() - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = found.get(i + 1) - found.get(i);
        }

        System.out.println(Arrays.toString(gaps));
    }
}
