package dev.colight.java.split;

import java.util.ArrayList;
import java.util.List;

/** The members of a type, or of a compact file, by tokens alone. */
final class Members {
  /** What a member is. */
  enum Kind {
    FIELD,
    METHOD,
    CONSTRUCTOR,
    INITIALIZER,
    TYPE,
    IMPORT,
    OTHER
  }

  /**
   * A member.
   *
   * @param first its first token, modifiers included
   * @param declared its first token after modifiers
   * @param name the token of its name, or -1
   * @param end index after its last token
   */
  record Member(Kind kind, int first, int declared, int name, int end) {}

  private final TokenRun tokens;
  private final Headers headers;

  Members(TokenRun tokens) {
    this.tokens = tokens;
    this.headers = new Headers(tokens);
  }

  /** Returns the members among some tokens. */
  List<Member> between(int from, int to) {
    List<Member> members = new ArrayList<>();
    int i = from;
    while (i < to) {
      if (tokens.is(i, ";")) {
        i++;
        continue;
      }
      Member member = at(i, to);
      members.add(member);
      i = Math.max(i + 1, member.end);
    }
    return members;
  }

  /** Tells whether a member has a modifier. */
  boolean has(Member member, String modifier) {
    for (int i = member.first; i < member.declared; i++) {
      if (tokens.is(i, modifier)) {
        return true;
      }
    }
    return false;
  }

  private Member at(int first, int to) {
    int declared = headers.skipModifiers(first);
    if (tokens.is(declared, "import") || tokens.is(declared, "package")) {
      return new Member(Kind.IMPORT, first, declared, -1, after(declared, to, false));
    }
    if (tokens.is(declared, "{")) {
      return new Member(Kind.INITIALIZER, first, declared, -1, after(declared, to, true));
    }
    if (declared < to && headers.startsTypeDeclaration(declared)) {
      int name = declared + (tokens.is(declared, "@") ? 2 : 1);
      return new Member(Kind.TYPE, first, declared, name, after(declared, to, true));
    }
    int type = tokens.is(declared, "<") ? tokens.afterAngles(declared) : declared;
    if (type == Headers.NONE) {
      return new Member(Kind.OTHER, first, declared, -1, after(declared, to, true));
    }
    if (tokens.isIdentifier(type) && tokens.is(type + 1, "(")) {
      return new Member(Kind.CONSTRUCTOR, first, declared, type, after(type, to, true));
    }
    int name = headers.skipType(type);
    if (name == Headers.NONE || !tokens.isIdentifier(name)) {
      return new Member(Kind.OTHER, first, declared, -1, after(declared, to, true));
    }
    return tokens.is(name + 1, "(")
        ? new Member(Kind.METHOD, first, declared, name, after(name, to, true))
        : new Member(Kind.FIELD, first, declared, name, after(name, to, false));
  }

  /** Returns the index after the next {@code ;}, or after the next body where one may end it. */
  private int after(int from, int to, boolean body) {
    int i = from;
    while (i < to) {
      if (tokens.is(i, ";")) {
        return i + 1;
      }
      if (tokens.isOpener(i)) {
        if (!tokens.hasPartner(i)) {
          return to;
        }
        boolean ends = body && tokens.is(i, "{");
        i = tokens.partner(i) + 1;
        if (ends) {
          return i;
        }
      } else {
        i++;
      }
    }
    return to;
  }
}
