import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

public class Fibonacci {
    private static final Map<Integer, BigInteger> cache = new HashMap<>();

    /** Computes a Fibonacci number. */
    public static BigInteger fib(int n) {
        if (n < 2) {
            return BigInteger.valueOf(n);
        }
        BigInteger known = cache.get(n);
        if (known == null) {
            known = fib(n - 1).add(fib(n - 2));
            cache.put(n, known);
        }
        return known;
    }

    public static void main(final String[] args) {
        // The hundredth
        BigInteger hundredth = fib(100);

        System.out.println(hundredth);

        int size = cache.size();
        System.out.println(size);
    }
}
