import java.util.*;

public class Iterators {
    static Iterable<Integer> range(int from, int to) {
        return () -> new Iterator<>() {
            int next = from;
            public boolean hasNext() { return next < to; }
            public Integer next() { return next++; }
        };
    }

    public static void main(String[] args) {
        int product = 1;
        for (int i : range(1, 5)) product *= i;

        Iterator<Integer> it = range(0, 2).iterator();
        System.out.println(it.next());

        System.out.println(it.next() + " " + it.hasNext() + " " + product);
    }
}
