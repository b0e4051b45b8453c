package dev.colight.java.effects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What a class file says, as far as it matters here. */
final class ClassCode extends ClassVisitor {
  String name = "";
  final List<String> supers = new ArrayList<>();

  /** By name and descriptor. */
  final Map<String, Method> methods = new LinkedHashMap<>();

  /** A method, and what its code refers to. */
  record Method(String name, String descriptor, int access, MethodCode code) {
    /** Tells whether another class may call it by a name of its own. */
    boolean mayReplace() {
      return (access & (Opcodes.ACC_STATIC | Opcodes.ACC_PRIVATE)) == 0 && !name.startsWith("<");
    }
  }

  private ClassCode() {
    super(Opcodes.ASM9);
  }

  /** Reads a class file, with the code of its methods or without. */
  static ClassCode read(byte[] bytes, boolean code) {
    ClassCode result = new ClassCode();
    int skipped = ClassReader.SKIP_FRAMES | (code ? 0 : ClassReader.SKIP_CODE);
    new ClassReader(bytes).accept(result, skipped);
    return result;
  }

  @Override
  public void visit(
      int version,
      int access,
      String className,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    name = className;
    if (superName != null) {
      supers.add(superName);
    }
    supers.addAll(List.of(interfaces));
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String method,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodCode code = new MethodCode(access, descriptor);
    methods.put(method + descriptor, new Method(method, descriptor, access, code));
    return code;
  }
}
