package dev.colight.lsp.feature;

import dev.colight.execution.Assistant;
import dev.colight.execution.Assistant.Mark;
import dev.colight.lsp.view.Reading;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.jspecify.annotations.Nullable;

/** Tells what names are, so that editors can colour them. */
public final class SemanticMarks {
  private static final List<String> TYPES =
      List.of(
          SemanticTokenTypes.Class,
          SemanticTokenTypes.Interface,
          SemanticTokenTypes.Enum,
          SemanticTokenTypes.TypeParameter,
          SemanticTokenTypes.Variable,
          SemanticTokenTypes.Parameter,
          SemanticTokenTypes.Property,
          SemanticTokenTypes.Method);
  private static final List<String> MODIFIERS =
      List.of(
          SemanticTokenModifiers.Declaration,
          SemanticTokenModifiers.Static,
          SemanticTokenModifiers.Deprecated,
          SemanticTokenModifiers.Readonly);

  private SemanticMarks() {}

  /** Returns what the numbers in an answer stand for. */
  public static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(TYPES, MODIFIERS);
  }

  /** Returns the names of some lines, both inclusive: five numbers each, relative to the last. */
  public static List<Integer> of(
      Reading reading, Assistant assistant, int firstLine, int lastLine) {
    List<Integer> data = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (Mark mark : assistant.marks(reading.document().scene(), firstLine, lastLine)) {
      Range range = reading.positions().toLsp(mark.range());
      String type = type(mark.kind());
      int at = range.getStart().getLine();
      int from = range.getStart().getCharacter();
      if (type != null && (at > line || (at == line && (from > column || data.isEmpty())))) {
        data.add(at - line);
        data.add(at == line ? from - column : from);
        data.add(range.getEnd().getCharacter() - from);
        data.add(TYPES.indexOf(type));
        data.add(modifiers(mark));
        line = at;
        column = from;
      }
    }
    return data;
  }

  private static int modifiers(Mark mark) {
    int bits = mark.declaration() ? 1 : 0;
    bits |= mark.isStatic() ? 1 << 1 : 0;
    bits |= mark.deprecated() ? 1 << 2 : 0;
    return bits | (mark.kind() == Assistant.Kind.CONSTANT ? 1 << 3 : 0);
  }

  private static @Nullable String type(Assistant.Kind kind) {
    return switch (kind) {
      case CLASS, RECORD, CONSTRUCTOR -> SemanticTokenTypes.Class;
      case INTERFACE, ANNOTATION -> SemanticTokenTypes.Interface;
      case ENUM -> SemanticTokenTypes.Enum;
      case TYPE_PARAMETER -> SemanticTokenTypes.TypeParameter;
      case VARIABLE -> SemanticTokenTypes.Variable;
      case PARAMETER -> SemanticTokenTypes.Parameter;
      case FIELD, CONSTANT -> SemanticTokenTypes.Property;
      case METHOD -> SemanticTokenTypes.Method;
      case KEYWORD, DIRECTIVE, PACKAGE -> null;
    };
  }
}
