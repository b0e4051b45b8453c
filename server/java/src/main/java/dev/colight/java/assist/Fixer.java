package dev.colight.java.assist;

import dev.colight.execution.Assistant.Complaint;
import dev.colight.execution.Assistant.Fix;
import dev.colight.execution.Scene;
import dev.colight.java.compile.CodeProbe;
import dev.colight.java.compile.TypeIndex;
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
  private final TrySurround surround;

  Fixer(TypeIndex index, CodeProbe probe) {
    this.index = index;
    this.surround = new TrySurround(probe);
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
      Fix fix = surround.fix(scene, spot, complaint, unhandled.group(1));
      if (fix != null) {
        fixes.add(fix);
      }
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
}
