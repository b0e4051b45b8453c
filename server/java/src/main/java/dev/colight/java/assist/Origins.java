package dev.colight.java.assist;

import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.compile.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names what documentation is about, in a text that a client can send back: {@code
 * java.util.List#get(int)}.
 */
final class Origins {
  private Origins() {}

  /** Returns the name of a member of a class that may have sources. */
  static @Nullable String of(Member member) {
    if (member.owner().isEmpty() || GeneratedNames.isGenerated(member.owner())) {
      return null;
    }
    return switch (member.kind()) {
      case METHOD, CONSTRUCTOR ->
          member.owner() + "#" + member.name() + "(" + String.join(",", member.erased()) + ")";
      case FIELD, CONSTANT -> member.owner() + "#" + member.name();
      default -> member.owner();
    };
  }

  /**
   * What an origin names.
   *
   * @param type binary name of the class
   * @param member name of the member, or empty
   * @param parameters erased types of a method's parameters, or null
   */
  record Parsed(String type, String member, @Nullable List<String> parameters) {}

  static Parsed parse(String origin) {
    int hash = origin.indexOf('#');
    if (hash < 0) {
      return new Parsed(origin, "", null);
    }
    String member = origin.substring(hash + 1);
    int open = member.indexOf('(');
    if (open < 0) {
      return new Parsed(origin.substring(0, hash), member, null);
    }
    String list = member.substring(open + 1, Math.max(open + 1, member.length() - 1));
    return new Parsed(
        origin.substring(0, hash),
        member.substring(0, open),
        list.isEmpty() ? List.of() : List.of(list.split(",")));
  }
}
