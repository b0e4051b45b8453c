package dev.colight.java.assist;

import dev.colight.execution.Assistant.Kind;
import dev.colight.execution.Assistant.Proposal;
import dev.colight.java.compile.Member;
import dev.colight.text.TextEdit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what may be written at a place, each thing once, likeliest first. */
final class Proposals {
  private static final int FITS = -40;
  private static final int DEPRECATED = 100;
  private final String prefix;
  private final boolean called;
  private final List<Proposal> all = new ArrayList<>();
  private final Set<String> labels = new HashSet<>();

  /** Gathers what begins with a prefix; names of methods alone where arguments follow already. */
  Proposals(String prefix, boolean called) {
    this.prefix = prefix;
    this.called = called;
  }

  /** Tells whether a name is one that somebody may mean who has written the prefix. */
  boolean matches(String name) {
    return matches(prefix, name);
  }

  /** A name matches its beginning, whatever the case, and the beginnings of its words. */
  static boolean matches(String prefix, String name) {
    if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
      return true;
    }
    if (prefix.length() < 2 || !prefix.chars().anyMatch(Character::isUpperCase)) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < name.length() && at < prefix.length(); i++) {
      boolean same = name.charAt(i) == prefix.charAt(at);
      if (!same && (i == 0 || !Character.isUpperCase(prefix.charAt(at)))) {
        return false;
      }
      at += same ? 1 : 0;
    }
    return at == prefix.length();
  }

  List<Proposal> all() {
    return all;
  }

  /** Tells whether a name is among what was found so far. */
  boolean has(String name) {
    return labels.contains(name);
  }

  /** Adds a member, if it matches. */
  void add(Member member, int rank) {
    if (!matches(member.name())) {
      return;
    }
    int ranked = rank + member.distance() + (member.fits() ? FITS : 0);
    boolean method =
        member.kind() == Member.Kind.METHOD || member.kind() == Member.Kind.CONSTRUCTOR;
    if (method) {
      addMethod(
          member.name(),
          kind(member.kind()),
          member.parameters(),
          member.kind() == Member.Kind.CONSTRUCTOR ? member.owner() : member.type(),
          ranked,
          member.deprecated(),
          Origins.of(member));
    } else {
      add(
          new Proposal(
              member.name(),
              kind(member.kind()),
              "",
              member.type(),
              member.name(),
              null,
              ranked + (member.deprecated() ? DEPRECATED : 0),
              member.deprecated(),
              List.of(),
              member.owner().isEmpty() ? null : Origins.of(member)));
    }
  }

  /** Adds a method, with placeholders for its arguments where a client can show those. */
  void addMethod(
      String name,
      Kind kind,
      List<Member.Parameter> parameters,
      String type,
      int rank,
      boolean deprecated,
      @Nullable String origin) {
    if (matches(name)) {
      add(
          new Proposal(
              name,
              kind,
              Pretty.parameters(parameters),
              type,
              called ? name : name + (parameters.isEmpty() ? "()" : "("),
              called ? null : snippet(name, parameters),
              rank + (deprecated ? DEPRECATED : 0),
              deprecated,
              List.of(),
              origin));
    }
  }

  /** Adds the name of a method alone, for a reference to it. */
  void addReference(Member member, int rank) {
    if (matches(member.name())) {
      add(
          new Proposal(
              member.name(),
              Kind.METHOD,
              Pretty.parameters(member.parameters()),
              member.type(),
              member.name(),
              null,
              rank + member.distance(),
              member.deprecated(),
              List.of(),
              Origins.of(member)));
    }
  }

  private static String snippet(String name, List<Member.Parameter> parameters) {
    StringBuilder text = new StringBuilder(escaped(name)).append('(');
    for (int i = 0; i < parameters.size(); i++) {
      Member.Parameter parameter = parameters.get(i);
      String hint = parameter.name().isEmpty() ? hint(parameter.type()) : parameter.name();
      text.append(i == 0 ? "" : ", ").append("${").append(i + 1).append(':');
      text.append(escaped(hint)).append('}');
    }
    return text.append(')').append("$0").toString();
  }

  private static String hint(String type) {
    int end = 0;
    while (end < type.length() && Character.isJavaIdentifierPart(type.charAt(end))) {
      end++;
    }
    String simple = end == 0 ? "value" : type.substring(0, end);
    return simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
  }

  /** Adds a word of the language. */
  void addWord(String word, int rank) {
    if (word.startsWith(prefix)) {
      add(new Proposal(word, Kind.KEYWORD, "", "", word, null, rank, false, List.of(), null));
    }
  }

  /** Adds a name as it stands, whatever is written so far. */
  void addName(String name, Kind kind, String detail, int rank, @Nullable String origin) {
    if (matches(name)) {
      add(new Proposal(name, kind, "", detail, name, null, rank, false, List.of(), origin));
    }
  }

  /** Adds a type. */
  void addType(
      String name,
      Member.Kind kind,
      String packageName,
      int rank,
      @Nullable TextEdit edit,
      String origin) {
    if (matches(name)) {
      add(
          new Proposal(
              name,
              kind(kind),
              "",
              packageName,
              name,
              null,
              rank,
              false,
              edit == null ? List.of() : List.of(edit),
              origin));
    }
  }

  private void add(Proposal proposal) {
    all.add(proposal);
    labels.add(proposal.label());
  }

  static Kind kind(Member.Kind kind) {
    return switch (kind) {
      case LOCAL -> Kind.VARIABLE;
      case PARAMETER -> Kind.PARAMETER;
      case FIELD -> Kind.FIELD;
      case CONSTANT -> Kind.CONSTANT;
      case METHOD -> Kind.METHOD;
      case CONSTRUCTOR -> Kind.CONSTRUCTOR;
      case CLASS -> Kind.CLASS;
      case INTERFACE -> Kind.INTERFACE;
      case ENUM -> Kind.ENUM;
      case RECORD -> Kind.RECORD;
      case ANNOTATION -> Kind.ANNOTATION;
      case TYPE_PARAMETER -> Kind.TYPE_PARAMETER;
    };
  }
}
