package dev.colight.java.compile;

import dev.colight.java.compile.SourceNames.Name;
import dev.colight.java.compile.SourceNames.StaticImport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.ASTNode;
import org.eclipse.jdt.internal.compiler.ast.ImportReference;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.ast.TypeReference;
import org.eclipse.jdt.internal.compiler.lookup.Binding;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.CompilationUnitScope;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeVariableBinding;
import org.jspecify.annotations.Nullable;

/** Notes what the names in a resolved source mean. */
final class SourceNameVisitor extends NameNodes {
  private final int shift;
  private final LineStarts lines;
  private final char[] selector;
  private final SourceNames found;
  private final Map<Integer, Name> names = new TreeMap<>();
  private final List<StaticImport> imports = new ArrayList<>();
  private final IdentityHashMap<Object, Integer> locals = new IdentityHashMap<>();
  private final Set<ASTNode> written = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * Creates one for one source.
   *
   * @param shift characters that the compiler sees before the first one of the text
   * @param selector the name of the methods that are told of
   * @param found hears of types and methods
   */
  SourceNameVisitor(int shift, LineStarts lines, String selector, SourceNames found) {
    this.shift = shift;
    this.lines = lines;
    this.selector = selector.toCharArray();
    this.found = found;
  }

  List<Name> names() {
    return List.copyOf(names.values());
  }

  List<StaticImport> imports() {
    return List.copyOf(imports);
  }

  @Override
  void enter() {}

  @Override
  void leave() {}

  @Override
  void assigned(ASTNode node) {
    written.add(node);
  }

  @Override
  void unresolved(String name, int start, int end) {}

  @Override
  void unresolvedCall(String name, int start, int end) {}

  @Override
  void variable(ASTNode node, int start, int end, @Nullable Binding binding, boolean declares) {
    boolean write = declares || written.contains(node);
    if (binding instanceof LocalVariableBinding local) {
      FieldBinding component = component(local);
      if (component == null) {
        add(start, end, local(local), declares, write);
      } else {
        add(start, end, NameTargets.field(component), false, write);
      }
    } else if (binding instanceof FieldBinding field
        && field.isValidBinding()
        && field.declaringClass != null) {
      add(start, end, NameTargets.field(field), declares, write);
    }
  }

  /** Returns the component of a record that a parameter gives its value, and its name; or null. */
  private static @Nullable FieldBinding component(LocalVariableBinding local) {
    MethodBinding method =
        !local.isParameter()
                || local.declaringScope == null
                || local.declaringScope.methodScope() == null
            ? null
            : local.declaringScope.methodScope().referenceMethodBinding();
    return method != null
            && method.declaringClass.isRecord()
            && (method.isCompactConstructor() || method.isCanonicalConstructor())
        ? method.declaringClass.getField(local.name, false)
        : null;
  }

  private String local(Object binding) {
    return SourceNames.LOCAL + locals.computeIfAbsent(binding, k -> locals.size());
  }

  @Override
  void method(int start, int end, @Nullable MethodBinding method, boolean declares) {
    if (method == null || !method.isValidBinding() || method.declaringClass == null) {
      return;
    }
    if (method.isConstructor()) {
      typeName(start, end, method.declaringClass, false);
    } else {
      boolean accessor = NameTargets.component(method.original()) != null;
      add(start, end, NameTargets.method(method), declares && !accessor, false);
    }
  }

  @Override
  void imported(ImportReference node, int start, int end, ReferenceBinding type, char[] name) {
    Set<String> targets = new HashSet<>();
    addStaticMethods(type, name, targets);
    for (ReferenceBinding at : withSupertypes(type)) {
      addInherited(at, name, targets);
    }
    String first = targets.stream().sorted().findFirst().orElse("");
    imports.add(
        new StaticImport(
            name(start, end, first, false, false),
            CharOperation.toString(CharOperation.subarray(node.tokens, 0, node.tokens.length - 1)),
            lines.range(node.declarationSourceStart - shift, node.declarationSourceEnd + 1 - shift),
            targets));
  }

  /** Static methods of interfaces are not inherited. */
  private static void addStaticMethods(ReferenceBinding type, char[] name, Set<String> targets) {
    for (ReferenceBinding at = type; at != null; at = at.superclass()) {
      for (MethodBinding method : at.getMethods(name)) {
        if (method.isStatic()) {
          targets.add(NameTargets.method(method));
        }
      }
    }
  }

  private static void addInherited(ReferenceBinding type, char[] name, Set<String> targets) {
    FieldBinding field = type.getField(name, true);
    if (field != null && field.isStatic()) {
      targets.add(NameTargets.field(field));
    }
    ReferenceBinding member = type.getMemberType(name);
    if (member != null) {
      targets.add(MemberLister.ownerOf(member));
    }
  }

  @Override
  void type(TypeReference reference) {
    TypeBinding type = reference.resolvedType;
    char[][] parts = reference.getTypeName();
    if (type == null
        || !type.isValidBinding()
        || (parts.length == 1 && reference.isTypeNameVar(null))) {
      return;
    }
    long[] positions = positionsOf(reference, parts);
    TypeBinding at = type.leafComponentType();
    for (int i = parts.length - 1; i >= 0 && at instanceof ReferenceBinding named; i--) {
      typeName((int) (positions[i] >>> 32), (int) positions[i], named, false);
      at = named.enclosingType();
    }
  }

  @Override
  void typeName(int start, int end, @Nullable TypeBinding type, boolean declares) {
    if (type instanceof TypeVariableBinding variable) {
      add(start, end, local(variable), declares, false);
    } else if (type instanceof ReferenceBinding named && named.isValidBinding()) {
      ReferenceBinding erasure = (ReferenceBinding) named.erasure();
      String target = erasure.isLocalType() ? local(erasure) : MemberLister.ownerOf(erasure);
      add(start, end, target, declares, false);
    }
  }

  /** Of what has two meanings, such as a parameter that is none, the declaration counts. */
  private void add(int start, int end, String target, boolean declares, boolean write) {
    int from = start - shift;
    Name known = names.get(from);
    if (from >= 0 && end >= start && (known == null || (declares && !known.declaration()))) {
      names.put(from, name(start, end, target, declares, write));
    }
  }

  private Name name(int start, int end, String target, boolean declares, boolean write) {
    int from = start - shift;
    int to = end + 1 - shift;
    return new Name(from, to, lines.range(from, to), target, declares, write);
  }

  @Override
  public boolean visit(TypeDeclaration node, CompilationUnitScope scope) {
    note(node);
    return super.visit(node, scope);
  }

  @Override
  public boolean visit(TypeDeclaration node, ClassScope scope) {
    note(node);
    return super.visit(node, scope);
  }

  @Override
  public boolean visit(TypeDeclaration node, BlockScope scope) {
    note(node);
    return super.visit(node, scope);
  }

  /** A class may have two methods of others be one, and have none itself. */
  private void note(TypeDeclaration node) {
    if (node.binding == null) {
      return;
    }
    Set<String> supers = new HashSet<>();
    withSupertypes(node.binding).forEach(type -> supers.add(MemberLister.ownerOf(type)));
    String own = MemberLister.ownerOf(node.binding);
    supers.remove(own);
    found.addType(own, supers);
    List<MethodBinding> methods = NameTargets.inherited(node.binding, selector);
    for (int i = 0; i < methods.size(); i++) {
      Set<String> same = new HashSet<>();
      for (MethodBinding other : methods) {
        if (NameTargets.isSame(methods.get(i), other)) {
          same.add(NameTargets.method(other));
        }
      }
      if (same.size() > 1) {
        found.addSame(same);
      }
    }
  }

  private static Set<ReferenceBinding> withSupertypes(ReferenceBinding type) {
    Set<ReferenceBinding> found = new LinkedHashSet<>();
    Deque<ReferenceBinding> left = new ArrayDeque<>(List.of(type));
    while (!left.isEmpty()) {
      ReferenceBinding one = left.remove();
      if (one.isValidBinding() && found.add(one)) {
        if (one.superclass() != null) {
          left.add(one.superclass());
        }
        if (one.superInterfaces() != null) {
          left.addAll(List.of(one.superInterfaces()));
        }
      }
    }
    return found;
  }
}
