package dev.colight.java.assist;

import dev.colight.execution.WorkspaceNames.Open;
import dev.colight.execution.WorkspaceNames.Renaming;
import dev.colight.java.compile.NameUse;
import dev.colight.java.compile.SourceNames.InFile;
import dev.colight.java.compile.SourceNames.StaticImport;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives what sources declare another name, where that changes nothing else. Whether it does in the
 * sources is found out by trying: each name in them has to mean afterwards what it did before. In
 * documents the new name may not stand where it could mean something else.
 */
final class SharedRenamer {
  private final SharedQuestion question;
  private final SharedSearch search;
  private final List<Open> open;
  private final String newName;
  private final boolean moves;

  /** By file: what changes in it. */
  private final Map<Path, List<TextEdit>> inSources = new LinkedHashMap<>();

  /** By document: the same. */
  private final Map<Open, List<TextEdit>> inDocuments = new LinkedHashMap<>();

  private final Map<Path, Path> moved = new LinkedHashMap<>();

  /** Says that a file does not get the name of its type; null where none has to. */
  private @Nullable String unmoved;

  private SharedRenamer(
      SharedQuestion question, SharedSearch search, String newName, boolean moves) {
    this.question = question;
    this.search = search;
    this.open = question.asked().documents();
    this.newName = newName;
    this.moves = moves;
  }

  /**
   * Gives what is asked about a name.
   *
   * @param moves whether files can get other names
   */
  static Renaming rename(SharedQuestion question, String newName, boolean moves) {
    boolean isType = question.targets().stream().anyMatch(target -> target.indexOf('#') < 0);
    if (!Renamer.isName(newName, isType)) {
      return refuse("`" + newName + "` is not a name.");
    }
    if (newName.equals(question.word())) {
      return new Renaming(Map.of(), Map.of(), null);
    }
    SharedSearch search = new SharedSearch(question, newName);
    return search.refusal() == null
        ? new SharedRenamer(question, search, newName, moves).rename(isType)
        : refuse(search.refusal());
  }

  private Renaming rename(boolean isType) {
    String why = elsewhere();
    why = why == null ? unclear() : why;
    if (why != null) {
      return refuse(why);
    }
    collect();
    why = isType ? move() : null;
    why = why == null ? taken(isType) : why;
    if (why == null) {
      String differs = new RenamingCheck(search, question, newName).differs(inSources, moved);
      why = differs == null || unmoved == null ? differs : unmoved + differs;
    }
    if (why != null) {
      return refuse(why);
    }
    Map<String, List<TextEdit>> edits = new LinkedHashMap<>();
    inSources.forEach((file, some) -> edits.put(uri(file), some));
    inDocuments.forEach((document, some) -> edits.put(document.uri(), some));
    Map<String, String> files = new LinkedHashMap<>();
    moved.forEach((from, to) -> files.put(uri(from), uri(to)));
    return new Renaming(edits, files, null);
  }

  private static Renaming refuse(String why) {
    return new Renaming(Map.of(), Map.of(), why);
  }

  private static String uri(Path file) {
    return file.toUri().toString();
  }

  /** Returns why something that is meant cannot be renamed: it is not the workspace's. */
  private @Nullable String elsewhere() {
    Set<String> declared = search.declared().keySet();
    for (String target : search.meant()) {
      boolean ofDocument = open.stream().anyMatch(one -> target.startsWith(one.uri() + " "));
      if (!ofDocument && !declared.contains(target)) {
        String owner = SharedSearch.owner(target).replace('$', '.');
        return "`" + question.word() + "` is a method of `" + owner + "`, too.";
      }
    }
    return null;
  }

  /** Returns where the old name stands and nobody knows what it means, or null. */
  private @Nullable String unclear() {
    for (Map.Entry<Path, InFile> one : search.inSources().entrySet()) {
      if (one.getValue().error() != null && hasUnknown(one.getKey(), one.getValue())) {
        return name(one.getKey())
            + " has `"
            + question.word()
            + "` in it, and does not compile (line "
            + (one.getValue().error().range().start().line() + 1)
            + ": "
            + one.getValue().error().message()
            + ").";
      }
    }
    for (Map.Entry<Open, List<Located>> one : search.inDocuments().entrySet()) {
      int line = concerns(one.getKey()) ? unknownLine(one.getKey(), one.getValue()) : -1;
      if (line >= 0) {
        return "Line "
            + (line + 1)
            + " of "
            + name(one.getKey())
            + " has `"
            + question.word()
            + "` in it, and does not compile.";
      }
    }
    return null;
  }

  private boolean hasUnknown(Path file, InFile names) {
    Set<Range> known = new HashSet<>();
    names.names().forEach(name -> known.add(name.range()));
    names.imports().forEach(one -> known.add(one.name().range()));
    Text text = Text.of(String.valueOf(search.text(file)));
    return SharedSearch.tokens(text, question.word()).stream()
        .filter(token -> !known.contains(token.range()))
        .map(token -> text.line(token.range().start().line()).strip())
        .anyMatch(line -> !line.startsWith("package ") && !line.startsWith("import "));
  }

  private int unknownLine(Open document, List<Located> names) {
    Set<Range> known = new HashSet<>(search.importedBy(document).keySet());
    for (Located one : names) {
      if (!Navigator.isNothing(document.scene(), one)) {
        known.add(one.range());
      }
    }
    DocumentImports.of(document.uri(), document.scene(), question.word())
        .forEach(one -> known.addAll(one.tokens()));
    return SharedSearch.tokens(document.scene().document().text(), question.word()).stream()
        .filter(token -> !known.contains(token.range()))
        .mapToInt(token -> token.range().start().line())
        .findFirst()
        .orElse(-1);
  }

  /** Tells whether a document has to do with what is renamed. */
  private boolean concerns(Open document) {
    return document.uri().equals(question.asked().place().uri())
        || search.meant().stream().anyMatch(target -> search.sees(document, target));
  }

  private void collect() {
    search
        .inSources()
        .forEach(
            (file, names) -> {
              List<TextEdit> edits = new ArrayList<>();
              names.names().stream()
                  .filter(name -> search.meant().contains(name.target()))
                  .forEach(name -> edits.add(new TextEdit(name.range(), newName)));
              Set<String> used = new HashSet<>();
              names.names().forEach(name -> used.add(name.target()));
              names
                  .imports()
                  .forEach(one -> collect(one, one.name().range(), one.end(), used, edits));
              if (!edits.isEmpty()) {
                inSources.put(file, edits);
              }
            });
    search
        .inDocuments()
        .forEach(
            (document, names) -> {
              List<TextEdit> edits = new ArrayList<>();
              Set<String> used = new HashSet<>();
              for (Located one : names) {
                used.add(one.use().target());
                if (search.isMeant(document, one)) {
                  edits.add(new TextEdit(one.range(), newName));
                }
              }
              search
                  .imports(document)
                  .forEach(
                      (one, all) -> {
                        all.names().stream()
                            .filter(name -> isMeant(document, name.target()))
                            .forEach(
                                name -> edits.add(new TextEdit(one.at(name.start()), newName)));
                        all.imports().stream()
                            .filter(
                                member ->
                                    member.targets().stream()
                                        .anyMatch(target -> isMeant(document, target)))
                            .forEach(
                                member ->
                                    collect(
                                        member,
                                        one.at(member.name().start()),
                                        one.end(),
                                        used,
                                        edits));
                      });
              if (!edits.isEmpty()) {
                inDocuments.put(document, edits);
              }
            });
  }

  private boolean isMeant(Open document, String target) {
    return search.meant().contains(target) && search.sees(document, target);
  }

  /**
   * Changes a static import. Where it gives more of one name, and that is used, another import is
   * put below it.
   *
   * @param used what the names around it mean
   */
  private void collect(
      StaticImport member, Range at, Range whole, Set<String> used, List<TextEdit> edits) {
    Set<String> others = new HashSet<>(member.targets());
    boolean any = others.removeAll(search.meant());
    others.retainAll(used);
    if (any && others.isEmpty()) {
      edits.add(new TextEdit(at, newName));
    } else if (any && member.targets().stream().anyMatch(one -> renamedAndUsed(one, used))) {
      Position end = whole.end();
      edits.add(
          new TextEdit(
              new Range(end, end), "\nimport static " + member.type() + "." + newName + ";"));
    }
  }

  private boolean renamedAndUsed(String target, Set<String> used) {
    return search.meant().contains(target) && used.contains(target);
  }

  /** Has the file of a type get its name, too; returns why that cannot be, or null. */
  private @Nullable String move() {
    for (String target : search.meant()) {
      Path file = search.declared().get(target);
      boolean named = file != null && name(file).equals(question.word() + ".java");
      if (file != null && named && target.indexOf('$') < 0 && target.indexOf('#') < 0) {
        Path to = file.resolveSibling(newName + ".java");
        if (search.text(to) != null) {
          return "There is a file " + name(to) + " already.";
        }
        if (moves) {
          moved.put(file, to);
        } else {
          unmoved = "This editor does not let its server rename " + name(file) + ": ";
        }
      }
    }
    return null;
  }

  /** Returns where a document has the new name so that it could come to mean another thing. */
  private @Nullable String taken(boolean isType) {
    for (Open document : open) {
      if (document.assistant() instanceof JavaAssistant java && concerns(document)) {
        boolean clashes = isType || isUndotted(document) || isOfType(document, java);
        int line = clashes ? NameReader.lineOf(document.scene(), newName, true) : -1;
        if (line >= 0) {
          return "There is a `"
              + newName
              + "` already, in line "
              + (line + 1)
              + " of "
              + name(document)
              + ".";
        }
      }
    }
    return null;
  }

  private boolean isUndotted(Open document) {
    for (TextEdit edit : inDocuments.getOrDefault(document, List.of())) {
      Position at = edit.range().start();
      String before = document.scene().document().text().line(at.line()).substring(0, at.column());
      if (!before.endsWith(".") && !before.endsWith("::")) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether the new name is that of a member of some type which has to do with ours. */
  private boolean isOfType(Open document, JavaAssistant java) {
    Set<String> related = search.related();
    return java.names().written(document.scene(), newName).stream()
        .map(Located::use)
        .anyMatch(
            use ->
                use.scope() == NameUse.Scope.MEMBER
                    || (use.scope() == NameUse.Scope.OUTSIDE
                        && related.contains(SharedSearch.owner(use.target()))));
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String name(Open document) {
    return document.uri().substring(document.uri().lastIndexOf('/') + 1);
  }
}
