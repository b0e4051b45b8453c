package dev.colight.java.assist;

import dev.colight.execution.Assistant.Elsewhere;
import dev.colight.java.compile.Member;
import dev.colight.text.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads documentation and names of parameters from sources, and keeps the last few. */
final class SourceDocs {
  private static final int KEPT = 40;
  private final SourceFiles files;
  private final Map<String, List<SourceDeclarations.Declaration>> read =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(
            Map.Entry<String, List<SourceDeclarations.Declaration>> eldest) {
          return size() > KEPT;
        }
      };

  SourceDocs(SourceFiles files) {
    this.files = files;
  }

  /** Returns the documentation of something in Markdown, or null. */
  @Nullable String markdown(String origin) {
    SourceDeclarations.Declaration found = find(origin);
    return found == null || found.comment().isEmpty() ? null : Javadoc.markdown(found.comment());
  }

  /** Returns a method with the names of its parameters, where they are known. */
  Member named(Member member) {
    String origin = Origins.of(member);
    if (origin == null
        || member.parameters().isEmpty()
        || member.parameters().stream().noneMatch(parameter -> parameter.name().isEmpty())) {
      return member;
    }
    SourceDeclarations.Declaration found = find(origin);
    if (found == null || found.parameters().size() != member.parameters().size()) {
      return member;
    }
    List<Member.Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < member.parameters().size(); i++) {
      parameters.add(
          new Member.Parameter(
              member.parameters().get(i).type(), found.parameters().get(i).name()));
    }
    return new Member(
        member.kind(),
        member.name(),
        parameters,
        member.varargs(),
        member.type(),
        member.owner(),
        member.erased(),
        member.isStatic(),
        member.deprecated(),
        member.distance(),
        member.fits());
  }

  /** Returns where the workspace declares what a name stands for, or at least its type; or null. */
  @Nullable Elsewhere place(Member member) {
    String origin = Origins.of(member);
    return origin == null ? null : place(origin);
  }

  /** Returns where the workspace declares what an origin names, or at least its type; or null. */
  @Nullable Elsewhere place(String origin) {
    String type = Origins.parse(origin).type();
    Path file = files.file(type);
    if (file == null) {
      return null;
    }
    SourceDeclarations.Declaration found = find(origin);
    found = found == null ? find(type) : found;
    return new Elsewhere(
        file.toUri().toString(), found == null ? Range.of(0, 0, 0, 0) : found.range());
  }

  private SourceDeclarations.@Nullable Declaration find(String origin) {
    Origins.Parsed asked = Origins.parse(origin);
    String type = asked.type().substring(asked.type().lastIndexOf('.') + 1);
    SourceDeclarations.Declaration near = null;
    for (SourceDeclarations.Declaration one : declarations(asked.type())) {
      boolean named =
          asked.member().isEmpty()
              ? one.isType() && one.owner().equals(type)
              : !one.isType() && one.owner().equals(type) && one.name().equals(asked.member());
      List<String> parameters = asked.parameters();
      boolean method = parameters != null;
      if (named && one.isMethod() == method) {
        if (parameters == null || one.erased().equals(parameters)) {
          return one;
        }
        near = one.parameters().size() == parameters.size() && near == null ? one : near;
      }
    }
    return near;
  }

  private synchronized List<SourceDeclarations.Declaration> declarations(String className) {
    int dollar = className.indexOf('$');
    String file = dollar < 0 ? className : className.substring(0, dollar);
    // What is being edited may say something else each time.
    List<SourceDeclarations.Declaration> known = files.file(file) == null ? read.get(file) : null;
    if (known == null) {
      String text = files.find(file);
      known = text == null ? List.of() : SourceDeclarations.read(text);
      read.put(file, known);
    }
    return known;
  }
}
