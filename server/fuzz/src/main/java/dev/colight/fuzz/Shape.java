package dev.colight.fuzz;

import java.util.List;
import java.util.Locale;

/**
 * What a name of a document stands for: a type of variables, a signature of methods, or a kind of
 * types. All names of a shape can be used alike. Few names each, so that documents define them
 * again.
 */
enum Shape {
  INT("a", "b", "c", "d"),
  STR("s", "t"),
  /** {@code List<Integer>} that can change. */
  LIST("xs", "ys", "zs"),
  /** {@code List<Integer>} that cannot. */
  IMM("us", "vs"),
  /** {@code Map<String, Integer>}. */
  MAP("map", "tab"),
  /** {@code Set<Integer>}. */
  SET("set", "bag"),
  /** {@code Set<Object>} in the order of its hash codes. */
  HASHED("hs", "ht"),
  /** {@code Deque<Integer>}. */
  DEQUE("dq", "que"),
  /** {@code Collection<Integer>}, a view of something else. */
  VIEW("view", "part"),
  /** {@code int[]}. */
  ARR("arr", "brr"),
  /** {@code Integer[]}. */
  BOX("box"),
  /** {@code int[][]}. */
  GRID("grid"),
  SB("sb", "sc"),
  RND("rnd"),
  /** {@code Iterator<Integer>}. */
  ITER("it", "jt"),
  /** {@code Stream<Integer>}. */
  STREAM("st"),
  /** {@code Optional<List<Integer>>}. */
  OPT("opt"),
  ATOM("atom"),
  /** {@code List<List<Integer>>}. */
  NEST("nest"),
  /** An object of a {@link #CLASS}. */
  OBJ("o", "p"),
  /** An object of a {@link #VALUE}. */
  VAL("u", "v"),
  /** An object of a {@link #RECORD}. */
  REC("r", "q"),
  /** An object of an {@link #ODD} class. */
  ODDITY("odd"),
  /** {@code IntUnaryOperator}. */
  OP("op", "oq"),
  /** {@code Supplier<Object>}. */
  SUP("sup"),
  /** {@code Runnable}. */
  ACT("act", "go"),
  /** {@code Consumer<List<Integer>>}. */
  CONS("eat"),
  /** Objects of the platform and values of types that the names tell. */
  MATCHER("mt"),
  SCAN("scan"),
  BITS("bits"),
  BUF("buf"),
  CHARS("rd"),
  LRU("lru"),
  EMAP("em"),
  CMAP("cm"),
  COW("cow"),
  JOIN("join"),
  LOCAL("tl"),
  ADDER("add"),
  FUTURE("fut"),
  CALENDAR("cal"),
  DATE("date"),
  FORMAT("fmt"),
  ZONE("zone"),
  SYMBOLS("sym"),
  LOGGED("rec"),
  DIGEST("md"),
  CRC("crc"),
  SAME("idm"),
  SPLIT("tok"),
  SUMMARY("stat"),
  BYTES("bo"),
  SPLITERATOR("spl"),
  CURSOR("cur"),
  CHECKED("chk"),
  OUT("out"),
  INN("inn"),
  SEQ("seq"),
  WIDE("w"),
  LETTER("ch"),
  REAL("re"),
  FLAG("fl"),
  GREET("hi"),
  LAZY("lz"),
  MEMO("memo"),
  CURRY("bf"),
  /** {@code int f(int)}. */
  FUN("f", "g"),
  /** {@code String h(String)}. */
  TEXTFUN("h"),
  /** {@code int next()}. */
  NEXT("next", "pull"),
  /** {@code void poke(List<Integer>)}. */
  POKE("poke"),
  /** A class with {@code get()} and {@code bump(int)}, made from an int. */
  CLASS("C", "D"),
  /** A record or class of an int that cannot change, with {@code twice()}. */
  VALUE("P", "Q"),
  /** A record of an int and a list. */
  RECORD("R"),
  /** A class whose {@code toString} has effects. */
  ODD("O"),
  /** A class without a {@code hashCode}, made from an int. */
  NODE("N"),
  /** An enum of five constants. */
  HUE("Hue"),
  /** An enum of A and B with {@code rank()}. */
  ENUM("E"),
  /** An enum of A and B with {@code hit()}. */
  TALLY("T"),
  /** A class of statics. */
  STATIC("S"),
  /** A sealed interface with {@code of(int)}. */
  SHAPE("Shape"),
  /** A sealed interface that does not say what it permits, with {@code rank()}. */
  OPEN("Open"),
  /** A record of an int that implements such an interface. */
  LEAF("Leaf"),
  /** A class with an inner and a nested one. */
  OUTER("Outer"),
  /** An abstract class whose constructor calls what it leaves open. */
  BASE("Base"),
  /** {@code T most(T, T)}. */
  MOST("most"),
  /** {@code int sum(int...)}. */
  SUM("sum"),
  /** A class of resources. */
  RES("Res"),
  /** {@code int tried(int)}, with a {@code finally}. */
  TRIED("tried"),
  /** A class of iterables. */
  RANGE("Range"),
  /** A functional interface. */
  GREETER("Greeter"),
  /** An enum whose constants have bodies. */
  OP2("Op"),
  /** A checked exception. */
  OOPS("Oops");

  private final String names;

  Shape(String... names) {
    this.names = String.join(" ", names);
  }

  /** Returns the names that documents give to this. */
  List<String> names() {
    return List.of(names.split(" "));
  }

  /** Tells whether its names can be those of variables, and stand for another shape as well. */
  boolean isVariable() {
    return compareTo(FUN) < 0;
  }

  static Shape of(String hole) {
    return valueOf(hole.toUpperCase(Locale.ROOT));
  }
}
