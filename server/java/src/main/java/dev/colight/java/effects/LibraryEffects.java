package dev.colight.java.effects;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks into the classes of libraries: what a call of theirs does to the outside world. The look is
 * bounded. What is deeper down than it goes counts by what the call says of itself.
 *
 * <p>What code in a library does to the platform, by reflection or in threads of its own, is left
 * out: nearly every library does some of it, and means no harm.
 */
final class LibraryEffects {
  /** Methods that are looked into for one call. */
  private static final int MAX_METHODS = 400;

  private static final Set<String> LEFT_OUT =
      Set.of(
          "may run any code",
          "calls native code",
          "changes the platform's settings",
          "leaves something running");

  private static final Set<String> WRITING =
      Set.of("write", "save", "store", "export", "delete", "remove", "move", "copy", "create");

  private final ClassSource classes;
  private final Outside outside;

  /** By the rules, the library's digest and the method: what it does; empty for nothing. */
  private static final Map<Method, String> KNOWN = new ConcurrentHashMap<>();

  /** Code of classes that were looked into, by library and name. */
  private final Map<String, ClassCode> codes = new ConcurrentHashMap<>();

  private record Method(String origin, String owner, String name, String descriptor) {}

  LibraryEffects(ClassSource classes, Outside outside) {
    this.classes = classes;
    this.outside = outside;
  }

  /** Returns what a call of a method of a library does, or null. */
  @Nullable String of(CallSite call) {
    Method method =
        new Method(
            outside.rules() + " " + classes.origin(call.owner()),
            call.owner(),
            call.name(),
            call.descriptor());
    String does = KNOWN.get(method);
    if (does == null) {
      does = look(method);
      KNOWN.put(method, does);
    }
    return does.isEmpty() ? null : does;
  }

  private String look(Method from) {
    Deque<Method> open = new ArrayDeque<>(List.of(from));
    Set<Method> seen = new HashSet<>(open);
    while (!open.isEmpty()) {
      if (seen.size() > MAX_METHODS) {
        return saysOfItself(from);
      }
      Method method = open.remove();
      ClassCode.Method code = code(method);
      if (code == null) {
        continue;
      }
      CallContext around = new CallContext(Set.of(), Set.of(), code.code().texts);
      for (CallSite call : code.code().calls) {
        Outside.Found found = outside.find(call.owner(), call, around);
        if (found != null && !LEFT_OUT.contains(found.does())) {
          return found.does();
        }
        follow(call, open, seen);
      }
    }
    return "";
  }

  private void follow(CallSite call, Deque<Method> open, Set<Method> seen) {
    if (classes.isOfPlatform(call.owner())) {
      return;
    }
    Method next = new Method("", call.owner(), call.name(), call.descriptor());
    if (seen.add(next)) {
      open.add(next);
    }
    if (call.name().equals("<init>")) {
      // Whoever makes it has somebody call it, such as a visitor of files.
      ClassCode made = read(call.owner());
      if (made != null) {
        followCallbacks(made, open, seen);
      }
    }
  }

  private void followCallbacks(ClassCode made, Deque<Method> open, Set<Method> seen) {
    for (String signature : outside.replaceable(platformOnly(made.supers))) {
      ClassCode.Method method = made.methods.get(signature);
      if (method != null) {
        Method later = new Method("", made.name, method.name(), method.descriptor());
        if (seen.add(later)) {
          open.add(later);
        }
      }
    }
  }

  private List<String> platformOnly(List<String> supers) {
    return supers.stream()
        .flatMap(name -> outside.lineage(name).stream())
        .filter(name -> classes.isOfPlatform(name) && !name.equals("java/lang/Object"))
        .toList();
  }

  private ClassCode.@Nullable Method code(Method method) {
    for (String owner : outside.lineage(method.owner())) {
      ClassCode code = classes.isOfPlatform(owner) ? null : read(owner);
      ClassCode.Method found =
          code == null ? null : code.methods.get(method.name() + method.descriptor());
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable ClassCode read(String name) {
    ClassCode known = codes.get(name);
    if (known == null) {
      byte[] bytes = classes.isOfPlatform(name) ? null : classes.find(name);
      if (bytes == null) {
        return null;
      }
      known = ClassCode.read(bytes, true);
      if (codes.size() > 2_000) {
        codes.clear();
      }
      codes.put(name, known);
    }
    return known;
  }

  /** What takes a file and is called "write" or the like writes it. */
  private static String saysOfItself(Method method) {
    List<String> parameters = CallSite.parameters(method.descriptor());
    boolean file = parameters.contains("File") || parameters.contains("Path");
    boolean writes =
        WRITING.stream().anyMatch(method.name().toLowerCase(java.util.Locale.ROOT)::contains);
    return file && writes ? "writes files" : "";
  }
}
