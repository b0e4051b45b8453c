package dev.colight.java.compile;

import dev.colight.execution.CompileUnit;
import dev.colight.execution.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeVariableBinding;
import org.jspecify.annotations.Nullable;

/** Notes what the names in a resolved tree mean. */
final class NameVisitor extends NameNodes {
  private final UnitSource source;
  private final MemberLister lister;
  private final List<NameUse> found = new ArrayList<>();
  private final Set<ASTNode> written = Collections.newSetFromMap(new IdentityHashMap<>());
  private int deferred;
  private boolean overrides;
  private Set<String> overridden = Set.of();

  private NameVisitor(UnitSource source, CompilationUnitDeclaration unit) {
    this.source = source;
    this.lister = MemberLister.ofUnit(unit.scope);
    this.deferred = source.unit() instanceof CompileUnit.Statements ? 0 : 1;
  }

  static List<NameUse> names(CompilationUnitDeclaration unit, UnitSource source) {
    NameVisitor visitor = new NameVisitor(source, unit);
    unit.traverse(visitor, unit.scope);
    visitor.found.sort(Comparator.comparingInt(NameUse::token));
    return visitor.found;
  }

  @Override
  void enter() {
    deferred++;
  }

  @Override
  void leave() {
    deferred--;
  }

  @Override
  void assigned(ASTNode node) {
    written.add(node);
  }

  @Override
  void variable(ASTNode node, int start, int end, @Nullable Binding binding, boolean declares) {
    boolean write = declares || written.contains(node);
    if (binding instanceof LocalVariableBinding local) {
      addLocal(local, start, end, declares, write);
    } else if (binding instanceof FieldBinding field && field.isValidBinding()) {
      addField(field, start, end, declares, write);
    }
  }

  /** It may be a variable whose own code does not compile: then its type is not known. */
  @Override
  void unresolved(String name, int start, int end) {
    Member member = lister.field(name, null, "", false, false, 0);
    add(start, end, NameUse.Scope.VALUE, name, member, false, false);
  }

  /** It may be a method that does not compile: which of several is not known. */
  @Override
  void unresolvedCall(String name, int start, int end) {
    Member member =
        new Member(
            Member.Kind.METHOD, name, List.of(), false, "", "", List.of(), false, false, 0, false);
    add(start, end, NameUse.Scope.FUNCTION, "", member, false, false);
  }

  private void addLocal(
      LocalVariableBinding local, int start, int end, boolean declares, boolean write) {
    String name = new String(local.name);
    if (name.startsWith(Markers.LOCAL_PREFIX)) {
      String shown = name.substring(Markers.LOCAL_PREFIX.length());
      Member member = lister.field(shown, local.type, "", false, false, 0);
      add(start, end, NameUse.Scope.VALUE, shown, member, true, true);
      return;
    }
    MethodBinding method =
        local.declaringScope == null || local.declaringScope.methodScope() == null
            ? null
            : local.declaringScope.methodScope().referenceMethodBinding();
    if (method != null && method.isCompactConstructor() && local.isParameter()) {
      FieldBinding component = method.declaringClass.getField(local.name, false);
      if (component != null) {
        addField(component, start, end, declares, write);
        return;
      }
    }
    Member described = lister.field(name, local.type, "", false, false, 0);
    Member member =
        new Member(
            local.isParameter() ? Member.Kind.PARAMETER : Member.Kind.LOCAL,
            name,
            List.of(),
            false,
            described.type(),
            "",
            List.of(),
            false,
            false,
            0,
            false);
    int at = local.declaration == null ? -1 : local.declaration.sourceStart;
    add(start, end, NameUse.Scope.LOCAL, name + "@" + at, member, declares, write);
  }

  private void addField(FieldBinding field, int start, int end, boolean declares, boolean write) {
    FieldBinding original = field.original();
    String owner = MemberLister.ownerOf(original.declaringClass);
    boolean constant = field.isStatic() && field.isFinal();
    Member member =
        lister.field(new String(field.name), field.type, owner, constant, field.isDeprecated(), 0);
    if (isGenerated(owner)) {
      add(start, end, NameUse.Scope.VALUE, member.name(), member, declares, write);
    } else {
      if (original.declaringClass != null && original.declaringClass.isRecord()) {
        overridden = NameTargets.overridden(original);
      }
      add(start, end, memberScope(owner), NameTargets.field(field), member, declares, write);
      overridden = Set.of();
    }
  }

  @Override
  void method(int start, int end, @Nullable MethodBinding method, boolean declares) {
    if (method == null || !method.isValidBinding()) {
      return;
    }
    MethodBinding original = method.original();
    FieldBinding component = NameTargets.component(original);
    String owner = MemberLister.ownerOf(original.declaringClass);
    Member.Kind kind = method.isConstructor() ? Member.Kind.CONSTRUCTOR : Member.Kind.METHOD;
    String type = method.returnType == null ? "" : TypeNames.of(method.returnType);
    Member member = lister.method(method, kind, type, 0);
    if (source.unit() instanceof CompileUnit.FunctionBody body
        && owner.equals(source.className())) {
      Member named = renamed(member, Units.memberOf(body));
      String own = GeneratedNames.className(Part.FUNCTION_INTERFACE, body.interfaceKey());
      add(start, end, NameUse.Scope.FUNCTION, own, named, declares, false);
    } else if (isGenerated(owner)) {
      add(start, end, NameUse.Scope.FUNCTION, owner, member, declares, false);
    } else if (component != null) {
      addField(component, start, end, false, false);
    } else if (method.isConstructor()) {
      addType(original.declaringClass, start, end, false);
    } else {
      overrides = !original.isStatic() && isInherited(original, original.declaringClass);
      overridden = NameTargets.overridden(method);
      add(start, end, memberScope(owner), NameTargets.method(original), member, declares, false);
      overrides = false;
      overridden = Set.of();
    }
  }

  /** Tells whether a supertype of a class has a method of that name and number of parameters. */
  private static boolean isInherited(MethodBinding method, @Nullable ReferenceBinding type) {
    if (type == null) {
      return false;
    }
    List<ReferenceBinding> parents = new ArrayList<>();
    if (type.superclass() != null) {
      parents.add(type.superclass());
    }
    if (type.superInterfaces() != null) {
      parents.addAll(List.of(type.superInterfaces()));
    }
    for (ReferenceBinding parent : parents) {
      for (MethodBinding other : parent.getMethods(method.selector)) {
        if (other.parameters.length == method.parameters.length) {
          return true;
        }
      }
      if (isInherited(method, parent)) {
        return true;
      }
    }
    return false;
  }

  private static Member renamed(Member member, String name) {
    return new Member(
        member.kind(),
        name,
        member.parameters(),
        member.varargs(),
        member.type(),
        "",
        member.erased(),
        member.isStatic(),
        member.deprecated(),
        0,
        false);
  }

  @Override
  void type(TypeReference reference) {
    TypeBinding type = reference.resolvedType;
    if (type == null || !type.isValidBinding()) {
      return;
    }
    char[][] names = reference.getTypeName();
    if (names.length == 1 && reference.isTypeNameVar(null)) {
      return;
    }
    long[] positions = positionsOf(reference, names);
    TypeBinding at = type.leafComponentType();
    for (int i = names.length - 1; i >= 0 && at instanceof ReferenceBinding named; i--) {
      addType(named, (int) (positions[i] >>> 32), (int) positions[i], false);
      at = named.enclosingType();
    }
  }

  @Override
  void typeName(int start, int end, @Nullable TypeBinding type, boolean declares) {
    if (type instanceof ReferenceBinding named && type.isValidBinding()) {
      addType(named, start, end, declares);
    }
  }

  private void addType(ReferenceBinding type, int start, int end, boolean declares) {
    if (type instanceof TypeVariableBinding variable) {
      String name = new String(variable.sourceName);
      Member member = MemberLister.typeParameter(name, 0);
      int owner = System.identityHashCode(variable.declaringElement);
      add(start, end, NameUse.Scope.LOCAL, name + "@" + owner, member, declares, false);
      return;
    }
    ReferenceBinding erasure = (ReferenceBinding) type.erasure();
    String owner = MemberLister.ownerOf(erasure);
    Member member = MemberLister.type(erasure, 0);
    if (!GeneratedNames.isGenerated(owner)) {
      add(start, end, NameUse.Scope.OUTSIDE, owner, member, declares, false);
    } else if (erasure.isLocalType()) {
      add(start, end, NameUse.Scope.LOCAL, owner, member, declares, false);
    } else {
      boolean top = erasure.enclosingType() == null || isGenerated(erasure.enclosingType());
      NameUse.Scope scope = top ? NameUse.Scope.TYPE : NameUse.Scope.MEMBER;
      add(start, end, scope, owner, member, declares, false);
    }
  }

  private void add(
      int start,
      int end,
      NameUse.Scope scope,
      String target,
      Member member,
      boolean declares,
      boolean write) {
    if (start >= 0 && end >= start && !source.tokens().isGlue(start, end)) {
      int token = source.tokens().span(start, end).first();
      found.add(
          new NameUse(
              token, scope, target, member, declares, write, deferred > 0, overrides, overridden));
    }
  }

  private static NameUse.Scope memberScope(String owner) {
    return GeneratedNames.isGenerated(owner) ? NameUse.Scope.MEMBER : NameUse.Scope.OUTSIDE;
  }

  /** Tells whether a class is one that only holds what is the document's. */
  private static boolean isGenerated(String owner) {
    return GeneratedNames.isGenerated(owner) && owner.indexOf('$') < 0;
  }

  private static boolean isGenerated(ReferenceBinding type) {
    return type.enclosingType() == null
        && type.compoundName.length == 2
        && GeneratedNames.isGenerated(CharOperation.toString(type.compoundName));
  }
}
