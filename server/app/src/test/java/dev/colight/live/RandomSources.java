package dev.colight.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A small project, made by lot: a class of statics, a class and a subclass, an interface and those
 * who implement it, a record, an enum, a generic class, one with an initialiser. Their methods call
 * each other in circles, to a depth. What is changed in them, too, is drawn by lot; they compile
 * after each change.
 */
final class RandomSources {
  private final Random random;

  /** By name of a method or a field: its code, or its value. */
  private final Map<String, String> code = new TreeMap<>();

  /** Members that need not be there: overloads, overriding methods, what nobody calls. */
  private final Map<String, Boolean> there = new TreeMap<>();

  RandomSources(Random random) {
    this.random = random;
    for (String method :
        List.of(
            "U.s0",
            "U.s1",
            "U.s2",
            "U.hidden",
            "U.long",
            "Base.v0",
            "Base.v1",
            "Sub.v0",
            "Sub.v2",
            "Face.def",
            "Impl.v0",
            "Impl.compareTo",
            "Rec.v0",
            "En.v0",
            "Gen.v0",
            "Init.v0")) {
      code.put(method, body());
    }
    for (String value : List.of("U.MAX", "U.start", "Base.n", "En.n", "Init.t", "Sub.name")) {
      code.put(value, number());
    }
    for (String optional :
        List.of("U.long", "Sub.v0", "Impl.def", "Rec.toString", "Base.toString")) {
      there.put(optional, random.nextBoolean());
    }
  }

  private String number() {
    return String.valueOf(random.nextInt(50));
  }

  /** Returns the code of a method with a parameter {@code int d} that ends where that is 0. */
  private String body() {
    String first = random.nextInt(3) == 0 ? term() : number();
    return "return d <= 0 ? %s : %s + %s;".formatted(number(), first, term());
  }

  private String term() {
    return switch (random.nextInt(15)) {
      case 0 -> "U.MAX";
      case 1 -> "U.s0(d - 1)";
      case 2 -> "U.s1(d - 1)";
      case 3 -> "new Base().v0(d - 1)";
      case 4 -> "((Base) new Sub()).v0(d - 1)";
      case 5 -> "new Sub().v2(d - 1)";
      case 6 -> "((Face) new Impl()).def(d - 1)";
      case 7 -> "new Rec(%s).v0(d - 1)".formatted(number());
      case 8 -> "En.%s.v0(d - 1)".formatted(random.nextBoolean() ? "A" : "B");
      case 9 -> "new Gen<>(new Impl()).v0(d - 1)";
      case 10 -> "Init.T[0]";
      case 11 ->
          "java.util.stream.IntStream.of(1, 2).map(x -> x + %s + U.MAX).sum()".formatted(number());
      case 12 -> "new Object() { int f() { return U.s1(d - 1); } }.f()";
      case 13 -> "new Rec(d).toString().length()";
      default -> "switch (En.A) { case A -> U.s1(d - 1); case B -> 2; }";
    };
  }

  /** Changes something; returns what. */
  String change() {
    int what = random.nextInt(10);
    if (what < 5) {
      List<String> methods = code.keySet().stream().filter(name -> isMethod(name)).toList();
      String method = methods.get(random.nextInt(methods.size()));
      code.put(method, body());
      return method;
    } else if (what < 8) {
      List<String> optional = List.copyOf(there.keySet());
      String member = optional.get(random.nextInt(optional.size()));
      there.compute(member, (name, is) -> is == null || !is);
      return member;
    }
    List<String> values = code.keySet().stream().filter(name -> !isMethod(name)).toList();
    String value = values.get(random.nextInt(values.size()));
    code.put(value, number());
    return value;
  }

  private boolean isMethod(String name) {
    return String.valueOf(code.get(name)).startsWith("return");
  }

  private String method(String name, String head) {
    return Boolean.FALSE.equals(there.get(name)) ? "" : head + " { " + code.get(name) + " }\n";
  }

  private String optional(String name, String text) {
    return Boolean.TRUE.equals(there.get(name)) ? text + "\n" : "";
  }

  /** Returns the sources, by type. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(
        "U",
        "public class U {\n"
            + "public static final int MAX = %s;\n".formatted(code.get("U.MAX"))
            + "private static int calls = %s;\n".formatted(code.get("U.start"))
            + "public static int calls() { return ++calls; }\n"
            + method("U.s0", "public static int s0(int d)")
            + method("U.s1", "public static int s1(int d)")
            + method("U.s2", "public static long s2(long d)")
            + (Boolean.TRUE.equals(there.get("U.long"))
                ? method("U.long", "public static int s2(int d)")
                : "")
            + method("U.hidden", "private static int hidden(int d)")
            + "}");
    texts.put(
        "Base",
        "public class Base {\n"
            + "public int n = %s;\n".formatted(code.get("Base.n"))
            + method("Base.v0", "public int v0(int d)")
            + method("Base.v1", "public int v1(int d)")
            + optional("Base.toString", "public String toString() { return \"Base \" + n; }")
            + "}");
    texts.put(
        "Sub",
        "public class Sub extends Base {\n"
            + "public String name = \"sub%s\";\n".formatted(code.get("Sub.name"))
            + method("Sub.v0", "public int v0(int d)")
            + method("Sub.v2", "public int v2(int d)")
            + "}");
    texts.put(
        "Face",
        "public interface Face {\nint v0(int d);\n"
            + method("Face.def", "default int def(int d)")
            + "}");
    texts.put(
        "Impl",
        "public class Impl implements Face, Comparable<Impl> {\n"
            + method("Impl.v0", "public int v0(int d)")
            + optional("Impl.def", "public int def(int d) { return 7 + v0(d - 1); }")
            + "public int compareTo(Impl other) { int d = 1; %s }\n"
                .formatted(code.get("Impl.compareTo"))
            + "}");
    texts.put(
        "Rec",
        "public record Rec(int a) implements Face {\n"
            + method("Rec.v0", "public int v0(int d)")
            + optional("Rec.toString", "public String toString() { return \"R\" + a; }")
            + "}");
    texts.put(
        "En",
        "public enum En implements Face {\nA, B;\n"
            + "private final int n = %s;\n".formatted(code.get("En.n"))
            + method("En.v0", "public int v0(int d)")
            + "public int n() { return n; }\n"
            + "}");
    texts.put(
        "Gen",
        "public class Gen<T extends Face> {\npublic final T t;\n"
            + "public Gen(T t) { this.t = t; }\n"
            + "public int get(int d) { return t.v0(d - 1) + t.def(d - 1); }\n"
            + method("Gen.v0", "public int v0(int d)")
            + "}");
    texts.put(
        "Init",
        "public class Init {\npublic static final int[] T;\n"
            + "static { T = new int[] {%s, U.MAX}; }\n".formatted(code.get("Init.t"))
            + method("Init.v0", "public static int v0(int d)")
            + "}");
    texts.replaceAll((type, text) -> "package acme;\n" + text);
    return texts;
  }

  /** Returns a block of a document that uses these. */
  String block(List<String> above) {
    String name = "x" + random.nextInt(1000);
    String expression = expression(above);
    return switch (random.nextInt(12)) {
      case 6 ->
          "class C%s extends Base { public int w(int d) { return v1(d) + 1; } }".formatted(name);
      case 7 -> "Face g%s = d -> d + 1;".formatted(name);
      case 8 -> "new Base() { public int v0(int d) { return 1; } }.v1(2)";
      case 0 -> "Object o%s = %s;".formatted(name, object());
      case 1 -> "var v%s = %s;".formatted(name, object());
      case 2 -> "int i%s = (int) (%s);".formatted(name, expression);
      case 3 -> "IntUnaryOperator f%s = d -> (int) (%s);".formatted(name, expression);
      case 4 -> "List<Object> l%s = new ArrayList<>(List.of(%s));".formatted(name, object());
      case 5 -> "int m%s(int d) { return (int) (%s); }".formatted(name, expression(List.of()));
      default -> expression;
    };
  }

  private String object() {
    return switch (random.nextInt(6)) {
      case 0 -> "new Sub()";
      case 1 -> "new Impl()";
      case 2 -> "new Rec(%s)".formatted(number());
      case 3 -> "En.B";
      case 4 -> "new Gen<Face>(new Rec(1))";
      default -> "new Base()";
    };
  }

  private String expression(List<String> above) {
    List<String> possible = new ArrayList<>();
    for (String block : above) {
      String name = block.replaceFirst("^(?:\\S+) (\\w+)(?s:.*)", "$1");
      if (name.startsWith("ox") || name.startsWith("vx")) {
        possible.add(name + " instanceof Base b ? b.v0(2) + b.n : 0");
        possible.add(name + " instanceof Face f ? f.def(2) : 0");
        possible.add(name + ".toString().replaceAll(\"@.*\", \"\").length()");
        possible.add(name + " == En.B ? En.valueOf(\"B\").n() : 1");
      } else if (name.startsWith("fx")) {
        possible.add(name + ".applyAsInt(2)");
      } else if (name.startsWith("gx")) {
        possible.add(name + ".def(2)");
      } else if (name.startsWith("Cx")) {
        possible.add("new %s().w(2)".formatted(name));
        possible.add(
            "new %s().v0(2) + new %s().toString().replaceAll(\"@.*\", \"\")".formatted(name, name));
      } else if (name.startsWith("mx")) {
        possible.add(name + "(2)");
      } else if (name.startsWith("ix")) {
        possible.add(name + " + 1");
      } else if (name.startsWith("lx")) {
        possible.add(name + ".add(%s) ? %s.size() : 0".formatted(object(), name));
        possible.add(name + ".get(0) instanceof Face f ? f.v0(1) : " + name + ".size()");
        possible.add(name + ".indexOf(new Rec(1)) + " + name + ".size()");
      }
    }
    if (!possible.isEmpty() && random.nextInt(3) > 0) {
      return possible.get(random.nextInt(possible.size()));
    }
    return switch (random.nextInt(10)) {
      case 0 -> "U.s2(2)";
      case 1 -> "new Sub().v1(2)";
      case 2 -> "new Gen<Face>(En.A).get(2)";
      case 3 -> "U.calls()";
      case 4 -> "Stream.of(new Impl(), new Impl()).sorted().count() + U.MAX";
      case 5 -> "Init.v0(1) + Init.T.length";
      default -> term().replace("d - 1", "2").replace("Rec(d)", "Rec(3)");
    };
  }
}
