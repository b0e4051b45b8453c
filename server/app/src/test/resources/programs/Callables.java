import java.util.*;
import java.util.concurrent.*;

public class Callables {
    public static void main(String[] args) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<Integer>> futures = new ArrayList<>();

        for (int i = 1; i <= 3; i++) {
            final int n = i;
            futures.add(pool.submit(() -> n * n));
        }

        int sum = 0;
        for (Future<Integer> f : futures) sum += f.get();

        pool.shutdown();
        System.out.println(sum + " " + pool.awaitTermination(1, TimeUnit.SECONDS));
    }
}
