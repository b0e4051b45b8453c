// # Words
//
// Counts the words of its arguments (`colight run examples/WordCount.java -- to be or not to be`),
// or of a line that everybody knows.

// | live

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class WordCount {
  static final List<String> LINE = List.of("the", "quick", "fox", "and", "the", "lazy", "dog");

  record Entry(String word, int count) {}

  static Map<String, Integer> count(List<String> words) {
    Map<String, Integer> counts = new TreeMap<>();
    for (String word : words) {
      counts.merge(word, 1, Integer::sum);
    }
    return counts;
  }

  // ## From here on it runs

  public static void main(String[] args) {
    List<String> words = args.length > 0 ? List.of(args) : LINE;
    Map<String, Integer> counts = count(words);

    List<Entry> entries = new ArrayList<>();
    counts.forEach((word, n) -> entries.add(new Entry(word, n)));
    entries.sort(Comparator.comparingInt(Entry::count).reversed());

    if (entries.get(0).count() == 1) {
      System.out.println("no word comes twice");
      return;
    }

    System.out.println("most often: " + entries.get(0));
  }
}
