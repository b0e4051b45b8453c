package dev.colight.java.assist;

import dev.colight.execution.Meanings;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.BrokenUnit;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.TypeUnit;
import dev.colight.graph.Unit;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.analysis.JavaCode.DeclaratorShape;
import dev.colight.java.analysis.JavaCode.StatementsShape;
import dev.colight.text.Position;
import java.util.List;

/**
 * What the names of the document mean at a place.
 *
 * @param place the place, as the graph counts
 * @param body whether it is in the body of a method or type, which also sees what is below
 */
record Surroundings(Meanings meanings, Spot spot, Place place, boolean body) {
  static Surroundings of(Meanings meanings, Spot spot) {
    BlockAnalysis analysis = meanings.graph().analysis(spot.block());
    List<Unit> units = analysis == null ? List.of() : analysis.units();
    int index = 0;
    for (int i = 0; i < units.size(); i++) {
      boolean starts =
          units.get(i).code().tokenCount() > 0
              && units.get(i).code().range(0).start().compareTo(spot.wordStart()) <= 0;
      index = starts ? i : index;
    }
    Unit unit = units.isEmpty() ? null : units.get(index);
    boolean open =
        Brackets.open(spot.before()).stream().anyMatch(at -> spot.before().get(at).is("{"));
    boolean body =
        unit instanceof FunctionUnit
            || unit instanceof TypeUnit
            || (unit instanceof BrokenUnit && open);
    return new Surroundings(meanings, spot, new Place(spot.order(), index), body);
  }

  /**
   * Returns what a name of the document means here. Variables further down mean nothing yet; what
   * they take the place of does.
   */
  List<Definition> lookup(Name name) {
    List<Definition> found = meanings.lookup(name, place, body);
    if (found.stream().anyMatch(this::isBelow)) {
      Place before = new Place(place.order(), place.unit() - 1);
      found = meanings.lookup(name, before, body);
    }
    return found.stream().filter(d -> !isBelow(d)).toList();
  }

  private boolean isBelow(Definition definition) {
    ValueDefinition value = definition.value();
    JavaCode code = (JavaCode) definition.unit().code();
    return value != null
        && definition.block().equals(spot.block())
        && code.shape() instanceof StatementsShape shape
        && shape.statements().get(value.statement()) instanceof DeclaratorShape declarator
        && !isBefore(code.tokens().get(declarator.name()).range().start());
  }

  private boolean isBefore(Position position) {
    return position.compareTo(spot.wordStart()) < 0;
  }

  /** How a type can be named here. */
  enum Reach {
    /** By its simple name. */
    VISIBLE,
    /** By its simple name, once it is imported. */
    IMPORTABLE,
    /** Something else has its name. */
    HIDDEN
  }

  /** Tells how a type of the platform can be named here. */
  Reach reach(String simple, String packageName) {
    String qualified = packageName.isEmpty() ? simple : packageName + "." + simple;
    Name name = Name.type(simple);
    List<Definition> own = lookup(name);
    if (!own.isEmpty()) {
      return own.get(0).unit() instanceof ImportUnit unit && unit.text().equals(qualified)
          ? Reach.VISIBLE
          : Reach.HIDDEN;
    }
    List<String> imported = meanings.imported(name, place);
    boolean implicit = imported.isEmpty() && packageName.equals("java.lang");
    return implicit || (imported.size() == 1 && imported.get(0).equals(qualified))
        ? Reach.VISIBLE
        : Reach.IMPORTABLE;
  }
}
