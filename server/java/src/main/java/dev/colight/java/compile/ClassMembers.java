package dev.colight.java.compile;

import dev.colight.cache.Digest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is in a class file, member by member.
 *
 * @param frame digest of what no member has by itself: supertypes, instance fields, and the like
 * @param supertypes names of its superclass and interfaces, with slashes
 * @param isEnum whether it has constants that are found without naming them
 * @param isInner whether its objects belong to one of the class that it stands in
 * @param members methods by name and descriptor, static fields by name
 */
record ClassMembers(
    String name,
    Digest frame,
    List<String> supertypes,
    boolean isEnum,
    boolean isInner,
    Map<String, ClassMembers.Member> members) {
  /**
   * A method, or a static field.
   *
   * @param inherited whether it is called by way of a supertype, where that has one like it
   * @param code digest of it, line numbers and the names of lambdas left out
   */
  record Member(String name, boolean inherited, Digest code, Set<Reference> references) {}

  /** Something that code refers to. Owners have slashes. */
  sealed interface Reference {
    String owner();
  }

  /** A type that is named in code: looked at, or asked for. */
  record ToType(String owner) implements Reference {}

  /** A class of which code makes objects, or has the class object. */
  record ToObjects(String owner) implements Reference {}

  /** A type that a class of the document extends: any of its members may be meant by that. */
  record ToBase(String owner) implements Reference {}

  /** A call of a method, or a reference to it. */
  record ToMethod(String owner, String name, String descriptor) implements Reference {
    String key() {
      return name + descriptor;
    }
  }

  /** The use of a field. */
  record ToField(String owner, String name) implements Reference {}

  /** Returns the names of the methods that objects have from this class. */
  Set<String> objectMethods() {
    Set<String> names = new HashSet<>();
    members.values().stream().filter(Member::inherited).forEach(member -> names.add(member.name));
    return names;
  }

  /** Returns a member, a method by name and descriptor, or null. */
  @Nullable Member member(String key) {
    return members.get(key);
  }

  /** Returns all that the members refer to. */
  List<Reference> references() {
    List<Reference> all = new ArrayList<>();
    members.values().forEach(member -> all.addAll(member.references));
    return all;
  }
}
