import java.util.*;

public class StaticInit {
    static final Map<String, Integer> PRICES = new LinkedHashMap<>();

    static {
        PRICES.put("apple", 3);
        PRICES.put("pear", 4);
        System.out.println("loaded " + PRICES.size());
    }

    static int total = sum();

    static {
        System.out.println("total " + total);
    }

    static int sum() {
        int s = 0;
        for (int p : PRICES.values()) s += p;
        return s;
    }

    public static void main(String[] args) {
        System.out.println("main");

        PRICES.forEach((k, v) -> System.out.println(k + "=" + v));
    }
}
