package dev.colight.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes documents of blocks as people write them, and edits to them. All values are immutable; few
 * names are shared by many blocks, so that redefinition, shadowing, forward references, dangling
 * names, and types that do not fit are the rule. Whatever recurs gets smaller, so that all ends.
 */
final class RandomBlocks {
  private static final Pattern HOLE = Pattern.compile("\\{(\\w+)}");

  /** Blocks; {@code {hole}} stands for one of the lines of {@link #fill}. */
  private static final List<String> BLOCKS =
      List.of(
          "int {v} = {k};",
          "int {v} = {int};",
          "var {v} = {int};",
          "var {v} = {string};",
          "int {v} = {int}; int {v} = {int};",
          "{v} = {int};",
          "{v} += {k};\n{v}",
          "String {s} = {string};",
          "var {s} = {string}.toUpperCase()",
          "{int}",
          "{string}",
          "{int} / ({int} - {k})",
          "Integer.parseInt({string})",
          "int {f}(int x) { return x * {k} + {v}; }",
          "int {f}(int x) {\n  if (x <= 0) return {k};\n  return {f}(x - 1) + {k};\n}",
          "int {f}(int x) { return x <= 0 ? {v} : {f}(x - 2); }",
          "String {f}(String x) { return x + {s}; }",
          "<T> List<T> {f}(T x, T y) { return List.of(x, y); }",
          "record {R}(int n, String label) { int twice() { return n * 2 + {k}; } }",
          "record {R}(int n, String label) { int twice() { return {f}(n % 9) + {v}; } }",
          "enum {R} { ONE, TWO; int twice() { return ordinal() * {k}; } }",
          "class {R} {\n  static final int BASE = {k};\n  final int n;\n"
              + "  {R}(int n, String label) { this.n = n + BASE; }\n"
              + "  int twice() { return n; }\n"
              + "  public String toString() { return \"{R} \" + n; }\n}",
          "var {r} = new {R}({int}, {string});",
          "{R} {r} = new {R}({k}, \"l\");",
          "{r}.twice()",
          "{r}.toString() + {k}",
          "List<Integer> {l} = List.of({int}, {k});",
          "var {l} = Stream.of({k}, {k}, {k}).map(x -> {f}(x)).toList();",
          "{l}.stream().mapToInt(x -> x + {v}).sum()",
          "{l}.get({k})",
          "for (var x : {l}) System.out.println(x + {string});",
          "System.out.println({string});\nSystem.err.println({int});",
          "IntUnaryOperator {o} = x -> x + {v};",
          "Supplier<Object> {o} = () -> {f}({k});",
          "{o}.get()",
          "{o}.applyAsInt({k})",
          "import static java.lang.Math.*;",
          "import static java.lang.Math.{m};",
          "import java.time.*;",
          "{m}({int}, {k})",
          "Duration.ofMinutes({int} % 100).toString()",
          "if ({v} > {k}) {\n  System.out.println({string});\n} else {\n  System.out.println(\"no\");\n}",
          "interface {I} { int size(); }\nrecord {R}(int n) implements {I} { public int size() { return n; } }",
          "int {f}({I} x) { return x.size() + {k}; }",
          "{f}(new {R}({k}))",
          "// A remark on {v}.",
          "throw new IllegalStateException({string});",
          "int {v} = {k}; throw new RuntimeException(\"{v}\"); int {v} = {k};");

  /** What a document begins with, so that most of what follows has something to work on. */
  private static final List<String> BASE =
      List.of(
          "int a = 3; int b = 4;",
          "int c = a + b;\nvar d = c * 2",
          "String s = \"s\" + c;",
          "var t = s.repeat(2);",
          "int f(int x) { return x <= 0 ? d : g(x - 1) + 1; }",
          "int g(int x) { return x * 2 + a; }",
          "String h(String x) { return x + s; }",
          "record P(int n, String label) { int twice() { return n * 2; } }",
          "record Q(int n, String label) { int twice() { return n + a; } }",
          "var p = new P(b, s);",
          "var q = new Q(c, h(\"q\"));",
          "var list = List.of(a, b, c);",
          "var nums = Stream.of(1, 2).map(x -> f(x)).toList();",
          "IntUnaryOperator op = x -> x + a;",
          "Supplier<Object> sup = () -> f(2);",
          "import static java.lang.Math.*;\nimport java.time.*;");

  private final Random random;

  RandomBlocks(long seed) {
    random = new Random(seed);
  }

  /** Returns a document with so many random blocks, most of them below what they use. */
  List<String> document(int size) {
    List<String> blocks = new ArrayList<>(BASE);
    while (blocks.size() < BASE.size() + size) {
      blocks.add(blocks.size() - random.nextInt(8), block());
    }
    return blocks;
  }

  /** Returns a document after an edit. */
  List<String> edited(List<String> before) {
    List<String> blocks = new ArrayList<>(before);
    int at = blocks.isEmpty() ? 0 : random.nextInt(blocks.size());
    int kind = blocks.size() < 3 ? 0 : random.nextInt(11);
    switch (kind) {
      case 0, 1 -> blocks.add(at, block());
      case 2 -> blocks.remove(at);
      case 3 -> blocks.set(at, block());
      case 4 -> blocks.add(random.nextInt(blocks.size()), blocks.remove(at));
      case 5 -> blocks.add(random.nextInt(blocks.size()), blocks.get(at));
      case 6 -> blocks.set(at, "/* why */ " + blocks.get(at).replace(" = ", "  =\n    "));
      case 7 -> blocks.set(at, withoutOneCharacter(blocks.get(at)));
      default -> blocks.set(at, withAnotherNumber(blocks.get(at)));
    }
    return blocks;
  }

  private String withoutOneCharacter(String block) {
    int at = random.nextInt(block.length());
    return new StringBuilder(block).deleteCharAt(at).toString();
  }

  private String withAnotherNumber(String block) {
    return Pattern.compile("\\b\\d\\b")
        .matcher(block)
        .replaceFirst(String.valueOf(random.nextInt(10)));
  }

  private String block() {
    return expand(pick(BLOCKS.toArray(String[]::new)), 2);
  }

  private String expand(String template, int depth) {
    Matcher hole = HOLE.matcher(template);
    StringBuilder result = new StringBuilder();
    while (hole.find()) {
      String filled = fill(hole.group(1), depth);
      hole.appendReplacement(
          result, Matcher.quoteReplacement(depth > 0 ? expand(filled, depth - 1) : filled));
    }
    return hole.appendTail(result).toString();
  }

  private String fill(String hole, int depth) {
    boolean deep = depth > 0;
    return switch (hole) {
      case "k" -> String.valueOf(random.nextInt(10));
      case "v" -> pick("a", "b", "c", "d");
      case "s" -> pick("s", "t", "a");
      case "r" -> pick("p", "q", "a");
      case "l" -> pick("list", "nums");
      case "o" -> pick("op", "sup");
      case "f" -> pick("f", "g", "h");
      case "m" -> pick("max", "min");
      case "R" -> pick("P", "Q");
      case "I" -> pick("Sized", "P");
      case "int" ->
          deep ? pick("{v}", "{v} + {k}", "{f}({k})", "{int} % 7", "{s}.length()") : "{k}";
      case "string" -> deep ? pick("{s}", "\"é{k}\"", "{s} + {v}", "{f}({s})") : "\"x\"";
      default -> throw new IllegalArgumentException("no such hole: " + hole);
    };
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
