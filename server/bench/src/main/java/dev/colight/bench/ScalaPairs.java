package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import java.util.ArrayList;
import java.util.List;

/** The same documents in Scala, as its worksheets take them. */
final class ScalaPairs {
  private ScalaPairs() {}

  /**
   * A worksheet.
   *
   * @param shown the line on which each pair shows its value, in order
   */
  record Worksheet(String text, List<Integer> shown) {}

  /** Writes a document in which one pair has another number. */
  static Worksheet of(BenchDocument document, Pair edited, int value) {
    List<String> lines = new ArrayList<>();
    List<Integer> shown = new ArrayList<>();
    List<Pair> pairs = document.pairs();
    int kinds = PairKind.values().length;
    for (int first = 0; first < pairs.size(); first += kinds) {
      List<Pair> group = pairs.subList(first, first + kinds);
      for (Pair pair : group) {
        int number = pair.equals(edited) ? value : BenchDocument.FIRST;
        lines.addAll(fill(definer(pair.kind()), pair.number(), number).lines().toList());
        lines.add("");
      }
      for (Pair pair : group) {
        lines.addAll(fill(dependent(pair.kind()), pair.number(), 0).lines().toList());
        shown.add(lines.size() - 1);
        lines.add("");
      }
    }
    return new Worksheet(String.join("\n", lines), List.copyOf(shown));
  }

  private static String fill(String template, int pair, int value) {
    return template.replace("#", Integer.toString(pair)).replace("@", Integer.toString(value));
  }

  private static String definer(PairKind kind) {
    return switch (kind) {
      case INT -> "val stock# = @ + # * 3";
      case STRING -> "val title# = \"Report # for \" + @ + \" Old Mill Road\"";
      case VAR -> "val prices# = List(@, #, 250, 1999, 95, 12_000)";
      case RECORD ->
          """
          case class Trip#(from: Int, to: Int) {
            def cost(): Int = math.abs(to - from) * 3 + @
          }""";
      case METHOD ->
          """
          def score#(rounds: Int): Int = {
            var sum = @
            for (i <- 1 to rounds) {
              sum += i * i % 7
            }
            sum
          }""";
    };
  }

  /** What it shows comes on its last line. */
  private static String dependent(PairKind kind) {
    return switch (kind) {
      case INT ->
          """
          val reserve# = stock# / 4
          "depot # keeps " + reserve# + " of " + stock#""";
      case STRING ->
          """
          val slug# = title#.toLowerCase().replace(' ', '-')
          slug#.substring(slug#.indexOf("for")) + ".html\"""";
      case VAR ->
          """
          val dear# = prices#.filter(p => p > 200).sum
          s"$dear# cents\"""";
      case RECORD ->
          """
          val there# = Trip#(2, #)
          there#.cost() + Trip#(#, 2).cost()""";
      case METHOD ->
          """
          val last# = score#(12) + #
          if (last# % 2 == 0) "on with " + last# else "out with " + last#""";
    };
  }
}
