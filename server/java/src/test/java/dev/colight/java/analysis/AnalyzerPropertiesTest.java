package dev.colight.java.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Code;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzerPropertiesTest {
  static final List<String> SAMPLES =
      List.of(
          """
          import java.util.stream.*;
          import static java.util.Map.entry;
          // | hide-code
          record Sale(String region, double amount, int... tags) {
            Sale { if (amount < 0) throw new IllegalArgumentException("amount < 0: " + amount); }
            static Sale of(String line) { var p = line.split(","); return new Sale(p[0], parse(p[1])); }
          }
          var sales = List.of(Sale.of("north,1"), Sale.of("south,2")); // the data
          Map<String, Double> totals = sales.stream()
              .collect(Collectors.groupingBy(Sale::region, Collectors.summingDouble(s -> s.amount())));
          totals.getOrDefault("north", 0.0) > limit ? "much" : 'c' + \"""
              {"little": "%s"}
              \""".formatted(totals);
          """,
          """
          sealed interface Expr permits Num, Add, Mul { }
          record Num(int value) implements Expr { }
          record Add(Expr left, Expr right) implements Expr { }
          /* evaluates */
          static int eval(Expr e) {
            return switch (e) {
              case Num n when n.value() > max -> max;
              case Num(var v) -> v;
              case Add(Expr l, Expr r) -> { yield eval(l) + eval(r); }
              case Mul m -> eval(m.left()) * eval(m.right());
            };
          }
          enum Op implements IntBinaryOperator {
            ADD("+") { public int applyAsInt(int a, int b) { return a + b; } };
            final String sign;
            Op(String sign) { this.sign = sign; }
          }
          int[] grid[] = {{1, 2}, {3}}, copy = grid[0].clone();
          for (int i = 0, n = grid.length; i < n; i++) { copy[i] += i >>> 1; total -= ~copy[i]; }
          if (!(eval(null) instanceof Integer k) || k < 1) throw new AssertionError(k);
          try (var in = open("😀 \\"quoted\\"")) { in.read(); } catch (IOException | Error x) { log(x); } finally { }
          """,
          """
          <T extends Comparable<? super T>> T best(Collection<T> all) {
            class Holder<V> { V held; void take(V v) { if (held == null || better(v)) held = v; }
              boolean better(V v) { return true; } }
            Holder<T> h = new Holder<>();
            loop: for (T t : all) { do { h.take(t); if (t == null) break loop; } while (false); }
            return h.held;
          }
          Runnable r = new Runnable() { int n; @Override public void run() { n++; count = n; r.run(); } };
          Supplier<int[]> make = () -> new int[]{1, 0x1F, 1_000};
          Function<Integer, IntFunction<int[]>> f = x -> y -> { synchronized (lock) { return new int[x * y]; } };
          int a = 1, b = a + 1; a++; var a = "again";
          return (String & Comparable<String>) best(List.of("a", "b"));
          """);

  private static final Set<String> STRINGS = Set.of("\"ghost + ghost()\"", "\"ghost.ghost\"");

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void samples_are_understood(String sample) {
    assertEquals(List.of(), Units.of(sample).problems());
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void every_prefix_is_analysed(String sample) {
    IntStream.rangeClosed(0, sample.length()).forEach(end -> check(sample.substring(0, end)));
  }

  @ParameterizedTest
  @FieldSource("SAMPLES")
  void every_deletion_of_a_character_is_analysed(String sample) {
    IntStream.range(0, sample.length())
        .forEach(at -> check(sample.substring(0, at) + sample.substring(at + 1)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void any_text_is_analysed(long seed) {
    Random random = new Random(seed);
    List<String> pieces =
        SAMPLES.stream()
            .flatMap(s -> Tokenizer.tokenize(lines(s)).stream())
            .map(Token::text)
            .toList();
    String glue = " \n\t;{}()<>[]\"'@%!/#.,=+-*?:\\\u0000\uD83D\uDE00";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())));
        text.append(random.nextInt(3) > 0 ? ' ' : glue.charAt(random.nextInt(glue.length())));
      }
      check(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void layout_and_comments_change_nothing(long seed) {
    Random random = new Random(seed);
    for (String sample : SAMPLES) {
      assertEquals(meaning(sample), meaning(laidOut(sample, random, text -> text)));
    }
  }

  @Test
  void what_strings_say_changes_no_names() {
    Random random = new Random(7);
    for (String sample : SAMPLES) {
      String haunted =
          laidOut(sample, random, text -> text.startsWith("\"") ? STRINGS.iterator().next() : text);
      assertEquals(Units.of(sample).uses(), Units.of(haunted).uses());
    }
  }

  @Test
  void threads_do_not_disturb_each_other() {
    List<List<Object>> expected = SAMPLES.stream().map(AnalyzerPropertiesTest::meaning).toList();
    IntStream.range(0, 60)
        .parallel()
        .forEach(i -> assertEquals(expected.get(i % 3), meaning(SAMPLES.get(i % 3))));
  }

  /** Writes the tokens with other white space and comments between them, on the same lines. */
  private static String laidOut(String sample, Random random, UnaryOperator<String> change) {
    List<String> gaps = List.of(" ", "\t", "  ", " /* ghost */ ", "/**/ /* \"ghost */ ");
    List<String> ends = List.of("\n", " \n", " // ghost(\n", " /* ghost; */ // '\n");
    StringBuilder text = new StringBuilder();
    int line = 0;
    for (Token token : Tokenizer.tokenize(lines(sample))) {
      if (token.range().start().line() > line) {
        text.append(ends.get(random.nextInt(ends.size())));
      }
      line = token.range().end().line();
      text.append(gaps.get(random.nextInt(gaps.size()))).append(change.apply(token.text()));
    }
    return text.append(ends.get(random.nextInt(ends.size()))).toString();
  }

  private static List<Object> meaning(String code) {
    return Units.of(code).all().stream().map(AnalyzerPropertiesTest::meaning).toList();
  }

  private static Object meaning(Unit unit) {
    if (unit instanceof StatementUnit s) {
      return List.of(s.text(), s.statements(), s.values(), s.uses(), s.assigns(), shape(s.code()));
    }
    if (unit instanceof FunctionUnit f) {
      return List.of(
          f.name(), f.signature(), f.interfaceText(), f.interfaceUses(), f.text(), f.uses());
    }
    if (unit instanceof TypeUnit t) {
      return List.of(t.name(), t.text(), t.uses(), shape(t.code()));
    }
    return List.of(unit.text(), unit instanceof ImportUnit i ? i.names() : Set.<Name>of());
  }

  private static JavaCode.Shape shape(Code code) {
    return ((JavaCode) code).shape();
  }

  /** Analyses text, and checks what holds of any text. */
  private static void check(String text) {
    BlockAnalysis analysis = Units.analyze(text);
    for (Unit unit : analysis.units()) {
      if (unit instanceof BrokenUnit broken) {
        assertFalse(broken.problems().isEmpty(), text);
        broken
            .problems()
            .forEach(
                problem -> {
                  broken.code().range(problem.firstToken());
                  broken.code().range(problem.lastToken());
                  assertFalse(problem.message().contains("\n"), problem.message());
                });
      } else if (unit instanceof StatementUnit statements) {
        assertFalse(statements.statements().isEmpty(), text);
        int last = statements.statements().get(statements.statements().size() - 1).lastToken();
        assertEquals(statements.code().tokenCount() - 1, last, text);
      }
    }
  }

  private static List<String> lines(String text) {
    return Arrays.asList(text.split("\n", -1));
  }
}
