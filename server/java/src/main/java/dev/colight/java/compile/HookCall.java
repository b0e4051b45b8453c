package dev.colight.java.compile;

import dev.colight.worker.Hook;
import org.eclipse.jdt.core.compiler.CharOperation;
import org.eclipse.jdt.internal.compiler.codegen.CodeStream;
import org.eclipse.jdt.internal.compiler.codegen.Opcodes;
import org.eclipse.jdt.internal.compiler.lookup.MethodBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.Scope;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;

/**
 * A call of the {@link Hook} overload for a value.
 *
 * @param parameter the type that the value is passed as
 */
record HookCall(MethodBinding method, TypeBinding parameter) {
  private static final char[][] HOOK =
      CharOperation.splitOn('.', Hook.class.getName().toCharArray());
  private static final char[] VALUE = "value".toCharArray();

  static HookCall forType(TypeBinding type, Scope scope) {
    ReferenceBinding hook = (ReferenceBinding) scope.getType(HOOK, HOOK.length);
    TypeBinding parameter = type.isPrimitiveType() ? type : scope.getJavaLangObject();
    MethodBinding method =
        hook.getExactMethod(
            VALUE, new TypeBinding[] {parameter, TypeBinding.INT}, scope.compilationUnitScope());
    return new HookCall(method, parameter);
  }

  /** Generates the call for the value on the stack. */
  void generate(CodeStream codeStream, int statement) {
    codeStream.generateInlinedValue(statement);
    codeStream.invoke(Opcodes.OPC_invokestatic, method, method.declaringClass);
  }
}
