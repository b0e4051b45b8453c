package dev.colight.java.effects;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes around a document: what they inherit, and what the rules say of a call. Safe for use
 * by several threads.
 */
final class Outside {
  private final ClassSource classes;
  private final EffectRules rules;
  private final Map<String, Shape> shapes = new ConcurrentHashMap<>();

  /** What a class inherits from directly, and the methods that others may replace. */
  private record Shape(List<String> supers, Set<String> methods) {
    static final Shape NONE = new Shape(List.of(), Set.of());
  }

  /** What a call does, and the class that the rule is about. */
  record Found(String does, String owner) {}

  Outside(ClassSource classes, EffectRules rules) {
    this.classes = classes;
    this.rules = rules;
  }

  /** Tells rules apart. */
  String rules() {
    return rules.id();
  }

  /** Returns a class and all that it inherits from, nearest first. */
  List<String> lineage(String name) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(name));
    while (!open.isEmpty()) {
      String next = open.remove();
      if (all.add(next)) {
        open.addAll(shape(next).supers());
      }
    }
    return new ArrayList<>(all);
  }

  /** Returns the names, with descriptors, of methods that some classes let others replace. */
  Set<String> replaceable(List<String> supers) {
    Set<String> names = new HashSet<>();
    for (String name : supers) {
      lineage(name).forEach(above -> names.addAll(shape(above).methods()));
    }
    return names;
  }

  private Shape shape(String name) {
    Shape known = shapes.get(name);
    if (known == null) {
      byte[] bytes = classes.find(name);
      known = bytes == null ? Shape.NONE : shape(ClassCode.read(bytes, false));
      if (!classes.isOfDocument(name)) {
        shapes.put(name, known);
      }
    }
    return known;
  }

  private static Shape shape(ClassCode code) {
    Set<String> methods = new HashSet<>();
    code.methods.forEach(
        (signature, method) -> {
          if (method.mayReplace()) {
            methods.add(signature);
          }
        });
    return new Shape(List.copyOf(code.supers), Set.copyOf(methods));
  }

  /**
   * Returns what a call does by the rules, or null.
   *
   * @param owner the class that it names, or one that this inherits from
   */
  @Nullable Found find(String owner, CallSite call, CallContext around) {
    Match match = match(owner, call);
    return match == null || !match.counts(this, call, around)
        ? null
        : new Found(match.rule().does(), match.owner());
  }

  /** The rule for a call, and the class that it is about. */
  record Match(Rule rule, String owner) {
    boolean counts(Outside outside, CallSite call, CallContext around) {
      return !rule.does().isEmpty()
          && rule.condition().holds(call, around, type -> outside.isA(call.given(), type));
    }
  }

  /** Returns the rule that is about a call, whether its condition holds or not, or null. */
  @Nullable Match match(String owner, CallSite call) {
    if (!rules.mayBeAbout(owner, call.name())) {
      return null;
    }
    List<String> owners = call.name().equals("<init>") ? List.of(owner) : lineage(owner);
    for (String declaring : owners) {
      Rule rule = rules.find(declaring, call.name(), call.descriptor());
      if (rule != null) {
        return new Match(rule, declaring);
      } else if (classes.isOfDocument(declaring)
          && shape(declaring).methods().contains(call.name() + call.descriptor())) {
        return null; // what the document has put in its place is looked at itself
      }
    }
    return null;
  }

  /**
   * Returns the names by which conditions may ask for a call: its own, and with that of each class
   * that it may be declared by.
   */
  Set<String> names(CallSite call) {
    Set<String> names = new HashSet<>(Set.of(call.name()));
    if (rules.mayAskWhose(call.name())) {
      lineage(call.owner()).forEach(owner -> names.add(shortName(owner) + "." + call.name()));
    }
    return names;
  }

  private static String shortName(String owner) {
    return CallSite.simpleName(owner.replace('/', '.'));
  }

  /** Tells whether a class is, or inherits from, one of that simple name. */
  private boolean isA(@Nullable String name, String simpleName) {
    return name != null && lineage(name).stream().anyMatch(c -> shortName(c).equals(simpleName));
  }
}
