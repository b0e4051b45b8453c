package dev.colight.java.assist;

import dev.colight.document.Block;
import dev.colight.execution.Scene;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.ImportUnit;
import dev.colight.graph.Unit;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.compile.SourceText;
import dev.colight.java.split.Token;
import dev.colight.text.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The imports of a document, each as a source of its own that the compiler can be asked about. */
final class DocumentImports {
  private DocumentImports() {}

  /**
   * An import.
   *
   * @param source its tokens, with a space between them
   * @param tokens where each of them stands in the document
   */
  record Import(SourceText source, List<Range> tokens) {
    /** Returns where the token stands that begins after some characters of the source. */
    Range at(int start) {
      int spaces = (int) source.text().substring(0, start).chars().filter(c -> c == ' ').count();
      return tokens.get(Math.min(spaces, tokens.size() - 1));
    }

    /** Tells whether the name up to some part of it, that one included or not, is accepted. */
    boolean leadsTo(Predicate<String> type) {
      String path = source.text().replaceFirst("^import (static )?", "").replace(" ", "");
      for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
        if (type.test(path.substring(0, dot))) {
          return true;
        }
      }
      return type.test(path.substring(0, path.length() - 1));
    }

    /** Returns where it ends. */
    Range end() {
      return tokens.get(tokens.size() - 1);
    }
  }

  /** Returns those in which a word stands. */
  static List<Import> of(String uri, Scene scene, String word) {
    List<Import> found = new ArrayList<>();
    for (int i = 0; i < scene.document().size(); i++) {
      Block block = scene.document().block(i);
      BlockAnalysis analysis = scene.meanings().graph().analysis(block.id());
      for (Unit unit : analysis == null ? List.<Unit>of() : analysis.units()) {
        if (unit instanceof ImportUnit
            && unit.code() instanceof JavaCode code
            && code.tokens().stream().anyMatch(token -> token.is(word))) {
          List<Range> tokens = new ArrayList<>();
          List<String> texts = new ArrayList<>();
          for (Token token : code.tokens()) {
            tokens.add(token.range().plusLines(scene.document().startLine(i)));
            texts.add(token.text());
          }
          String text = String.join(" ", texts);
          String whole = text.endsWith(";") ? text : text + " ;";
          String file = uri + " import " + found.size();
          found.add(new Import(new SourceText(file, "", "", whole), tokens));
        }
      }
    }
    return found;
  }
}
