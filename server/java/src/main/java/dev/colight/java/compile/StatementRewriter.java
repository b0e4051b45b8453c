package dev.colight.java.compile;

import dev.colight.execution.CompileUnit;
import java.nio.CharBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.internal.compiler.ast.AbstractMethodDeclaration;
import org.eclipse.jdt.internal.compiler.ast.CompilationUnitDeclaration;
import org.eclipse.jdt.internal.compiler.ast.FieldDeclaration;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.MessageSend;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.ast.TypeDeclaration;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LookupEnvironment;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;

/**
 * Puts nodes of our own in place of the {@link Markers} of a parsed unit: Java has no way to say
 * "show the value of this, if it has one", nor to declare a field of an inferred type.
 */
final class StatementRewriter {
  private final CompilationUnitDeclaration unit;
  private final Map<Integer, String> types = new HashMap<>();

  StatementRewriter(CompilationUnitDeclaration unit) {
    this.unit = unit;
  }

  /** Returns the types of the values that are shown, by statement; complete once resolved. */
  Map<Integer, String> types() {
    return types;
  }

  /** Rewrites the methods of statements, once their fields are built; other units have none. */
  void rewrite() {
    UnitSource source = (UnitSource) unit.compilationResult.compilationUnit;
    if (!(source.unit() instanceof CompileUnit.Statements)) {
      return;
    }
    TypeDeclaration type = unit.types[0];
    for (AbstractMethodDeclaration method : type.methods) {
      int statement = Markers.statement(new String(method.selector));
      if (statement >= 0 && method.statements != null) {
        rewrite(type, method.statements, statement);
      }
    }
  }

  private void rewrite(TypeDeclaration type, Statement[] statements, int number) {
    for (int i = 0; i < statements.length; i++) {
      if (statements[i] instanceof MessageSend call) {
        String selector = new String(call.selector);
        if (selector.equals(Markers.MAY_RETURN)) {
          statements[i] = new HookStatement("mayReturn", call);
        } else if (selector.equals(Markers.GOES_ON)) {
          statements[i] = new HookStatement("goesOn", call);
        }
      }
    }
    int last = statements.length - 1;
    if (!(statements[last] instanceof MessageSend call)) {
      return;
    }
    String selector = new String(call.selector);
    if (selector.equals(Markers.SHOW)) {
      statements[last] = new ShownValue(call.arguments[0], number, types);
    } else if (selector.equals(Markers.KEEP)) {
      LocalDeclaration local = (LocalDeclaration) statements[last - 1];
      FieldBinding field = fieldFor(type, local);
      field.type = unknownType();
      statements[last] = new InferredVariable(local, field, number, types);
    }
  }

  private static FieldBinding fieldFor(TypeDeclaration type, LocalDeclaration local) {
    String name = new String(local.name).substring(Markers.LOCAL_PREFIX.length());
    for (FieldDeclaration field : type.fields) {
      if (name.contentEquals(CharBuffer.wrap(field.name))) {
        return field.binding;
      }
    }
    throw new IllegalStateException("no field for " + name);
  }

  /** Returns a type that ECJ complains about wherever it is used. */
  private ReferenceBinding unknownType() {
    LookupEnvironment environment = unit.scope.environment();
    return environment.createMissingType(
        unit.scope.fPackage,
        new char[][] {GeneratedNames.PACKAGE.toCharArray(), Markers.UNKNOWN_TYPE.toCharArray()});
  }
}
