package dev.colight.fuzz;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the language has beside the plain: inner, local, anonymous, generic and sealed types,
 * labelled loops, resources, {@code finally}, initialisers, nested assignments.
 */
final class LanguageRules {
  private static final List<String> TEXTS =
      List.of(
          """
          sealed interface {+shape#1} permits {+shape#1}.Box, {+shape#1}.Ball {
            record Box(int side) implements {+shape#1} {}
            record Ball(int radius) implements {+shape#1} {}
            default int size() { return this instanceof Box b ? b.side() * {k} : {int}; }
            static {+shape#1} of(int n) { return n % 2 == 0 ? new Box(n) : new Ball(n); }
          }""",
          "{@shape}.of({k})",
          "{@shape}.of({int}).size()",
          "Object {+val} = {@shape}.of({int});",
          "sealed interface {+open} { default int rank() { return {k}; } }",
          "record {+leaf}(int n) implements {@open} { public int rank() { return n * {k}; } }",
          "record {+leaf}(int n) implements {@open} {}",
          "new {@leaf}({int}).rank()",
          "Object {+val} = new {@leaf}({k});",
          "((Object) new {@leaf}({int})) instanceof {@open}",
          """
          class {+outer#1} {
            int n = {k};
            class Inner { int m = n + {k}; int both() { return m + n++; } }
            static class Nested { static int made; int id = ++made; }
            Inner inner() { return new Inner(); }
          }""",
          "var {+out} = new {@outer}();",
          "{@out}.inner().both()",
          "var {+inn} = {@out}.inner();",
          "{@inn}.both()",
          "new {@outer}.Nested().id",
          "{@out}.n += {int};",
          """
          abstract class {+base#1} {
            static final List<String> CALLS = new ArrayList<>();
            { CALLS.add("made"); }
            {+base#1}() { CALLS.add(name() + {k}); }
            abstract String name();
            static {+base#1} of(String x) {
              return new {+base#1}() { int n = {k}; String name() { return x + n; } };
            }
          }""",
          "{@base}.of({w}).name()",
          "{@base}.CALLS",
          "{@base}.CALLS.clear();",
          "<T extends Comparable<T>> T {+most}(T a, T b) { return a.compareTo(b) > {k} - 5 ? a : b; }",
          "{@most}({int}, {int})",
          "{@most}({str}, {w})",
          "int {+sum}(int... xs) { int s = {k}; for (int x : xs) s += x; return s; }",
          "{@sum}()",
          "{@sum}({int}, {k}, {k})",
          """
          class {+res} implements AutoCloseable {
            static int open = {k};
            final int id = ++open;
            public void close() { open--; System.out.println("closed " + id); }
          }""",
          "try (var x = new {@res#1}(); var y = new {@res#1}()) {\n  System.out.println(x.id + y.id);\n}",
          "try (var x = new {@res}()) {\n  if ({int} > {k}) throw new IllegalStateException(\"in \" + x.id);\n}",
          "{@res}.open",
          """
          int {+tried}(int x) {
            try {
              if (x > {k}) throw new RuntimeException("big");
              return x;
            } catch (RuntimeException e) {
              return -x;
            } finally {
              System.out.println("finally " + x);
            }
          }""",
          "{@tried}({int})",
          """
          class {+range#1} implements Iterable<Integer> {
            int end = {k};
            public Iterator<Integer> iterator() {
              return new Iterator<>() {
                int at;
                public boolean hasNext() { return at < end; }
                public Integer next() { return at++; }
              };
            }
          }""",
          "var {+seq} = new {@range}();",
          "{@seq}.end++;",
          "for (int x : {@seq}) System.out.println(x);",
          "var {+iter} = {@seq}.iterator();",
          """
          outer:
          for (int i = 0; i < {k}; i++) {
            for (int j = 0; j < 3; j++) {
              if (i * j > {k}) break outer;
              if (j == i) continue outer;
              {@int#1} += j;
            }
          }""",
          "switch ({int} % 3) {\n  case 0: {@int#1} += 1;\n  case 1: {@int#1} += 2; break;\n  default: {@int#1} = {k};\n}",
          "var {+int} = switch ({int} % 3) { case 0 -> {k}; case 1 -> { int y = {int}; yield y + 1; } default -> -1; };",
          "switch ({str}) { case \"x\" -> System.out.println(1); case \"yz\" -> System.out.println(2); default -> System.out.println({k}); }",
          "{@int#1} = ({@int#1} = {k}) + {@int#1}++ + ++{@int#1};",
          "{@int#1} <<= {k} % 5; {@int#1} ^= {int};",
          "long {+wide} = {int} * 1_000_000_000L;",
          "{@wide} += 0.5 + {int};",
          "{@wide}",
          "char {+letter#1} = 'a'; {+letter#1} += {k};",
          "{@letter}++; {@letter}",
          "double {+real} = {int} / 4.0;",
          "{@real} /= {k}",
          "{@real}",
          "boolean {+flag} = {int} > {k};",
          "{@flag} ^= true; {@flag}",
          "if (!{@flag}) {@flag} = {int} < {k}; else System.out.println({@flag});",
          "String {+str} = \"\"\"\n    text {k}\n      \\\"quoted\\\"\n    \"\"\";",
          "do { {@int#1}--; } while ({@int#1} > {k});",
          "while ({@int#1} > {k}) {@int#1} /= 2;",
          "{\n  int hidden = {int};\n  class Local { int get() { return hidden + {k}; } }\n  System.out.println(new Local().get());\n}",
          "interface {+greeter} { String hi(String x); default String twice(String x) { return hi(hi(x)); } }",
          "{@greeter} {+greet} = x -> x + {str};",
          "{@greet}.twice({w})",
          "enum {+op2} { PLUS { int of(int a, int b) { return a + b + {k}; } }, TIMES { int of(int a, int b) { return a * b; } }; abstract int of(int a, int b); }",
          "{@op2}.PLUS.of({int}, {k}) + {@op2}.TIMES.of({k}, 2)",
          "synchronized ({@op2}.class) { {@int} = {int}; }",
          "class {+oops#1} extends Exception { final int code; {+oops#1}(int code) { super(\"code \" + code); this.code = code; } }",
          "try { throw new {@oops}({int}); } catch ({@oops} e) { System.out.println(e.code); }",
          "throw new {@oops}({k});",
          "int {+lazy#1}[] = new int[1]; Supplier<Integer> {+memo} = () -> {+lazy#1}[0] == 0 ? {+lazy#1}[0] = {int} + 1 : {+lazy#1}[0];",
          "{@memo}.get()",
          "{@lazy}[0]",
          "BiFunction<Integer, Integer, Integer> {+curry} = (a, b) -> a * {k} + b + {int};",
          "{@curry}.andThen(x -> x + {int}).apply({k}, {k})",
          "int {+int}, {+int} = {int};",
          "final int {+int} = {int};",
          "assert {int} > {k} : \"asserted\";",
          ";",
          "// {k}");

  private LanguageRules() {}

  static Stream<Rule> snippets() {
    return TEXTS.stream().map(text -> new Rule(Feature.LANGUAGE, Feature.LANGUAGE, text));
  }
}
