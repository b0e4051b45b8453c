package dev.colight.java.assist;

import dev.colight.document.BlockId;
import dev.colight.document.Role;
import dev.colight.execution.Meanings;
import dev.colight.graph.Analyzer;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Place;
import dev.colight.graph.Unit;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.Here;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.Point;
import dev.colight.java.split.Token;
import dev.colight.java.split.Tokenizer;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the compiler what there is at a place: puts a call of {@link Here} there, and has it find
 * out what that would mean. First with all of the block around it; where that comes to nothing,
 * because something below is broken too, with what is above alone, and all brackets closed; where
 * that does as well, without the calls that it is in lambdas of.
 */
final class Prober {
  /** Tokens that can follow an expression which goes on. */
  private static final Set<String> CONTINUES =
      Set.of(".", ")", "]", "}", ",", ";", ":", "?", "->", "::", "=", "(", "[", "<", ">");

  /** What stands before variables and never before calls. */
  private static final Set<String> STEPS = Set.of("++", "--");

  /** How many lambdas code is taken out of, one after the other, until it means something. */
  private static final int MOST_LAMBDAS = 3;

  private final Analyzer analyzer;
  private final CodeProbe probe;

  Prober(Analyzer analyzer, CodeProbe probe) {
    this.analyzer = analyzer;
    this.probe = probe;
  }

  /** Returns what could be named at a place, where nothing is before it that it is a member of. */
  @Nullable Point scope(Meanings meanings, Spot spot) {
    // A call after case would be read as the pattern of a record.
    String code = Context.of(spot) == Context.CASE ? "0 + " + Here.NAME + "()" : Here.NAME + "()";
    return ask(meanings, spot, spot.before().size(), code, Point::known);
  }

  /** Returns what could be named in place of a token before the word, and all after that. */
  @Nullable Point scopeFrom(Meanings meanings, Spot spot, int first) {
    return ask(meanings, spot, first, Here.NAME + "()", Point::known);
  }

  /** Returns the members of what is before the dot, or null where that has no type. */
  @Nullable Point members(Meanings meanings, Spot spot, Receiver receiver) {
    String code = receiver.isSuper() ? "this" : receiver.code();
    String value = Here.NAME + "(" + code + ")";
    String type = Here.NAME + "((" + code + ") null)";
    boolean typeFirst = receiver.looksLikeType();
    Point point = ask(meanings, spot, receiver.first(), typeFirst ? type : value, Point::known);
    if (point == null && receiver.isDotted()) {
      point = ask(meanings, spot, receiver.first(), typeFirst ? value : type, Point::known);
    }
    return point == null && receiver.isDotted()
        ? apart(meanings, spot, typeFirst ? type : value, typeFirst ? value : type)
        : point;
  }

  /**
   * Returns what a name means outside of all code that is around it: what the document and the
   * platform have by that name. Inference around a place may get stuck.
   */
  private @Nullable Point apart(Meanings meanings, Spot spot, String... codes) {
    for (String code : codes) {
      Point point = resolve(meanings, spot, code + ";");
      if (point != null && point.known()) {
        return point;
      }
    }
    return null;
  }

  /** Returns the static members of a type that is named as at a place, and its constructors. */
  @Nullable Point ofType(Meanings meanings, Spot spot, int first, String type) {
    return ask(meanings, spot, first, Here.NAME + "((" + type + ") null)", Point::known);
  }

  /** Returns the static members of the type of a value that begins at a token before the word. */
  @Nullable Point typeOf(Meanings meanings, Spot spot, int first, String value) {
    Point point = ask(meanings, spot, first, Here.NAME + "(" + value + ")", Point::known);
    return point == null ? null : ofType(meanings, spot, first, point.declared());
  }

  /** Returns the members of a value of the type that is before the dot. */
  List<Member> instanceMembers(Meanings meanings, Spot spot, Receiver receiver) {
    String code = Here.NAME + "(((" + receiver.code() + ") null))";
    Point point = ask(meanings, spot, receiver.first(), code, Point::known);
    return point == null ? List.of() : point.members();
  }

  /** Puts code in place of all from a token before the word on to the end of the word. */
  private @Nullable Point ask(
      Meanings meanings, Spot spot, int named, String code, Predicate<Point> good) {
    String text = spot.text();
    int first =
        named > 0 && STEPS.contains(spot.before().get(named - 1).text()) ? named - 1 : named;
    List<Token> kept = spot.before().subList(0, first);
    int from =
        first < spot.before().size()
            ? spot.offset(spot.before().get(first).range().start())
            : spot.offset(spot.wordStart());
    int to = spot.offset(spot.wordStart()) + spot.word().length();
    String end = endsStatement(spot) ? ";" : "";
    String full = text.substring(0, from) + code + end + text.substring(to);
    Point point = resolve(meanings, spot, full);
    if (point != null && good.test(point)) {
      return point;
    }
    String above = text.substring(0, from);
    point = resolve(meanings, spot, above + code + Brackets.closing(kept));
    for (int i = 0; i < MOST_LAMBDAS && (point == null || !good.test(point)); i++) {
      above = LambdaBodies.outermost(above);
      if (above == null) {
        return null;
      }
      List<Token> tokens = Tokenizer.tokenize(List.of(above.split("\n", -1)));
      point = resolve(meanings, spot, above + code + Brackets.closing(tokens));
    }
    return point != null && good.test(point) ? point : null;
  }

  /**
   * Tells whether what follows the word, if anything, is on another line, and another statement.
   */
  private static boolean endsStatement(Spot spot) {
    if (spot.after().isEmpty()) {
      return false;
    }
    Token next = spot.after().get(0);
    return !spot.isOnLine(next)
        && !CONTINUES.contains(next.text())
        && (next.kind() != Token.Kind.OPERATOR || next.is("{") || next.is("@"));
  }

  private @Nullable Point resolve(Meanings meanings, Spot spot, String text) {
    return resolve(meanings, spot.block(), spot.order(), text);
  }

  /** Returns what there is at the call of {@link Here} in a block that has some other text. */
  @Nullable Point resolve(Meanings meanings, BlockId block, long order, String text) {
    List<String> lines = List.of(text.split("\n", -1));
    BlockAnalysis analysis = analyzer.analyze(Role.SCRIPT, lines);
    Meanings supposed = meanings.with(block, order, analysis);
    for (int i = 0; i < analysis.units().size(); i++) {
      Unit unit = analysis.units().get(i);
      if (unit.text().contains(Here.NAME)) {
        Meanings.Closure closure = supposed.closure(block, new Place(order, i), unit);
        return closure == null ? null : probe.point(closure);
      }
    }
    return null;
  }
}
