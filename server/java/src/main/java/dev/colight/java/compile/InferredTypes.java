package dev.colight.java.compile;

import java.util.Set;
import org.eclipse.jdt.internal.compiler.ast.Wildcard;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.IntersectionTypeBinding18;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ParameterizedTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.Scope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeIds;
import org.eclipse.jdt.internal.compiler.lookup.TypeVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.WildcardBinding;

/**
 * Makes types that only a compiler can express into ones that a field can have: captured types are
 * projected upwards as Java does for {@code var}, and an intersection becomes the part of it that
 * is most likely wanted. Anonymous classes stay, so that their own members can be used.
 */
final class InferredTypes {
  /** Interfaces that nearly everything has, so that they say little. */
  private static final Set<String> DULL =
      Set.of(
          "java.io.Serializable",
          "java.lang.Cloneable",
          "java.lang.constant.Constable",
          "java.lang.constant.ConstantDesc",
          "java.util.RandomAccess");

  private static final int MAX_DEPTH = 8;

  private InferredTypes() {}

  /** Returns the type that a variable gets that is declared with {@code var}. */
  static TypeBinding denotable(TypeBinding type, Scope scope) {
    if (type.id == TypeBinding.NULL.id) {
      return scope.getJavaLangObject();
    }
    TypeVariableBinding[] captured = type.syntheticTypeVariablesMentioned();
    TypeBinding projected =
        captured == null || captured.length == 0 ? type : type.upwardsProjection(scope, captured);
    return projected == null
        ? scope.getJavaLangObject()
        : simplify(projected, scope.environment(), 0);
  }

  private static TypeBinding simplify(TypeBinding type, LookupEnvironment environment, int depth) {
    if (type instanceof IntersectionTypeBinding18 intersection) {
      return simplify(best(intersection.intersectingTypes), environment, depth);
    } else if (type instanceof ArrayBinding array) {
      TypeBinding leaf = simplify(array.leafComponentType, environment, depth);
      return environment.createArrayType(leaf, array.dimensions);
    } else if (type instanceof ParameterizedTypeBinding generic && generic.arguments != null) {
      TypeBinding[] arguments = new TypeBinding[generic.arguments.length];
      boolean same = true;
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = argument(generic, i, environment, depth + 1);
        same &= arguments[i] == generic.arguments[i];
      }
      return same
          ? type
          : environment.createParameterizedType(
              generic.genericType(), arguments, generic.enclosingType());
    }
    return type;
  }

  private static TypeBinding argument(
      ParameterizedTypeBinding generic, int rank, LookupEnvironment environment, int depth) {
    TypeBinding argument = generic.arguments[rank];
    if (argument instanceof WildcardBinding wildcard) {
      boolean vague =
          depth > MAX_DEPTH
              || wildcard.bound instanceof IntersectionTypeBinding18
              || (wildcard.otherBounds != null && wildcard.otherBounds.length > 0);
      if (vague) {
        return environment.createWildcard(
            generic.genericType(), rank, null, null, Wildcard.UNBOUND);
      }
      TypeBinding bound =
          wildcard.bound == null ? null : simplify(wildcard.bound, environment, depth);
      return bound == wildcard.bound
          ? wildcard
          : environment.createWildcard(
              generic.genericType(), rank, bound, null, wildcard.boundKind);
    }
    return depth > MAX_DEPTH
        ? environment.createWildcard(generic.genericType(), rank, null, null, Wildcard.UNBOUND)
        : simplify(argument, environment, depth);
  }

  private static ReferenceBinding best(ReferenceBinding[] parts) {
    for (ReferenceBinding part : parts) {
      boolean isObject = part.id == TypeIds.T_JavaLangObject;
      if (!isObject && !DULL.contains(new String(part.erasure().readableName()))) {
        return part;
      }
    }
    return parts[0];
  }
}
