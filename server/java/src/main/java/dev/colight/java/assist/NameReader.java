package dev.colight.java.assist;

import dev.colight.document.Block;
import dev.colight.document.Document;
import dev.colight.execution.Meanings;
import dev.colight.execution.Scene;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Place;
import dev.colight.graph.StatementUnit;
import dev.colight.graph.Unit;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.NameUse;
import dev.colight.text.Position;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the names of a document, and what they mean. */
final class NameReader {
  private final CodeProbe probe;

  NameReader(CodeProbe probe) {
    this.probe = probe;
  }

  /** Returns the name at a place or right before it, or null. */
  @Nullable Located at(Scene scene, Position position) {
    Document document = scene.document();
    int index = document.firstBlockFrom(position.line());
    if (index >= document.size() || document.startLine(index) > position.line()) {
      return null;
    }
    Located found = null;
    for (Located name : in(scene, index, unit -> covers(document, index, unit, position))) {
      if (name.range().start().compareTo(position) <= 0
          && name.range().end().compareTo(position) >= 0) {
        found = name;
      }
    }
    return found;
  }

  private static boolean covers(Document document, int index, Unit unit, Position position) {
    int tokens = unit.code().tokenCount();
    int line = position.line() - document.startLine(index);
    return tokens > 0
        && unit.code().range(0).start().line() <= line
        && unit.code().range(tokens - 1).end().line() >= line;
  }

  /** Returns the names in some units of a block, in order. */
  List<Located> in(Scene scene, int index, Predicate<Unit> wanted) {
    Block block = scene.document().block(index);
    Meanings meanings = scene.meanings();
    BlockAnalysis analysis = meanings.graph().analysis(block.id());
    List<Located> result = new ArrayList<>();
    for (int i = 0; analysis != null && i < analysis.units().size(); i++) {
      Unit unit = analysis.units().get(i);
      Place place = new Place(block.order(), i);
      Meanings.Closure closure =
          wanted.test(unit) ? meanings.closure(block.id(), place, unit) : null;
      if (closure != null) {
        Set<Range> seen = new HashSet<>();
        for (NameUse use : probe.names(closure)) {
          Range range = unit.code().range(use.token()).plusLines(scene.document().startLine(index));
          if (seen.add(range)) {
            result.add(
                new Located(declared(unit, use), range, place, !(unit instanceof StatementUnit)));
          }
        }
      }
    }
    return result;
  }

  /** A variable of the document is declared where its declarator has its name. */
  private static NameUse declared(Unit unit, NameUse use) {
    boolean declares =
        use.scope() == NameUse.Scope.VALUE
            && ((JavaCode) unit.code()).shape() instanceof JavaCode.StatementsShape shape
            && shape.statements().stream()
                .anyMatch(s -> s instanceof JavaCode.DeclaratorShape d && d.name() == use.token());
    return declares == use.declaration() || use.scope() != NameUse.Scope.VALUE
        ? use
        : new NameUse(
            use.token(),
            use.scope(),
            use.target(),
            use.member(),
            declares,
            use.write() || declares,
            use.deferred(),
            use.overrides(),
            use.overridden());
  }

  /** Returns the names of the whole document that are written as some text. */
  List<Located> written(Scene scene, String name) {
    List<Located> result = new ArrayList<>();
    for (int i = 0; i < scene.document().size(); i++) {
      for (Located located : in(scene, i, unit -> has(unit, name))) {
        if (located.use().member().name().equals(name)) {
          result.add(located);
        }
      }
    }
    return result;
  }

  /** Returns the first line on which code that does not parse has a name, or -1. */
  static int brokenLine(Scene scene, String name) {
    for (int i = 0; i < scene.document().size(); i++) {
      BlockAnalysis analysis = scene.meanings().graph().analysis(scene.document().block(i).id());
      for (Unit unit : analysis == null ? List.<Unit>of() : analysis.units()) {
        if (unit instanceof BrokenUnit && has(unit, name)) {
          return scene.document().startLine(i) + unit.code().range(0).start().line();
        }
      }
    }
    return -1;
  }

  /** Returns the first line on which a name is written, but as a member of something, or -1. */
  static int lineOf(Scene scene, String name, boolean members) {
    for (int i = 0; i < scene.document().size(); i++) {
      BlockAnalysis analysis = scene.meanings().graph().analysis(scene.document().block(i).id());
      for (Unit unit : analysis == null ? List.<Unit>of() : analysis.units()) {
        List<String> tokens = has(unit, name) ? List.of(unit.text().split("\n")) : List.of();
        for (int t = 0; t < tokens.size(); t++) {
          boolean member =
              t > 0 && (tokens.get(t - 1).equals(".") || tokens.get(t - 1).equals("::"));
          if (tokens.get(t).equals(name) && (members || !member)) {
            int token = Math.min(t, unit.code().tokenCount() - 1);
            return scene.document().startLine(i) + unit.code().range(token).start().line();
          }
        }
      }
    }
    return -1;
  }

  static boolean has(Unit unit, String name) {
    String text = unit.text();
    int at = text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      if ((at == 0 || text.charAt(at - 1) == '\n')
          && (end == text.length() || text.charAt(end) == '\n')) {
        return true;
      }
      at = text.indexOf(name, at + 1);
    }
    return false;
  }
}
