package dev.colight.java.assist;

import dev.colight.execution.Assistant.Signature;
import dev.colight.execution.Assistant.Signatures;
import dev.colight.execution.Assistant.Span;
import dev.colight.execution.Scene;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.Point;
import dev.colight.java.split.Token;
import dev.colight.java.split.Token.Kind;
import dev.colight.text.Position;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the methods that the call around a place may mean. */
final class SignatureFinder {
  private final Prober prober;
  private final NameProposals names;
  private final SourceDocs docs;

  SignatureFinder(Prober prober, NameProposals names, SourceDocs docs) {
    this.prober = prober;
    this.names = names;
    this.docs = docs;
  }

  @Nullable Signatures find(Scene scene, Position position) {
    Spot spot = Spot.of(scene.document(), position);
    if (spot == null || (spot.enclosing() != null && spot.enclosing().kind() == Kind.COMMENT)) {
      return null;
    }
    int open = openCall(spot.before());
    if (open < 0) {
      return null;
    }
    Surroundings here = Surroundings.of(scene.meanings(), spot);
    List<Member> methods = methods(here, spot, open);
    if (methods.isEmpty()) {
      return null;
    }
    List<Member> sorted = new ArrayList<>(methods);
    sorted.sort(Comparator.comparingInt(method -> method.parameters().size()));
    int argument = argument(spot.before(), open);
    int given = argument + (spot.before().size() - 1 > open || !spot.word().isEmpty() ? 1 : 0);
    int active = 0;
    while (active < sorted.size() - 1 && !takes(sorted.get(active), given)) {
      active++;
    }
    active = takes(sorted.get(active), given) ? active : 0;
    return new Signatures(
        sorted.stream().map(docs::named).map(SignatureFinder::signature).toList(),
        active,
        argument);
  }

  private static boolean takes(Member method, int arguments) {
    return method.parameters().size() >= arguments || method.varargs();
  }

  /** Returns the index of the bracket of the innermost call that is open, or -1. */
  private static int openCall(List<Token> before) {
    for (int at : Brackets.open(before)) {
      if (before.get(at).is("{")) {
        return -1;
      }
      if (before.get(at).is("(") && at > 0) {
        Token name = before.get(at - 1);
        if (name.kind() == Kind.IDENTIFIER || name.text().matches(">+")) {
          return at;
        }
      }
    }
    return -1;
  }

  /** Returns the number of the argument at the end of some tokens. */
  private static int argument(List<Token> before, int open) {
    int count = 0;
    int depth = 0;
    for (int i = open + 1; i < before.size(); i++) {
      Token token = before.get(i);
      if (token.is("<") && i > 0 && Character.isUpperCase(before.get(i - 1).text().charAt(0))) {
        int close = closingAngle(before, i);
        i = close < 0 ? i : close;
        continue;
      }
      depth += token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
      depth -= token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
      count += token.is(",") && depth == 0 ? 1 : 0;
    }
    return count;
  }

  private static int closingAngle(List<Token> tokens, int open) {
    for (int i = open + 1; i < tokens.size(); i++) {
      if (tokens.get(i).text().matches(">+")
          && Brackets.openingAngle(tokens, i) <= open
          && Brackets.openingAngle(tokens, i) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private List<Member> methods(Surroundings here, Spot spot, int open) {
    List<Token> before = spot.before();
    int name = open - 1;
    if (before.get(name).text().matches(">+")) {
      name = Brackets.openingAngle(before, name) - 1;
    }
    if (name < 0 || before.get(name).kind() != Kind.IDENTIFIER) {
      return List.of();
    }
    int first = name;
    while (first >= 2 && before.get(first - 1).is(".")) {
      first -= 2;
    }
    if (first >= 1 && before.get(first - 1).is("new")) {
      StringBuilder type = new StringBuilder();
      before.subList(first, name + 1).forEach(token -> type.append(token.text()));
      Point point = prober.ofType(here.meanings(), spot, first - 1, type.toString());
      return point == null ? List.of() : point.constructors();
    }
    String called = before.get(name).text();
    List<Member> all;
    if (name >= 1 && before.get(name - 1).is(".")) {
      Receiver receiver = Receiver.endingAt(before, name - 2);
      Point point = receiver == null ? null : prober.members(here.meanings(), spot, receiver);
      all = point == null ? List.of() : point.members();
    } else {
      all = unqualified(here, name, called);
    }
    return all.stream()
        .filter(member -> member.kind() == Member.Kind.METHOD && member.name().equals(called))
        .toList();
  }

  private List<Member> unqualified(Surroundings here, int first, String called) {
    List<Member> all = new ArrayList<>();
    Point point = prober.scopeFrom(here.meanings(), here.spot(), first);
    if (point != null) {
      all.addAll(point.members());
    }
    for (Definition definition : here.lookup(Name.function(called))) {
      if (definition.unit() instanceof FunctionUnit unit) {
        all.add(Pretty.member(unit));
      }
    }
    all.addAll(names.staticsNamed(here, called));
    return all;
  }

  private static Signature signature(Member method) {
    StringBuilder label = new StringBuilder(method.name()).append('(');
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < method.parameters().size(); i++) {
      Member.Parameter parameter = method.parameters().get(i);
      label.append(i == 0 ? "" : ", ");
      int start = label.length();
      label.append(parameter.type());
      label.append(parameter.name().isEmpty() ? "" : " " + parameter.name());
      spans.add(new Span(start, label.length()));
    }
    label.append(')');
    if (method.kind() == Member.Kind.METHOD && !method.type().isEmpty()) {
      label.append(" : ").append(method.type());
    }
    return new Signature(label.toString(), spans, Origins.of(method));
  }
}
