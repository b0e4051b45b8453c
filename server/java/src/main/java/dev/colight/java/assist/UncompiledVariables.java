package dev.colight.java.assist;

import dev.colight.document.Block;
import dev.colight.document.BlockId;
import dev.colight.document.Document;
import dev.colight.document.Role;
import dev.colight.execution.Meanings;
import dev.colight.execution.Scene;
import dev.colight.graph.Analyzer;
import dev.colight.graph.Definition;
import dev.colight.graph.Name;
import dev.colight.graph.Place;
import dev.colight.graph.ValueDefinition;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.analysis.JavaCode.DeclaratorShape;
import dev.colight.java.analysis.JavaCode.StatementsShape;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.Here;
import dev.colight.java.compile.Point;
import dev.colight.java.split.Token;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the types of variables that are declared with {@code var} in blocks which have never
 * compiled, say since another statement there is wrong: nobody has inferred them. What is known of
 * the document then is as if they were declared with their types.
 */
final class UncompiledVariables {
  /** More than anybody waits for. */
  private static final int MOST = 12;

  private final Analyzer analyzer;
  private final Prober prober;
  private final CodeProbe probe;

  UncompiledVariables(Analyzer analyzer, Prober prober, CodeProbe probe) {
    this.probe = probe;
    this.analyzer = analyzer;
    this.prober = prober;
  }

  /** Returns a document with the types of the variables that are named around a place. */
  Scene typed(Scene scene, Position position) {
    Spot spot = Spot.of(scene.document(), position);
    if (spot == null || spot.enclosing() != null) {
      return scene;
    }
    Surroundings here = Surroundings.of(scene.meanings(), spot);
    Search search = new Search(scene);
    List<Token> named = new ArrayList<>(spot.before());
    named.addAll(spot.after());
    search.typeNamed(named, here.place(), here.body(), spot.block());
    return search.scene();
  }

  private final class Search {
    private final Document document;
    private final Set<Definition> seen = new HashSet<>();
    private final Map<BlockId, Text> texts = new HashMap<>();
    private Meanings meanings;

    Search(Scene scene) {
      document = scene.document();
      meanings = scene.meanings();
    }

    Scene scene() {
      return new Scene(document, meanings);
    }

    void typeNamed(List<Token> tokens, Place place, boolean body, BlockId own) {
      Set<String> names = new HashSet<>();
      for (Token token : tokens) {
        if (token.kind() == Token.Kind.IDENTIFIER && names.add(token.text())) {
          for (Definition definition : meanings.lookup(Name.value(token.text()), place, body)) {
            if (!definition.block().equals(own) && isUntyped(definition)) {
              type(definition);
            }
          }
        }
      }
    }

    private boolean isUntyped(Definition definition) {
      ValueDefinition value = definition.value();
      return value != null
          && value.typeText() == null
          && !probe.hasStorage(meanings.storage(definition))
          && seen.size() < MOST
          && seen.add(definition);
    }

    private void type(Definition definition) {
      int index = document.indexOf(definition.place().order());
      JavaCode code = (JavaCode) definition.unit().code();
      DeclaratorShape declarator = declarator(code, definition.name().text());
      if (index < 0 || declarator == null) {
        return;
      }
      Block block = document.block(index);
      List<Token> initializer =
          code.tokens().subList(declarator.initializerFirst(), declarator.initializerLast() + 1);
      Text text = texts.getOrDefault(block.id(), Text.of(String.join("\n", block.lines())));
      typeNamed(initializer, definition.place(), false, definition.block());
      String asked =
          text.apply(new TextEdit(at(end(initializer)), ")"))
              .apply(new TextEdit(at(initializer.get(0).range().start()), Here.NAME + "("))
              .toString();
      Point point = prober.resolve(meanings, block.id(), block.order(), asked);
      if (point != null && point.known()) {
        Position start = code.tokens().get(declarator.typeFirst()).range().start();
        Position end = code.tokens().get(declarator.typeLast()).range().end();
        Text typed = text.apply(new TextEdit(new Range(start, end), point.declared()));
        texts.put(block.id(), typed);
        meanings =
            meanings.with(block.id(), block.order(), analyzer.analyze(Role.SCRIPT, typed.lines()));
      }
    }

    private static @Nullable DeclaratorShape declarator(JavaCode code, String name) {
      return code.shape() instanceof StatementsShape shape
          ? shape.statements().stream()
              .filter(DeclaratorShape.class::isInstance)
              .map(DeclaratorShape.class::cast)
              .filter(found -> found.inferred() && found.initializerFirst() >= 0)
              .filter(found -> code.tokens().get(found.name()).is(name))
              .reduce((first, second) -> second)
              .orElse(null)
          : null;
    }

    private static Position end(List<Token> tokens) {
      return tokens.get(tokens.size() - 1).range().end();
    }

    private static Range at(Position position) {
      return new Range(position, position);
    }
  }
}
