package dev.colight.java.compile;

import java.util.Map;
import org.eclipse.jdt.internal.compiler.ast.LocalDeclaration;
import org.eclipse.jdt.internal.compiler.ast.Statement;
import org.eclipse.jdt.internal.compiler.codegen.CodeStream;
import org.eclipse.jdt.internal.compiler.codegen.Opcodes;
import org.eclipse.jdt.internal.compiler.flow.FlowContext;
import org.eclipse.jdt.internal.compiler.flow.FlowInfo;
import org.eclipse.jdt.internal.compiler.lookup.BlockScope;
import org.eclipse.jdt.internal.compiler.lookup.ExtraCompilerModifiers;
import org.eclipse.jdt.internal.compiler.lookup.FieldBinding;
import org.eclipse.jdt.internal.compiler.lookup.LocalVariableBinding;
import org.eclipse.jdt.internal.compiler.lookup.ReferenceBinding;
import org.eclipse.jdt.internal.compiler.lookup.TypeBinding;
import org.jspecify.annotations.Nullable;

/**
 * Gives a field the type that ECJ inferred for a local variable declared with {@code var}, then
 * copies the variable there and shows it. Statements below see the field with that type.
 */
final class InferredVariable extends Statement {
  private final LocalDeclaration local;
  private final FieldBinding field;
  private final int number;
  private final Map<Integer, String> types;
  private @Nullable HookCall hook;

  InferredVariable(
      LocalDeclaration local, FieldBinding field, int number, Map<Integer, String> types) {
    this.local = local;
    this.field = field;
    this.number = number;
    this.types = types;
    this.sourceStart = local.sourceStart;
    this.sourceEnd = local.sourceEnd;
  }

  @Override
  public void resolve(BlockScope scope) {
    TypeBinding initial = local.initialization == null ? null : local.initialization.resolvedType;
    TypeBinding type = local.binding == null ? null : local.binding.type;
    if (initial == null || type == null || !type.isValidBinding() || isNothing(initial)) {
      return;
    }
    TypeBinding inferred = InferredTypes.denotable(type, scope);
    field.type = inferred;
    if (inferred.leafComponentType() instanceof ReferenceBinding leaf) {
      field.modifiers |= leaf.modifiers & ExtraCompilerModifiers.AccGenericSignature;
    }
    hook = HookCall.forType(inferred, scope);
    types.put(number, TypeNames.of(inferred));
  }

  private static boolean isNothing(TypeBinding type) {
    return type.id == TypeBinding.VOID.id || type.id == TypeBinding.NULL.id;
  }

  @Override
  public FlowInfo analyseCode(BlockScope scope, FlowContext flowContext, FlowInfo flowInfo) {
    local.binding.useFlag = LocalVariableBinding.USED;
    return flowInfo;
  }

  @Override
  public void generateCode(BlockScope scope, CodeStream codeStream) {
    if (hook == null) {
      return;
    }
    int pc = codeStream.position;
    codeStream.load(local.binding);
    codeStream.fieldAccess(Opcodes.OPC_putstatic, field, field.declaringClass);
    codeStream.load(local.binding);
    hook.generate(codeStream, number);
    codeStream.recordPositionsFrom(pc, sourceStart);
  }

  @Override
  public StringBuilder printStatement(int indent, StringBuilder output) {
    return output.append(field.name).append(" = ").append(local.name).append(';');
  }
}
