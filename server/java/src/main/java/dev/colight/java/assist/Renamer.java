package dev.colight.java.assist;

import dev.colight.execution.Assistant.Renaming;
import dev.colight.execution.Scene;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.NameUse;
import dev.colight.text.Position;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * Gives things other names, where that changes nothing else: it refuses a name that is written
 * anywhere already where it could come to mean another thing.
 */
final class Renamer {
  private static final Set<String> TYPE_WORDS =
      Set.of("var", "record", "yield", "sealed", "permits");
  private final NameReader names;
  private final Navigator navigator;

  Renamer(NameReader names, Navigator navigator) {
    this.names = names;
    this.navigator = navigator;
  }

  Renaming rename(Scene scene, Position position, String newName) {
    Located asked = names.at(scene, position);
    if (asked == null || Navigator.isNothing(scene, asked)) {
      return refuse("There is nothing to rename here.");
    }
    NameUse use = asked.use();
    String oldName = use.member().name();
    if (use.scope() == NameUse.Scope.OUTSIDE) {
      return refuse("`" + oldName + "` is not defined in this document.");
    }
    boolean isType = use.scope() == NameUse.Scope.TYPE;
    if (!isName(newName, isType)) {
      return refuse("`" + newName + "` is not a name.");
    }
    if (newName.equals(oldName)) {
      return new Renaming(List.of(), null);
    }
    int broken = NameReader.brokenLine(scene, oldName);
    if (broken >= 0) {
      return refuse("Line " + (broken + 1) + " has `" + oldName + "` in it, and does not parse.");
    }
    int taken = NameReader.lineOf(scene, newName, use.scope() == NameUse.Scope.MEMBER);
    if (taken >= 0) {
      return refuse("There is a `" + newName + "` already, in line " + (taken + 1) + ".");
    }
    List<Located> all = all(scene, asked);
    if (use.scope() == NameUse.Scope.MEMBER && isInherited(scene, all, oldName)) {
      return refuse("`" + oldName + "` is a method of more than one type.");
    }
    List<TextEdit> edits = new ArrayList<>();
    for (Located one : all) {
      edits.add(new TextEdit(one.range(), newName));
    }
    return new Renaming(edits, null);
  }

  /** Tells whether something can have a name. */
  static boolean isName(String name, boolean isType) {
    return SourceVersion.isIdentifier(name)
        && !SourceVersion.isKeyword(name)
        && !(isType && TYPE_WORDS.contains(name));
  }

  private static Renaming refuse(String why) {
    return new Renaming(List.of(), why);
  }

  /**
   * Returns what is renamed together: where the name is defined more than once, and code that runs
   * later may mean any of these, all of them.
   */
  private List<Located> all(Scene scene, Located asked) {
    NameUse.Scope scope = asked.use().scope();
    List<Located> own = navigator.meaning(scene, asked);
    if (scope != NameUse.Scope.VALUE
        && scope != NameUse.Scope.FUNCTION
        && scope != NameUse.Scope.TYPE) {
      return own;
    }
    List<Located> every =
        names.written(scene, asked.use().member().name()).stream()
            .filter(found -> found.use().scope() == scope)
            .toList();
    boolean later =
        every.stream().anyMatch(found -> found.use().deferred() && !found.use().declaration());
    return later ? every : own;
  }

  /** Tells whether a method overrides another, or is overridden, here or elsewhere. */
  private boolean isInherited(Scene scene, List<Located> all, String name) {
    boolean method = all.stream().anyMatch(one -> one.use().member().kind() == Member.Kind.METHOD);
    if (!method) {
      return false;
    }
    Set<String> owners =
        names.written(scene, name).stream()
            .filter(found -> found.use().declaration())
            .filter(found -> found.use().member().kind() == Member.Kind.METHOD)
            .map(found -> found.use().member().owner())
            .collect(Collectors.toSet());
    return owners.size() > 1 || all.stream().anyMatch(one -> one.use().overrides());
  }
}
