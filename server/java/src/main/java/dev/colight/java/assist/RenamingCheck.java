package dev.colight.java.assist;

import dev.colight.java.compile.SourceNames;
import dev.colight.java.compile.SourceNames.InFile;
import dev.colight.java.compile.SourceText;
import dev.colight.text.Position;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tries a change of names out: has the compiler look into the changed sources, and compares what
 * each name in them means with what it meant before.
 */
final class RenamingCheck {
  private final SharedSearch search;
  private final SharedQuestion question;
  private final String newName;

  RenamingCheck(SharedSearch search, SharedQuestion question, String newName) {
    this.search = search;
    this.question = question;
    this.newName = newName;
  }

  /**
   * Says what would be different besides the name, or null.
   *
   * @param edits by file
   * @param moved the files that get another name
   */
  @Nullable String differs(Map<Path, List<TextEdit>> edits, Map<Path, Path> moved) {
    Map<Path, String> texts = new HashMap<>();
    edits.forEach(
        (file, some) -> {
          texts.put(moved.getOrDefault(file, file), apply(search.text(file), some));
          if (moved.containsKey(file)) {
            texts.put(file, "");
          }
        });
    JointSources after = question.sources().with(texts);
    Map<Path, SourceText> asked = new LinkedHashMap<>();
    for (Path file : search.searched()) {
      SourceText source = after.source(moved.getOrDefault(file, file));
      if (source == null) {
        return file.getFileName() + " would be no source any more.";
      }
      asked.put(file, source);
    }
    List<Path> files =
        search.searched().stream().map(file -> moved.getOrDefault(file, file)).toList();
    SourceNames names = after.names(files, Map.of(), newName, question.asked()::check);
    for (Map.Entry<Path, InFile> one : search.inSources().entrySet()) {
      Path file = one.getKey();
      SourceText source = asked.get(file);
      InFile now = source == null ? null : names.files().get(source);
      String why =
          now == null
              ? null
              : differs(file, one.getValue(), now, edits.getOrDefault(file, List.of()));
      if (why != null) {
        return why;
      }
    }
    return overrides(names);
  }

  private @Nullable String differs(Path file, InFile before, InFile now, List<TextEdit> edits) {
    if (now.error() != null && before.error() == null) {
      return file.getFileName()
          + " would not compile any more (line "
          + (now.error().range().start().line() + 1)
          + ": "
          + now.error().message()
          + ").";
    }
    Set<Integer> added = new HashSet<>();
    edits.stream()
        .filter(RenamingCheck::addsLine)
        .forEach(edit -> added.add(edit.range().end().line() + 1 + added.size()));
    List<SourceNames.Name> left = new ArrayList<>();
    for (SourceNames.Name name : now.names()) {
      if (!added.contains(name.range().start().line())) {
        left.add(name);
      }
    }
    for (int i = 0; i < before.names().size(); i++) {
      SourceNames.Name was = before.names().get(i);
      boolean same = i < left.size() && left.get(i).target().equals(renamed(was.target()));
      if (!same) {
        return "`"
            + newName
            + "` means something else already: line "
            + (was.range().start().line() + 1)
            + " of "
            + file.getFileName()
            + " would come to mean another thing.";
      }
    }
    return null;
  }

  private static boolean addsLine(TextEdit edit) {
    return edit.newText().startsWith("\n");
  }

  /** Returns why a method would come to override another, or be overridden; or null. */
  private @Nullable String overrides(SourceNames names) {
    Set<String> meant = new HashSet<>();
    search.meant().forEach(target -> meant.add(renamed(target)));
    for (Set<String> together : names.same()) {
      Set<String> others = new HashSet<>(together);
      if (others.removeAll(meant) && !others.isEmpty()) {
        String owner = SharedSearch.owner(others.iterator().next()).replace('$', '.');
        return "There is a method `" + newName + "` of `" + owner + "` already.";
      }
    }
    return null;
  }

  /** Returns how something is called afterwards. */
  private String renamed(String target) {
    String result = target;
    if (search.meant().contains(target) && target.indexOf('#') >= 0) {
      int name = target.indexOf('#') + 1;
      result = target.substring(0, name) + newName + target.substring(name + word().length());
    }
    for (String type : search.meant()) {
      if (type.indexOf('#') < 0 && result.contains(type)) {
        String now = type.substring(0, type.length() - word().length()) + newName;
        result =
            result.replaceAll(
                "(?<![\\w.$])" + Pattern.quote(type) + "(?!\\w)", now.replace("$", "\\$"));
      }
    }
    return result;
  }

  private String word() {
    return question.word();
  }

  private static String apply(@Nullable String text, List<TextEdit> edits) {
    Text result = Text.of(String.valueOf(text));
    List<TextEdit> last = new ArrayList<>(edits);
    last.sort(Comparator.<TextEdit, Position>comparing(edit -> edit.range().start()).reversed());
    for (TextEdit edit : last) {
      result = result.apply(edit);
    }
    return result.toString();
  }
}
