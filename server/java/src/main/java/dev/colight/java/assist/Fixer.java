package dev.colight.java.assist;

import dev.colight.execution.Assistant.Complaint;
import dev.colight.execution.Assistant.Fix;
import dev.colight.execution.Scene;
import dev.colight.java.compile.TypeIndex;
import dev.colight.java.split.Token;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends what the compiler complains about. */
final class Fixer {
  private static final Pattern UNRESOLVED =
      Pattern.compile(
          "(?:cannot be resolved|cannot find|unknown|not defined|no type|is undefined)");
  private static final Pattern UNHANDLED =
      Pattern.compile("[Uu]nhandled exception(?: type)? ['`]?([\\w.]+)");
  private static final Pattern NO_VERSION =
      Pattern.compile("there is no version (\\S+) of \\S+; there is (.+)");
  private static final int MOST = 8;
  private final TypeIndex index;

  Fixer(TypeIndex index) {
    this.index = index;
  }

  List<Fix> fixes(Scene scene, Complaint complaint) {
    List<Fix> fixes = new ArrayList<>();
    Spot spot = Spot.of(scene.document(), complaint.range().start());
    if (spot == null) {
      return fixes;
    }
    Matcher noVersion = NO_VERSION.matcher(complaint.message());
    if (noVersion.find()) {
      List<String> versions = List.of(noVersion.group(2).split(", "));
      addVersions(spot, complaint, noVersion.group(1), versions, fixes);
      return fixes;
    }
    if (UNRESOLVED.matcher(complaint.message()).find()) {
      addImports(scene, spot, complaint, fixes);
    }
    Matcher unhandled = UNHANDLED.matcher(complaint.message());
    if (unhandled.find()) {
      addTry(spot, complaint, unhandled.group(1), fixes);
    }
    return fixes;
  }

  private void addImports(Scene scene, Spot spot, Complaint complaint, List<Fix> fixes) {
    if (spot.word().isEmpty()) {
      return;
    }
    Surroundings here = Surroundings.of(scene.meanings(), spot);
    List<TypeIndex.Entry> types = new ArrayList<>(index.named(spot.word()));
    types.removeIf(
        type -> here.reach(type.name(), type.packageName()) != Surroundings.Reach.IMPORTABLE);
    types.sort(
        Comparator.comparingInt(
                (TypeIndex.Entry type) -> TypeProposals.remoteness(type.packageName()))
            .thenComparing(TypeIndex.Entry::qualified));
    ImportEdits edits = ImportEdits.of(scene.document(), scene.meanings(), spot);
    for (TypeIndex.Entry type : types.subList(0, Math.min(MOST, types.size()))) {
      TextEdit edit = edits.adding(type.qualified());
      fixes.add(
          new Fix(
              "Import `" + type.qualified() + "`",
              complaint.range(),
              List.of(edit),
              fixes.isEmpty()));
    }
  }

  /** The newest one is the last. */
  private static void addVersions(
      Spot spot, Complaint complaint, String wanted, List<String> versions, List<Fix> fixes) {
    Position start = complaint.range().start();
    String line = spot.lines().get(start.line() - spot.startLine());
    int at = line.indexOf(':' + wanted, start.column()) + 1;
    if (at == 0 || at + wanted.length() > complaint.range().end().column()) {
      return;
    }
    Range replaced = Range.of(start.line(), at, start.line(), at + wanted.length());
    for (String version : versions) {
      boolean newest = version.equals(versions.get(versions.size() - 1));
      List<TextEdit> edits = List.of(new TextEdit(replaced, version));
      fixes.add(new Fix("Use version `" + version + "`", complaint.range(), edits, newest));
    }
  }

  /** A declaration takes all that follows it in its block into the {@code try}. */
  private static void addTry(Spot spot, Complaint complaint, String exception, List<Fix> fixes) {
    List<Token> tokens = new ArrayList<>(spot.before());
    int at = tokens.size();
    dev.colight.java.split.Tokenizer.tokenize(spot.lines()).stream()
        .filter(token -> token.range().start().compareTo(spot.wordStart()) >= 0)
        .forEach(tokens::add);
    int first = at;
    while (first > 0 && !isBoundary(tokens, first - 1)) {
      first--;
    }
    int last = end(tokens, first);
    if (last < 0 || first == 0) {
      return;
    }
    boolean declares =
        first + 2 < tokens.size()
            && tokens.get(first).kind() != Token.Kind.KEYWORD
            && tokens.get(first + 1).kind() == Token.Kind.IDENTIFIER;
    if (declares) {
      last = lastOfBlock(tokens, last);
    }
    Position start = tokens.get(first).range().start();
    Position end = tokens.get(last).range().end();
    String text = spot.text().substring(spot.offset(start), spot.offset(end));
    String line = spot.lines().get(start.line());
    String indent = line.substring(0, line.length() - line.stripLeading().length());
    String inner = text.replace("\n", "\n  ");
    String wrapped =
        "try {\n"
            + indent
            + "  "
            + inner
            + "\n"
            + indent
            + "} catch ("
            + exception
            + " e) {\n"
            + indent
            + "  throw new RuntimeException(e);\n"
            + indent
            + "}";
    Range range = new Range(start, end).plusLines(spot.startLine());
    fixes.add(
        new Fix(
            "Surround with `try` and `catch`",
            complaint.range(),
            List.of(new TextEdit(range, wrapped)),
            false));
  }

  private static boolean isBoundary(List<Token> tokens, int i) {
    return tokens.get(i).is(";") || tokens.get(i).is("{") || tokens.get(i).is("}");
  }

  /** Returns the index of the {@code ;} that ends a statement, or -1. */
  private static int end(List<Token> tokens, int first) {
    int depth = 0;
    for (int i = first; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.is("(") || token.is("{") || token.is("[") ? 1 : 0;
      depth -= token.is(")") || token.is("}") || token.is("]") ? 1 : 0;
      if (depth < 0) {
        return -1;
      } else if (depth == 0 && token.is(";")) {
        return i;
      }
    }
    return -1;
  }

  private static int lastOfBlock(List<Token> tokens, int from) {
    int depth = 0;
    for (int i = from + 1; i < tokens.size(); i++) {
      depth += tokens.get(i).is("{") ? 1 : tokens.get(i).is("}") ? -1 : 0;
      if (depth < 0) {
        return i - 1;
      }
    }
    return from;
  }
}
