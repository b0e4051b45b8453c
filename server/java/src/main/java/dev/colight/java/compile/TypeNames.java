package dev.colight.java.compile;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.ast.Wildcard;
import org.eclipse.jdt.internal.compiler.lookup.ArrayBinding;
import org.eclipse.jdt.internal.compiler.lookup.ParameterizedTypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.eclipse.jdt.internal.compiler.lookup.WildcardBinding;

/** Writes types as people do: {@code Map.Entry<String, Point>}. */
final class TypeNames {
  private TypeNames() {}

  /** Returns the name of a type; an anonymous class is named after what it extends. */
  static String of(TypeBinding type) {
    return of(type, false);
  }

  /** Returns the name of a type as it can be written where nothing is imported. */
  static String qualified(TypeBinding type) {
    return of(type, true);
  }

  private static String of(TypeBinding type, boolean qualified) {
    if (type instanceof ArrayBinding array) {
      return of(array.leafComponentType, qualified) + "[]".repeat(array.dimensions);
    } else if (type instanceof WildcardBinding wildcard) {
      return switch (wildcard.boundKind) {
        case Wildcard.EXTENDS -> "? extends " + of(wildcard.bound, qualified);
        case Wildcard.SUPER -> "? super " + of(wildcard.bound, qualified);
        default -> "?";
      };
    } else if (type instanceof ParameterizedTypeBinding generic && generic.arguments != null) {
      return Arrays.stream(generic.arguments)
          .map(argument -> of(argument, qualified))
          .collect(Collectors.joining(", ", name(generic, qualified) + "<", ">"));
    } else if (type.isAnonymousType()) {
      ReferenceBinding[] interfaces = type.superInterfaces();
      return of(interfaces.length > 0 ? interfaces[0] : type.superclass(), qualified);
    } else if (type instanceof ReferenceBinding reference) {
      return name(reference, qualified);
    }
    return new String(type.readableName());
  }

  private static String name(ReferenceBinding type, boolean qualified) {
    String simple = new String(type.sourceName());
    ReferenceBinding outer = type.enclosingType();
    if (outer == null && qualified && !type.isTypeVariable()) {
      return CharOperation.toString(type.compoundName);
    } else if (outer == null || type.isLocalType() || isGenerated(outer)) {
      return simple;
    }
    return (outer instanceof ParameterizedTypeBinding && !type.isStatic()
            ? of(outer, qualified)
            : name(outer, qualified))
        + "."
        + simple;
  }

  /** Tells whether a class only holds a document's type. */
  private static boolean isGenerated(ReferenceBinding type) {
    return type.enclosingType() == null
        && type.compoundName.length == 2
        && GeneratedNames.isGenerated(CharOperation.toString(type.compoundName));
  }
}
