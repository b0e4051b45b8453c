package dev.colight.java.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * Names what code refers to: in one way, whether the compiler has it from a source or from a class
 * file. A class is {@code acme.Util$Inner}; its members are {@code acme.Util#size} and {@code
 * acme.Util#add(java.util.List,int)}, with erased types.
 */
final class NameTargets {
  private NameTargets() {}

  static String field(FieldBinding field) {
    FieldBinding original = field.original();
    return MemberLister.ownerOf(original.declaringClass) + "#" + new String(original.name);
  }

  /** Returns the name of a method; of one that reads a component of a record, the component's. */
  static String method(MethodBinding method) {
    MethodBinding original = method.original();
    FieldBinding component = component(original);
    if (component != null) {
      return field(component);
    }
    List<String> types = new ArrayList<>();
    for (TypeBinding parameter : original.parameters) {
      types.add(type(parameter.erasure()));
    }
    return MemberLister.ownerOf(original.declaringClass)
        + "#"
        + new String(original.selector)
        + "("
        + String.join(",", types)
        + ")";
  }

  private static String type(TypeBinding type) {
    TypeBinding leaf = type.leafComponentType();
    String name =
        leaf instanceof ReferenceBinding reference
            ? MemberLister.ownerOf(reference)
            : new String(leaf.readableName());
    return name + "[]".repeat(type.dimensions());
  }

  /** Returns the component of a record that a method reads, or null. */
  static @Nullable FieldBinding component(MethodBinding method) {
    return method.declaringClass != null
            && method.declaringClass.isRecord()
            && method.parameters.length == 0
        ? method.declaringClass.getField(method.selector, false)
        : null;
  }

  /** Returns the methods of supertypes that a method overrides, by their names. */
  static Set<String> overridden(MethodBinding method) {
    Set<String> found = new HashSet<>();
    if (mayOverride(method)) {
      for (MethodBinding other : inherited(method.declaringClass, method.selector)) {
        if (other.original() != method.original() && isSame(method, other)) {
          found.add(method(other));
        }
      }
    }
    return found;
  }

  /** Returns the methods of supertypes that what reads a component of a record overrides. */
  static Set<String> overridden(FieldBinding component) {
    for (MethodBinding method : component.declaringClass.getMethods(component.name)) {
      if (method.parameters.length == 0) {
        return overridden(method);
      }
    }
    return Set.of();
  }

  /** Tells whether two methods of one name are one to whoever calls them, by their parameters. */
  static boolean isSame(MethodBinding one, MethodBinding other) {
    return one.areParametersEqual(other)
        || one.areParameterErasuresEqual(other)
        || one.original().areParameterErasuresEqual(other.original());
  }

  /** Returns the methods of a name that a type and its supertypes have, and that can override. */
  static List<MethodBinding> inherited(ReferenceBinding type, char[] selector) {
    List<MethodBinding> found = new ArrayList<>();
    collect(type, selector, new HashSet<>(), found);
    return found;
  }

  private static void collect(
      @Nullable ReferenceBinding type,
      char[] selector,
      Set<ReferenceBinding> seen,
      List<MethodBinding> found) {
    if (type == null || !type.isValidBinding() || !seen.add(type)) {
      return;
    }
    for (MethodBinding method : type.getMethods(selector)) {
      if (mayOverride(method)) {
        found.add(method);
      }
    }
    collect(type.superclass(), selector, seen, found);
    ReferenceBinding[] interfaces = type.superInterfaces();
    for (int i = 0; interfaces != null && i < interfaces.length; i++) {
      collect(interfaces[i], selector, seen, found);
    }
  }

  private static boolean mayOverride(MethodBinding method) {
    return method.isValidBinding()
        && !method.isStatic()
        && !method.isPrivate()
        && !method.isConstructor();
  }
}
