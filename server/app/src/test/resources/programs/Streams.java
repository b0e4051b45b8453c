import java.util.*;
import java.util.stream.*;

public class Streams {
    static List<String> WORDS = Arrays.asList("delta", "alpha", "charlie", "bravo");

    public static void main(String[] args) {
        WORDS.stream()
            .filter(w -> w.length() > 4)
            .map(String::toUpperCase)
            .sorted()
            .forEach(System.out::println);

        Map<Integer, Long> lengths = WORDS.stream()
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
        System.out.println(lengths);

        System.out.println(IntStream.range(0, 5).boxed().map(n -> n * n).toList());
    }
}
