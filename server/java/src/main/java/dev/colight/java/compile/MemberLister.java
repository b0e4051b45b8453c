package dev.colight.java.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.FieldReference;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.InvocationSite;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.Scope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.jspecify.annotations.Nullable;

/** Lists the members of types that can be seen from a place. */
final class MemberLister {
  private final InvocationSite site;
  private final Scope scope;
  private final @Nullable TypeBinding expected;

  MemberLister(InvocationSite site, Scope scope, @Nullable TypeBinding expected) {
    this.site = site;
    this.scope = scope;
    this.expected = expected;
  }

  /** Returns one that describes what is known already, and lists nothing. */
  static MemberLister ofUnit(Scope scope) {
    return new MemberLister(new FieldReference(new char[0], 0), scope, null);
  }

  /** Members so far, by name and erased parameters: the nearest hides the others. */
  private static final class Found {
    final Map<String, Member> members = new LinkedHashMap<>();
    final Set<TypeBinding> seen = new HashSet<>();
  }

  /** Returns the members of a type: static ones alone, or, of a value, all but nested types. */
  List<Member> members(TypeBinding type, boolean onlyStatic) {
    Found found = new Found();
    if (type instanceof ArrayBinding array && !onlyStatic) {
      put(found, field("length", TypeBinding.INT, "", false, false, 0));
      addArrayMethods(found, array);
    } else if (type instanceof ReferenceBinding reference) {
      walk(reference, onlyStatic, 0, found);
      if (!onlyStatic) {
        walk(scope.getJavaLangObject(), false, 9, found);
      }
    }
    if (onlyStatic) {
      found.members.put(
          "class",
          new Member(
              Member.Kind.FIELD,
              "class",
              List.of(),
              false,
              "Class",
              "",
              List.of(),
              true,
              false,
              9,
              false));
    }
    return List.copyOf(found.members.values());
  }

  private void addArrayMethods(Found found, ArrayBinding array) {
    walk(scope.getJavaLangObject(), false, 1, found);
    found.members.put(
        "clone()",
        new Member(
            Member.Kind.METHOD,
            "clone",
            List.of(),
            false,
            TypeNames.of(array),
            "java.lang.Object",
            List.of(),
            false,
            false,
            1,
            fits(array)));
  }

  /** Returns the members of a type that its own code can name without a qualifier. */
  List<Member> own(ReferenceBinding type, int distance) {
    Found instance = new Found();
    walk(type, false, distance, instance);
    Found statics = new Found();
    walk(type, true, distance, statics);
    statics.members.forEach(instance.members::putIfAbsent);
    return List.copyOf(instance.members.values());
  }

  /** Returns the constructors of a class that can be called. */
  List<Member> constructors(TypeBinding type) {
    List<Member> result = new ArrayList<>();
    if (type instanceof ReferenceBinding reference && reference.isClass()) {
      for (MethodBinding method : reference.methods()) {
        if (method.isConstructor() && !method.isSynthetic() && method.canBeSeenBy(site, scope)) {
          result.add(method(method, Member.Kind.CONSTRUCTOR, TypeNames.of(type), 0));
        }
      }
    }
    return result;
  }

  private void walk(ReferenceBinding type, boolean onlyStatic, int distance, Found found) {
    if (!type.isValidBinding() || !found.seen.add(type)) {
      return;
    }
    for (FieldBinding field : type.availableFields()) {
      if (!field.isSynthetic()
          && field.isStatic() == onlyStatic
          && field.canBeSeenBy(type, site, scope)) {
        String name = new String(field.name);
        boolean constant = field.isStatic() && field.isFinal();
        put(
            found,
            field(
                name,
                field.type,
                ownerOf(field.declaringClass),
                constant,
                field.isDeprecated(),
                distance));
      }
    }
    for (MethodBinding method : type.availableMethods()) {
      boolean inherited = distance > 0 && type.isInterface() && method.isStatic();
      if (!method.isConstructor()
          && !method.isSynthetic()
          && !inherited
          && method.selector[0] != '<'
          && method.isStatic() == onlyStatic
          && method.canBeSeenBy(type, site, scope)) {
        put(found, method(method, Member.Kind.METHOD, TypeNames.of(method.returnType), distance));
      }
    }
    if (onlyStatic) {
      for (ReferenceBinding nested : type.memberTypes()) {
        if (nested.canBeSeenBy(scope)) {
          put(found, type(nested, distance));
        }
      }
    }
    if (type.superclass() != null) {
      walk(type.superclass(), onlyStatic, distance + 1, found);
    }
    ReferenceBinding[] interfaces = type.superInterfaces();
    if (interfaces != null) {
      for (ReferenceBinding parent : interfaces) {
        walk(parent, onlyStatic, distance + 1, found);
      }
    }
  }

  private static void put(Found found, Member member) {
    String key =
        member.kind() == Member.Kind.METHOD
            ? member.name() + "(" + String.join(",", member.erased()) + ")"
            : member.name();
    found.members.putIfAbsent(key, member);
  }

  Member field(
      String name,
      @Nullable TypeBinding type,
      String owner,
      boolean constant,
      boolean deprecated,
      int distance) {
    return new Member(
        constant ? Member.Kind.CONSTANT : Member.Kind.FIELD,
        name,
        List.of(),
        false,
        type == null ? "" : TypeNames.of(type),
        owner,
        List.of(),
        constant,
        deprecated,
        distance,
        fits(type));
  }

  Member method(MethodBinding method, Member.Kind kind, String type, int distance) {
    List<Member.Parameter> parameters = new ArrayList<>();
    char[][] names = method.original().parameterNames;
    for (int i = 0; i < method.parameters.length; i++) {
      boolean last = i == method.parameters.length - 1;
      String written = TypeNames.of(method.parameters[i]);
      boolean repeated = last && method.isVarargs() && written.endsWith("[]");
      parameters.add(
          new Member.Parameter(
              repeated ? written.substring(0, written.length() - 2) + "..." : written,
              names != null && i < names.length ? new String(names[i]) : ""));
    }
    List<String> erased = new ArrayList<>();
    for (TypeBinding parameter : method.original().parameters) {
      erased.add(new String(parameter.erasure().sourceName()));
    }
    return new Member(
        kind,
        new String(method.isConstructor() ? method.declaringClass.sourceName() : method.selector),
        parameters,
        method.isVarargs(),
        type,
        ownerOf(method.declaringClass),
        erased,
        method.isStatic(),
        method.isDeprecated(),
        distance,
        kind == Member.Kind.METHOD && fits(method.returnType));
  }

  static Member typeParameter(String name, int distance) {
    return new Member(
        Member.Kind.TYPE_PARAMETER,
        name,
        List.of(),
        false,
        "",
        "",
        List.of(),
        false,
        false,
        distance,
        false);
  }

  static Member type(ReferenceBinding type, int distance) {
    Member.Kind kind =
        type.isAnnotationType()
            ? Member.Kind.ANNOTATION
            : type.isInterface()
                ? Member.Kind.INTERFACE
                : type.isEnum()
                    ? Member.Kind.ENUM
                    : type.isRecord() ? Member.Kind.RECORD : Member.Kind.CLASS;
    return new Member(
        kind,
        new String(type.sourceName()),
        List.of(),
        false,
        type.getPackage() == null ? "" : new String(type.getPackage().readableName()),
        ownerOf(type),
        List.of(),
        type.isStatic(),
        type.isDeprecated(),
        distance,
        false);
  }

  /** Tells whether a value of a type fits where it would stand. */
  boolean fits(@Nullable TypeBinding type) {
    TypeBinding wanted = expected;
    return wanted != null
        && type != null
        && type.id != TypeIds.T_void
        && (type.isCompatibleWith(wanted)
            || (type.isBaseType()
                && scope.environment().computeBoxingType(type).isCompatibleWith(wanted))
            || (wanted.isBaseType() && scope.environment().computeBoxingType(type) == wanted));
  }

  /** Returns the binary name of a class. */
  static String ownerOf(@Nullable ReferenceBinding type) {
    if (type == null) {
      return "";
    }
    char[] name = ((ReferenceBinding) type.erasure()).constantPoolName();
    return name == null ? "" : new String(CharOperation.replaceOnCopy(name, '/', '.'));
  }
}
