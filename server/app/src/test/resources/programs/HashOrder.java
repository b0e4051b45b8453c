import java.util.*;

public class HashOrder {
    public static void main(String[] args) {
        Map<String, Integer> freq = new HashMap<>();
        for (String w : "to be or not to be that is the question".split(" ")) {
            freq.put(w, freq.getOrDefault(w, 0) + 1);
        }

        for (Map.Entry<String, Integer> e : freq.entrySet()) {
            System.out.println(e.getKey() + ": " + e.getValue());
        }

        List<Map.Entry<String, Integer>> list = new ArrayList<>(freq.entrySet());
        list.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        System.out.println(list.get(0));
    }
}
