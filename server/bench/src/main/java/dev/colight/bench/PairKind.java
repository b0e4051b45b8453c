package dev.colight.bench;

import dev.colight.bench.Piece.Expression;
import dev.colight.bench.Piece.Member;
import dev.colight.bench.Piece.Variable;
import java.util.List;

/**
 * Kinds of pairs of blocks: one defines something, and one other requires it. In the templates
 * {@code #} is the number of the pair, which makes each block a distinct one, and {@code @} the
 * number that edits change.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists are immutable, which their type does not say
public enum PairKind {
  INT(
      "Units in stock at depot #",
      List.of(new Variable("int", "int", "stock#", "@ + # * 3")),
      "What depot # never sells",
      List.of(
          new Variable("int", "int", "reserve#", "stock# / 4"),
          new Expression("\"depot # keeps \" + reserve# + \" of \" + stock#")),
      List.of()),
  STRING(
      "The title of report #",
      List.of(
          new Variable("String", "String", "title#", "\"Report # for \" + @ + \" Old Mill Road\"")),
      "Its address on the web",
      List.of(
          new Variable("String", "String", "slug#", "title#.toLowerCase().replace(' ', '-')"),
          new Expression("slug#.substring(slug#.indexOf(\"for\")) + \".html\"")),
      List.of()),
  VAR(
      "Prices of season #, in cents",
      List.of(
          new Variable("var", "List<Integer>", "prices#", "List.of(@, #, 250, 1999, 95, 12_000)")),
      "The dear ones together",
      List.of(
          new Variable(
              "var",
              "int",
              "dear#",
              "prices#.stream().filter(p -> p > 200).mapToInt(Integer::intValue).sum()"),
          new Expression("dear# + \" cents\"")),
      List.of("java.util.List")),
  RECORD(
      "A trip on line #",
      List.of(
          new Member(
              """
              record Trip#(int from, int to) {
                int cost() {
                  return Math.abs(to - from) * 3 + @;
                }
              }""")),
      "One to the end of line # and back",
      List.of(
          new Variable("Trip#", "Trip#", "there#", "new Trip#(2, #)"),
          new Expression("there#.cost() + new Trip#(#, 2).cost()")),
      List.of()),
  METHOD(
      "The score of player # after some rounds",
      List.of(
          new Member(
              """
              int score#(int rounds) {
                int sum = @;
                for (int i = 1; i <= rounds; i++) {
                  sum += i * i % 7;
                }
                return sum;
              }""")),
      "Whether player # may go on",
      List.of(
          new Variable("int", "int", "last#", "score#(12) + #"),
          new Expression("last# % 2 == 0 ? \"on with \" + last# : \"out with \" + last#")),
      List.of());

  /** Names the number that says which edition of a block's comment it is. */
  private static final String EDITION = ", edition ";

  private final String definerComment;
  private final List<Piece> definer;
  private final String dependentComment;
  private final List<Piece> dependent;
  private final List<String> imports;

  PairKind(
      String definerComment,
      List<Piece> definer,
      String dependentComment,
      List<Piece> dependent,
      List<String> imports) {
    this.definerComment = definerComment;
    this.definer = definer;
    this.dependentComment = dependentComment;
    this.dependent = dependent;
    this.imports = imports;
  }

  /** Returns the imports that Java needs beyond those that documents have. */
  List<String> imports() {
    return imports;
  }

  /** Tells whether what its dependent shows is a string. */
  boolean showsText() {
    return this != RECORD;
  }

  /** Returns the block that defines, its comment ending with a number. */
  BlockText definer(int pair, int value, int edition) {
    return block(definerComment + EDITION + edition, definer, pair, value);
  }

  /** Returns the block that requires what the other defines. */
  BlockText dependent(int pair) {
    return block(dependentComment, dependent, pair, 0);
  }

  private static BlockText block(String comment, List<Piece> template, int pair, int value) {
    List<Piece> pieces = template.stream().map(piece -> fill(piece, pair, value)).toList();
    return new BlockText("// " + fill(comment, pair, value), pieces);
  }

  private static Piece fill(Piece piece, int pair, int value) {
    if (piece instanceof Variable v) {
      return new Variable(
          fill(v.type(), pair, value),
          fill(v.fieldType(), pair, value),
          fill(v.name(), pair, value),
          fill(v.initialiser(), pair, value));
    } else if (piece instanceof Expression e) {
      return new Expression(fill(e.code(), pair, value));
    }
    return new Member(fill(((Member) piece).code(), pair, value));
  }

  private static String fill(String template, int pair, int value) {
    return template.replace("#", Integer.toString(pair)).replace("@", Integer.toString(value));
  }
}
