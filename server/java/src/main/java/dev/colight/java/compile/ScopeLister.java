package dev.colight.java.compile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ClassScope;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.MethodScope;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.Scope;
import org.eclipse.jdt.internal.compiler.lookup.SourceTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeVariableBinding;

/** Lists what code can name at a place within the unit in which it stands. */
final class ScopeLister {
  private final MemberLister lister;
  private final BlockScope innermost;
  private final Map<String, Member> found = new LinkedHashMap<>();

  ScopeLister(MemberLister lister, BlockScope innermost) {
    this.lister = lister;
    this.innermost = innermost;
  }

  /** Returns locals that are declared before an offset, and members of the types around it. */
  List<Member> visible(int offset) {
    int distance = 0;
    for (Scope scope = innermost; scope != null; scope = scope.parent) {
      if (scope instanceof BlockScope block) {
        addLocals(block, offset, distance);
      } else if (scope instanceof ClassScope type) {
        addMembers(type, distance);
      }
      distance++;
    }
    return List.copyOf(found.values());
  }

  private void addLocals(BlockScope block, int offset, int distance) {
    for (int i = 0; i < block.localIndex; i++) {
      LocalVariableBinding local = block.locals[i];
      String name = new String(local.name);
      boolean before = local.declaration == null || local.declaration.sourceStart < offset;
      if (before && !name.startsWith(Markers.LOCAL_PREFIX) && !name.contains(" ")) {
        Member field = lister.field(name, local.type, "", false, false, distance);
        found.putIfAbsent(
            name,
            new Member(
                local.isParameter() ? Member.Kind.PARAMETER : Member.Kind.LOCAL,
                name,
                List.of(),
                false,
                field.type(),
                "",
                List.of(),
                false,
                false,
                distance,
                field.fits()));
      }
    }
    if (block instanceof MethodScope method && method.referenceMethodBinding() != null) {
      addTypeVariables(method.referenceMethodBinding().typeVariables, distance);
    }
    for (int i = 0; i < block.subscopeCount; i++) {
      if (block.subscopes[i] instanceof ClassScope local
          && local.referenceContext.binding != null
          && local.referenceContext.binding.isLocalType()
          && !local.referenceContext.binding.isAnonymousType()
          && local.referenceContext.sourceStart < offset) {
        Member type = MemberLister.type(local.referenceContext.binding, distance);
        found.putIfAbsent(type.name(), type);
      }
    }
  }

  private void addTypeVariables(TypeVariableBinding[] variables, int distance) {
    for (TypeVariableBinding variable : variables) {
      String name = new String(variable.sourceName);
      found.putIfAbsent(name, MemberLister.typeParameter(name, distance));
    }
  }

  private void addMembers(ClassScope scope, int distance) {
    SourceTypeBinding type = scope.referenceContext.binding;
    if (type == null || isGenerated(type)) {
      return;
    }
    addTypeVariables(type.typeVariables(), distance);
    for (Member member : lister.own(type, distance)) {
      String key =
          member.kind() == Member.Kind.METHOD
              ? member.name() + "(" + String.join(",", member.erased()) + ")"
              : member.name();
      found.putIfAbsent(key, member);
    }
  }

  private static boolean isGenerated(ReferenceBinding type) {
    return type.enclosingType() == null
        && GeneratedNames.isGenerated(String.valueOf(type.readableName()));
  }
}
