package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.FollowedCode;
import dev.colight.java.compile.ClassMembers.Member;
import dev.colight.java.compile.ClassMembers.Reference;
import dev.colight.java.compile.ClassMembers.ToBase;
import dev.colight.java.compile.ClassMembers.ToField;
import dev.colight.java.compile.ClassMembers.ToMethod;
import dev.colight.java.compile.ClassMembers.ToObjects;
import dev.colight.java.compile.ClassMembers.ToType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds the members of the workspace's classes that some code can run.
 *
 * <p>Calls are followed to what they name. What is called by way of a supertype is found where
 * objects are made: whoever makes an object of a class reaches all methods by which that is more
 * than its supertypes. So code that only gets the object need not reach them: it depends on who
 * made it.
 */
final class MemberReach {
  private final SourceClasses sources;
  private final PlatformMethods platform;
  private final Map<String, Digest> reached = new TreeMap<>();
  private final Set<String> touched = new LinkedHashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Deque<Reference> open = new ArrayDeque<>();
  private boolean inside;
  private boolean changesProcess;

  private MemberReach(SourceClasses sources, PlatformMethods platform) {
    this.sources = sources;
    this.platform = platform;
  }

  /** Follows what code refers to. */
  static MemberReach of(
      Collection<Reference> references, SourceClasses sources, PlatformMethods platform) {
    MemberReach reach = new MemberReach(sources, platform);
    reach.open.addAll(references);
    while (!reach.open.isEmpty()) {
      reach.follow(reach.open.remove());
    }
    return reach;
  }

  /** Returns, by name, digests of all that is reached. */
  Map<String, Digest> reached() {
    return reached;
  }

  /** Tells whether code can tell more of classes than what comes of running them. */
  boolean inside() {
    return inside;
  }

  /**
   * Returns the keys of units with static state among those that are reached; the process is one
   * where they change what all code sees of it.
   *
   * @param used what the code refers to
   */
  Set<CodeKey> statics(Set<SourceUnit> used) {
    Set<CodeKey> keys = new HashSet<>();
    if (changesProcess) {
      keys.add(FollowedCode.PROCESS);
    }
    if (inside) {
      keys.addAll(SourceUnit.withStatics(used));
      return keys;
    }
    for (String name : touched) {
      SourceUnit unit = sources.unit(name);
      if (unit != null && unit.hasStatics(name)) {
        keys.add(unit.key());
      }
    }
    return keys;
  }

  private void follow(Reference reference) {
    if (members(reference.owner()) == null) {
      inside |= platform.looksInside(reference);
      changesProcess |=
          reference instanceof ToMethod method && PlatformMethods.changesProcess(method);
    } else if (reference instanceof ToType type) {
      touch(type.owner());
    } else if (reference instanceof ToObjects objects) {
      make(objects.owner());
    } else if (reference instanceof ToBase base) {
      make(base.owner());
      for (ClassMembers type : hierarchy(base.owner())) {
        type.members().forEach((key, member) -> reach(type, key, member));
      }
    } else if (reference instanceof ToMethod method) {
      touch(method.owner());
      boolean found = find(method.owner(), method.key());
      inside |= !found && PlatformMethods.tells(method.name());
    } else if (reference instanceof ToField field) {
      touch(field.owner());
      find(field.owner(), field.name());
    }
  }

  private @Nullable ClassMembers members(String name) {
    CompiledSource source = sources.source(name);
    return source == null ? null : source.members(name);
  }

  /** Reaches all members of a name that a type may mean by it; tells whether there is one. */
  private boolean find(String type, String key) {
    boolean found = false;
    for (ClassMembers owner : hierarchy(type)) {
      Member member = owner.member(key);
      if (member != null) {
        found = true;
        reach(owner, key, member);
      }
    }
    return found;
  }

  private void reach(ClassMembers owner, String key, Member member) {
    if (reached.putIfAbsent(owner.name() + "." + key, member.code()) == null) {
      touch(owner.name());
      open.addAll(member.references());
    }
  }

  /** Reaches what comes with a class that is used in any way: its frame, and its initialiser. */
  private void touch(String name) {
    ClassMembers owner = members(name);
    if (owner == null || !touched.add(name)) {
      return;
    }
    reached.put(name, owner.frame());
    Member initialiser = owner.member("<clinit>()V");
    if (initialiser != null) {
      reach(owner, "<clinit>()V", initialiser);
    }
    if (owner.isEnum()) {
      find(name, "values()[L" + name + ";");
    }
    for (String supertype : owner.supertypes()) {
      touch(supertype);
      inside |= members(supertype) == null && platform.isLibrary(supertype);
    }
  }

  /** Reaches all methods by which objects of a class do what their supertypes have them do. */
  private void make(String name) {
    touch(name);
    if (members(name) == null || !made.add(name)) {
      return;
    }
    List<ClassMembers> hierarchy = hierarchy(name);
    Set<String> once = new HashSet<>();
    Set<String> often = new HashSet<>();
    boolean all = false;
    for (ClassMembers type : hierarchy) {
      type.objectMethods().forEach(method -> (once.add(method) ? once : often).add(method));
      for (String supertype : type.supertypes()) {
        if (members(supertype) == null) {
          Set<String> known = platform.objectMethods(supertype);
          all |= known == null;
          often.addAll(known == null ? Set.of() : known);
        }
      }
    }
    for (ClassMembers type : hierarchy) {
      for (Map.Entry<String, Member> entry : type.members().entrySet()) {
        Member member = entry.getValue();
        if (member.inherited() && (all || often.contains(member.name()))) {
          reach(type, entry.getKey(), member);
        }
      }
    }
  }

  /** Returns a class of the workspace, and all of those that it is a subtype of. */
  private List<ClassMembers> hierarchy(String name) {
    List<ClassMembers> found = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(name));
    Deque<String> next = new ArrayDeque<>(List.of(name));
    while (!next.isEmpty()) {
      ClassMembers type = members(next.remove());
      if (type != null) {
        found.add(type);
        type.supertypes().stream().filter(seen::add).forEach(next::add);
      }
    }
    return found;
  }
}
