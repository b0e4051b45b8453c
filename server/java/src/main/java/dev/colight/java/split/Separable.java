package dev.colight.java.split;

import dev.colight.java.split.Members.Kind;
import dev.colight.java.split.Members.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells whether a program means the same when its members and the statements of its {@code main}
 * are taken apart: members become variables, functions and types of the document, and the locals of
 * {@code main} variables that no member sees. What needs the type that declares them as a type, or
 * an object of it, does not.
 */
final class Separable {
  /** What every class has, so that a call by one of these names looks no further than the class. */
  private static final Set<String> OF_OBJECTS =
      Set.of(
          "clone",
          "equals",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  private final TokenRun tokens;
  private final Program program;
  private final Members reader;
  private final List<Member> members;
  private final int from;
  private final int to;

  private Separable(TokenRun tokens, Program program) {
    this.tokens = tokens;
    this.program = program;
    this.reader = new Members(tokens);
    Program.TypeAt type = program.type();
    this.from = type == null ? 0 : type.open() + 1;
    this.to = type == null ? tokens.size() : type.close();
    this.members = reader.between(from, to);
  }

  static boolean is(TokenRun tokens, Program program) {
    Separable separable = new Separable(tokens, program);
    if (tokens.hasBad(0, tokens.size())) {
      return separable.isPlainType()
          && !separable.namesItself()
          && !separable.callsMain()
          && !separable.addsToMethodsOfObjects()
          && separable.seemMembersOfOneSort();
    }
    return separable.isPlainType()
        && separable.areMembersOfOneSort()
        && !separable.namesItself()
        && !separable.callsMain()
        && !separable.addsToMethodsOfObjects()
        && !separable.bindsBeyondItsStatement()
        && !separable.readsFieldsOfRecords()
        && !PrivateMethods.areDeclaredAgain(tokens, separable.from, separable.to)
        && !separable.readsAhead();
  }

  /** Nothing is inherited, or has a parameter. */
  private boolean isPlainType() {
    Program.TypeAt type = program.type();
    return type == null
        || (tokens.is(type.keyword(), "class") && type.open() == type.keyword() + 2);
  }

  /** Either all state is static, or all is that of the one object that main is called on. */
  private boolean areMembersOfOneSort() {
    int mains = 0;
    boolean isStatic = false;
    boolean staticState = false;
    boolean instanceState = false;
    boolean instanceMethods = false;
    for (Member member : members) {
      boolean ofClass = reader.has(member, "static");
      boolean isMain = member.name() == program.main().name();
      if (isMain) {
        isStatic = ofClass;
      }
      switch (member.kind()) {
        case FIELD, INITIALIZER -> {
          staticState |= ofClass;
          instanceState |= !ofClass;
        }
        case METHOD -> {
          mains += tokens.is(member.name(), "main") ? 1 : 0;
          instanceMethods |= !ofClass && !isMain;
        }
        case TYPE, IMPORT -> {}
        case CONSTRUCTOR, OTHER -> {
          return false;
        }
      }
      // Who synchronizes does so on the type or the object; and fields get no modifiers.
      if (reader.has(member, "synchronized") || reader.has(member, "volatile")) {
        return false;
      }
    }
    if (mains != 1) {
      return false;
    }
    return isStatic
        ? !instanceState && !instanceMethods
        : !(staticState && instanceState) && !namesItsObject();
  }

  /**
   * Guesses by indentation what members are, where brackets do not match: while somebody types, a
   * program is to stay in the pieces that it was in.
   */
  private boolean seemMembersOfOneSort() {
    int main = program.main().first();
    Member asMember =
        new Member(Kind.METHOD, main, program.main().name() - 1, program.main().name(), main);
    if (!reader.has(asMember, "static")) {
      return true;
    }
    Headers headers = new Headers(tokens);
    for (int i = from; i < tokens.size(); i++) {
      boolean begins = tokens.startsLine(i) && tokens.indent(i) == tokens.indent(main);
      if (begins && (tokens.isIdentifier(i) || tokens.isKeyword(i))) {
        int declared = headers.skipModifiers(i);
        boolean ofClass = false;
        for (int k = i; k < declared; k++) {
          ofClass |= tokens.is(k, "static");
        }
        if (!ofClass && !(declared < tokens.size() && headers.startsTypeDeclaration(declared))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Tells whether {@code this} or {@code super} is the object of the program. */
  private boolean namesItsObject() {
    for (Member member : members) {
      if (member.kind() != Kind.TYPE) {
        for (int i = member.first(); i < member.end(); i++) {
          if (tokens.is(i, "this") || tokens.is(i, "super")) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean namesItself() {
    Program.TypeAt type = program.type();
    if (type == null) {
      return false;
    }
    String name = tokens.get(type.keyword() + 1).text();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.is(i, name) && i != type.keyword() + 1) {
        return true;
      }
    }
    return false;
  }

  private boolean callsMain() {
    for (int i = 0; i < tokens.size(); i++) {
      boolean called = tokens.is(i + 1, "(") || tokens.is(i - 1, "::");
      if (tokens.is(i, "main") && called && i != program.main().name()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether one of its methods stands beside those that it has of {@link Object}. */
  private boolean addsToMethodsOfObjects() {
    return members.stream()
        .anyMatch(
            member ->
                member.kind() == Kind.METHOD
                    && OF_OBJECTS.contains(tokens.get(member.name()).text()));
  }

  /** A pattern's variable may be there in the statements below, where a condition says not. */
  private boolean bindsBeyondItsStatement() {
    int i = program.main().open() + 1;
    while (i < program.main().close()) {
      boolean condition =
          (tokens.is(i, "if") || tokens.is(i, "while")) && tokens.isPaired(i + 1, "(");
      if (condition && bindsWhereFalse(i + 2, tokens.partner(i + 1))) {
        return true;
      }
      i = tokens.isOpener(i) && tokens.hasPartner(i) ? tokens.partner(i) + 1 : i + 1;
    }
    return false;
  }

  private boolean bindsWhereFalse(int first, int end) {
    boolean negated = false;
    boolean tested = false;
    for (int i = first; i < end; i++) {
      negated |= tokens.is(i, "!");
      tested |= tokens.is(i, "instanceof");
    }
    return negated && tested;
  }

  /** The fields of records are private, and only who is nested with them may use them. */
  private boolean readsFieldsOfRecords() {
    Set<String> fields = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      int open = tokens.is(i, "record") ? new Headers(tokens).skipTypeHeader(i) - 1 : -1;
      for (int k = i + 2; k < open; k++) {
        boolean last = tokens.is(k + 1, ",") || tokens.is(k + 1, ")");
        if (tokens.isIdentifier(k) && last) {
          fields.add(tokens.get(k).text());
        }
      }
    }
    for (int i = 1; i < tokens.size() && !fields.isEmpty(); i++) {
      boolean selected =
          tokens.is(i - 1, ".") && !tokens.is(i - 2, "this") && !tokens.is(i + 1, "(");
      if (selected && tokens.isIdentifier(i) && fields.contains(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells whether code that runs while fields get their values may read a field that stands further
   * down, and has none yet.
   */
  private boolean readsAhead() {
    Set<String> own = new HashSet<>();
    Set<String> below = new HashSet<>();
    for (Member member : members) {
      if (member.kind() == Kind.METHOD || member.kind() == Kind.TYPE) {
        own.add(tokens.get(member.name()).text());
      }
    }
    for (int i = members.size() - 1; i >= 0; i--) {
      Member member = members.get(i);
      boolean state = member.kind() == Kind.FIELD || member.kind() == Kind.INITIALIZER;
      if (state && !below.isEmpty() && mentions(member, own) && codeMentions(below)) {
        return true;
      }
      if (member.kind() == Kind.FIELD) {
        below.add(tokens.get(member.name()).text());
      }
    }
    return false;
  }

  private boolean codeMentions(Set<String> names) {
    return members.stream()
        .filter(member -> member.kind() == Kind.METHOD || member.kind() == Kind.TYPE)
        .filter(member -> member.name() != program.main().name())
        .anyMatch(member -> mentions(member, names));
  }

  private boolean mentions(Member member, Set<String> names) {
    int first = member.kind() == Kind.FIELD ? member.name() : member.declared();
    for (int i = first; i < member.end(); i++) {
      if (i != member.name() && tokens.isIdentifier(i) && names.contains(tokens.get(i).text())) {
        return true;
      }
    }
    return false;
  }
}
