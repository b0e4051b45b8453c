package dev.colight.java.assist;

import dev.colight.document.Block;
import dev.colight.execution.Assistant.Complaint;
import dev.colight.execution.Assistant.Fix;
import dev.colight.execution.Meanings;
import dev.colight.execution.Scene;
import dev.colight.graph.BlockAnalysis;
import dev.colight.graph.Place;
import dev.colight.graph.Unit;
import dev.colight.java.analysis.EnclosingStatement;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.compile.CodeProbe;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Surrounds what throws with a {@code try}, where that handles it. */
final class TrySurround {
  private static final List<String> NAMES = List.of("e", "ex", "exception", "failure");
  private final CodeProbe probe;

  TrySurround(CodeProbe probe) {
    this.probe = probe;
  }

  /** Returns what handles an exception, or null where nothing does. */
  @Nullable Fix fix(Scene scene, Spot spot, Complaint complaint, String exception) {
    BlockAnalysis analysis = scene.meanings().graph().analysis(spot.block());
    Range range = complaint.range().plusLines(-spot.startLine());
    for (int i = 0; analysis != null && i < analysis.units().size(); i++) {
      Unit unit = analysis.units().get(i);
      JavaCode code = (JavaCode) unit.code();
      List<Integer> touched = EnclosingStatement.touched(code, range);
      EnclosingStatement found =
          touched.isEmpty()
              ? null
              : EnclosingStatement.of(code, touched.get(0), touched.get(touched.size() - 1));
      if (found != null) {
        return fix(scene, spot, complaint, exception, unit, new Place(spot.order(), i), found);
      }
    }
    return null;
  }

  private @Nullable Fix fix(
      Scene scene,
      Spot spot,
      Complaint complaint,
      String exception,
      Unit unit,
      Place place,
      EnclosingStatement found) {
    JavaCode code = (JavaCode) unit.code();
    Position start = code.range(found.first()).start();
    Position end = code.range(found.last()).end();
    String line = spot.lines().get(start.line());
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    if (found.kind() == EnclosingStatement.Kind.CATCH) {
      String name = code.tokens().get(found.first()).text();
      return fix("Add a `catch`", complaint, spot, end, end, handler(exception, name, indent));
    }
    String text = spot.text().substring(spot.offset(start), spot.offset(end));
    boolean block = found.kind() != EnclosingStatement.Kind.STATEMENT;
    if (found.kind() == EnclosingStatement.Kind.LAMBDA) {
      Boolean returns = returns(scene, spot, unit, place, found.first());
      if (returns == null) {
        return null;
      }
      text = (returns ? "return " : "") + text + ";";
    }
    String inner = indent + (block ? "  " : "");
    String wrapped =
        (block ? "{\n" + inner : "")
            + ("try {\n" + inner + "  ")
            + text.replace("\n", block ? "\n    " : "\n  ")
            + ("\n" + inner + "}")
            + handler(exception, name(code), inner)
            + (block ? "\n" + indent + "}" : "");
    return fix("Surround with `try` and `catch`", complaint, spot, start, end, wrapped);
  }

  private static String handler(String exception, String name, String indent) {
    return (" catch (" + exception + " " + name + ") {\n" + indent + "  ")
        + ("throw new RuntimeException(" + name + ");\n" + indent + "}");
  }

  private static Fix fix(
      String title, Complaint complaint, Spot spot, Position start, Position end, String text) {
    Range range = new Range(start, end).plusLines(spot.startLine());
    return new Fix(title, complaint.range(), List.of(new TextEdit(range, text)), false);
  }

  private @Nullable Boolean returns(Scene scene, Spot spot, Unit unit, Place place, int first) {
    Block block = scene.document().block(spot.index());
    Meanings.Closure closure = scene.meanings().closure(block.id(), place, unit);
    return closure == null ? null : probe.returns(closure, first);
  }

  /** Returns a name for the exception that nothing around it has. */
  private static String name(JavaCode code) {
    Set<String> taken =
        code.tokens().stream().map(token -> token.text()).collect(Collectors.toSet());
    return Stream.concat(NAMES.stream(), Stream.iterate(2, n -> n + 1).map(n -> "e" + n))
        .filter(name -> !taken.contains(name))
        .findFirst()
        .orElseThrow();
  }
}
