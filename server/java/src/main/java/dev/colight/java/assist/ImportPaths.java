package dev.colight.java.assist;

import dev.colight.execution.Assistant.Kind;
import dev.colight.java.compile.Point;
import dev.colight.java.compile.TypeIndex;
import dev.colight.java.split.Token;
import java.util.List;

/** Proposes how the path of an import goes on. */
final class ImportPaths {
  private ImportPaths() {}

  static void add(Spot spot, TypeIndex index, Prober prober, Surroundings here, Proposals found) {
    StringBuilder path = new StringBuilder();
    boolean isStatic = false;
    for (Token token : pathTokens(spot)) {
      isStatic |= token.is("static");
      path.append(token.is("static") ? "" : token.text());
    }
    String qualifier = path.isEmpty() ? "" : path.substring(0, path.length() - 1);
    if (path.isEmpty()) {
      found.addWord("static", 5);
      found.addWord("module", 5);
    }
    index
        .packagesBelow(qualifier)
        .forEach(
            part ->
                found.addName(
                    part, Kind.PACKAGE, qualifier.isEmpty() ? part : path + part, 10, null));
    List<TypeIndex.Entry> types = index.typesIn(qualifier);
    for (TypeIndex.Entry type : types) {
      found.addType(type.name(), type.kind(), qualifier, 0, null, type.qualified());
    }
    boolean ofType = !qualifier.isEmpty() && types.isEmpty();
    Point point =
        ofType ? prober.ofType(here.meanings(), spot, importStart(spot), qualifier) : null;
    if (point != null) {
      boolean all = isStatic;
      point.members().stream()
          .filter(member -> all || !isValue(member.kind()))
          .filter(member -> !member.name().equals("class"))
          .forEach(
              member ->
                  found.addName(
                      member.name(),
                      Proposals.kind(member.kind()),
                      member.type(),
                      0,
                      Origins.of(member)));
    }
  }

  private static boolean isValue(dev.colight.java.compile.Member.Kind kind) {
    return switch (kind) {
      case FIELD, CONSTANT, METHOD, LOCAL, PARAMETER, CONSTRUCTOR -> true;
      default -> false;
    };
  }

  private static int importStart(Spot spot) {
    int i = spot.before().size() - 1;
    while (!spot.before().get(i).is("import")) {
      i--;
    }
    return i;
  }

  private static List<Token> pathTokens(Spot spot) {
    return spot.before().subList(importStart(spot) + 1, spot.before().size());
  }
}
