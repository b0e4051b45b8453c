package dev.colight.java.assist;

import dev.colight.execution.Assistant.Description;
import dev.colight.execution.Assistant.Elsewhere;
import dev.colight.execution.Assistant.Kind;
import dev.colight.execution.Assistant.Mark;
import dev.colight.execution.Assistant.Occurrence;
import dev.colight.execution.Assistant.Occurrences;
import dev.colight.execution.Part;
import dev.colight.execution.Scene;
import dev.colight.graph.Definition;
import dev.colight.graph.FunctionUnit;
import dev.colight.graph.Name;
import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.compile.Member;
import dev.colight.java.compile.NameUse;
import dev.colight.text.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds where things are defined and used. What a name means is decided as for running code: the
 * nearest definition above, else, from a body, the first below.
 */
final class Navigator {
  private static final Pattern IMPORT =
      Pattern.compile("\\s*import\\s+(?:static\\s+)?(?<path>[\\w.]+)");

  private final NameReader names;
  private final SourceDocs docs;

  Navigator(NameReader names, SourceDocs docs) {
    this.names = names;
    this.docs = docs;
  }

  @Nullable Occurrences occurrences(Scene scene, Position position) {
    Located asked = names.at(scene, position);
    if (asked == null || isNothing(scene, asked)) {
      return null;
    }
    String name = asked.use().member().name();
    List<Occurrence> all = new ArrayList<>();
    for (Located found : meaning(scene, asked)) {
      all.add(new Occurrence(found.range(), found.use().declaration(), found.use().write()));
    }
    return new Occurrences(name, asked.range(), all);
  }

  /** Tells whether the compiler knows nothing of a name. */
  private static boolean isUnknown(Located located) {
    NameUse use = located.use();
    return switch (use.scope()) {
      case VALUE -> use.member().type().isEmpty();
      case FUNCTION -> use.target().isEmpty();
      case LOCAL, TYPE, MEMBER, OUTSIDE -> false;
    };
  }

  /** Tells whether a name means nothing, neither to the compiler nor to the document. */
  static boolean isNothing(Scene scene, Located located) {
    return isUnknown(located) && definition(scene, located) == null;
  }

  /** Returns all names that mean the same as one. */
  List<Located> meaning(Scene scene, Located asked) {
    if (asked.use().scope() == NameUse.Scope.LOCAL) {
      return inUnit(scene, asked);
    }
    Definition definition = definition(scene, asked);
    List<Located> result = new ArrayList<>();
    for (Located found : names.written(scene, asked.use().member().name())) {
      boolean same =
          found.use().scope() == asked.use().scope()
              && (definition == null
                  ? found.use().means(asked.use())
                  : definition.equals(definition(scene, found)));
      if (same) {
        result.add(found);
      }
    }
    return result;
  }

  private List<Located> inUnit(Scene scene, Located asked) {
    int index = scene.document().indexOf(asked.unit().order());
    return names.in(scene, index, unit -> true).stream()
        .filter(found -> found.unit().equals(asked.unit()) && found.use().means(asked.use()))
        .toList();
  }

  /** Returns the definition in the document that a name means, or null for what has none. */
  static @Nullable Definition definition(Scene scene, Located located) {
    NameUse use = located.use();
    String text = use.member().name();
    Name name =
        switch (use.scope()) {
          case VALUE -> Name.value(text);
          case FUNCTION -> Name.function(text);
          case TYPE -> Name.type(text);
          case LOCAL, MEMBER, OUTSIDE -> null;
        };
    if (name == null) {
      return null;
    }
    List<Definition> found = scene.meanings().lookup(name, located.unit(), located.body());
    if (use.declaration()) {
      for (Definition definition : found) {
        if (definition.place().equals(located.unit())) {
          return definition;
        }
      }
    }
    if (use.scope() == NameUse.Scope.FUNCTION && found.size() > 1) {
      for (Definition definition : found) {
        if (definition.unit() instanceof FunctionUnit
            && use.target()
                .equals(
                    GeneratedNames.className(
                        Part.FUNCTION_INTERFACE,
                        scene.meanings().key(definition, located.unit())))) {
          return definition;
        }
      }
    }
    return found.isEmpty() ? null : found.get(0);
  }

  /** Returns where the workspace declares what a name means that is no definition's; or null. */
  @Nullable Elsewhere elsewhere(Scene scene, Position position) {
    Located found = names.at(scene, position);
    return found == null
        ? imported(scene.document().text().line(position.line()), position.column())
        : docs.place(found.use().member());
  }

  /** Returns where the type is declared that an import names up to a column, or belongs to. */
  private @Nullable Elsewhere imported(String line, int column) {
    Matcher matcher = IMPORT.matcher(line);
    if (!matcher.lookingAt() || column < matcher.start("path") || column > matcher.end("path")) {
      return null;
    }
    int end = line.indexOf('.', column);
    end = end < 0 || end > matcher.end("path") ? matcher.end("path") : end;
    for (String type = line.substring(matcher.start("path"), end); type.indexOf('.') > 0; ) {
      Elsewhere place = docs.place(type);
      if (place != null) {
        return place;
      }
      type = type.substring(0, type.lastIndexOf('.'));
    }
    return null;
  }

  @Nullable Description describe(Scene scene, Position position) {
    Located found = names.at(scene, position);
    if (found == null || isUnknown(found)) {
      return null;
    }
    Member member = docs.named(found.use().member());
    return new Description(found.range(), code(found.use(), member), Origins.of(member));
  }

  private static String code(NameUse use, Member member) {
    String owner = owner(member);
    return switch (member.kind()) {
      case LOCAL, PARAMETER, FIELD, CONSTANT ->
          (member.isStatic() && use.scope() != NameUse.Scope.VALUE ? "static " : "")
              + member.type()
              + " "
              + (owner.isEmpty() ? "" : owner + ".")
              + member.name();
      case METHOD ->
          (member.isStatic() && use.scope() != NameUse.Scope.FUNCTION ? "static " : "")
              + member.type()
              + " "
              + (owner.isEmpty() ? "" : owner + ".")
              + member.name()
              + Pretty.parameters(member.parameters());
      case CONSTRUCTOR -> "new " + member.name() + Pretty.parameters(member.parameters());
      case TYPE_PARAMETER -> member.name();
      default -> {
        String type = binaryName(member.owner());
        yield Objects.requireNonNullElse(word(member.kind()), "class")
            + " "
            + (type.isEmpty() ? member.name() : type);
      }
    };
  }

  private static @Nullable String word(Member.Kind kind) {
    return switch (kind) {
      case INTERFACE -> "interface";
      case ENUM -> "enum";
      case RECORD -> "record";
      case ANNOTATION -> "@interface";
      default -> null;
    };
  }

  /** Returns the simple name of the class of a member; nothing for what the document holds. */
  private static String owner(Member member) {
    String name = binaryName(member.owner());
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Returns a class name as people write it, without what is generated. */
  private static String binaryName(String owner) {
    if (GeneratedNames.isGenerated(owner)) {
      int dollar = owner.indexOf('$');
      return dollar < 0 ? "" : owner.substring(dollar + 1).replace('$', '.');
    }
    return owner.replace('$', '.');
  }

  List<Mark> marks(Scene scene, int firstLine, int lastLine) {
    List<Mark> marks = new ArrayList<>();
    for (int i = scene.document().firstBlockFrom(firstLine);
        i < scene.document().size() && scene.document().startLine(i) <= lastLine;
        i++) {
      for (Located found : names.in(scene, i, unit -> true)) {
        if (isNothing(scene, found)) {
          continue;
        }
        int line = found.range().start().line();
        Member member = found.use().member();
        if (line >= firstLine && line <= lastLine && line == found.range().end().line()) {
          boolean constructor = member.kind() == Member.Kind.CONSTRUCTOR;
          Kind kind = constructor ? Kind.CLASS : Proposals.kind(member.kind());
          boolean global = found.use().scope() == NameUse.Scope.VALUE;
          marks.add(
              new Mark(
                  found.range(),
                  global ? Kind.VARIABLE : kind,
                  found.use().declaration(),
                  member.isStatic() && found.use().scope() != NameUse.Scope.FUNCTION,
                  member.deprecated()));
        }
      }
    }
    marks.sort((a, b) -> a.range().start().compareTo(b.range().start()));
    return marks;
  }
}
