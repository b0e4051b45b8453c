package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads compiled classes and runs statements, with stand-ins for the worker's hook and linker that
 * hand values and call sites over to this class.
 */
public final class TestWorker extends ClassLoader {
  private static final String HOOK = "dev.colight.worker.Hook";
  private static final String LINKER = "dev.colight.worker.Linker";
  private static final String BOOTSTRAP =
      "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;"
          + "Ljava/lang/String;)Ljava/lang/invoke/CallSite;";
  private final TestDocument document;
  private final List<String> shown = new ArrayList<>();

  TestWorker(TestDocument document) {
    super(TestWorker.class.getClassLoader());
    this.document = document;
  }

  /** Runs all statements of a unit; returns what they showed, as {@code statement=value}. */
  List<String> run(CodeKey statements) throws Throwable {
    shown.clear();

    var compiled = document.result(statements);
    if (!compiled.succeeded()) {
      throw new AssertionError(compiled.problems().toString());
    }
    Class<?> type = loadClass(document.compiler.classes(statements).get(0).name());
    for (int i = 0; ; i++) {
      Method method;
      try {
        method = type.getMethod(GeneratedNames.statementMethod(i));
      } catch (NoSuchMethodException e) {
        return List.copyOf(shown);
      }
      try {
        method.invoke(null);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }
  }

  /** Called by the stand-in for the hook. */
  public static void show(Object value, int statement, Class<?> caller) {
    ((TestWorker) caller.getClassLoader()).shown.add(statement + "=" + value);
  }

  /** Called by the stand-in for the linker. */
  public static CallSite link(MethodHandles.Lookup caller, String name, MethodType type, String key)
      throws Exception {
    TestWorker worker = (TestWorker) caller.lookupClass().getClassLoader();
    CodeKey body =
        worker.document.links.entrySet().stream()
            .filter(link -> link.getKey().toString().equals(key))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    Class<?> target = worker.loadClass(worker.document.compiler.classes(body).get(0).name());
    return new MutableCallSite(
        MethodHandles.publicLookup().findStatic(target, GeneratedNames.bodyMethod(name), type));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      if (name.startsWith("colight.") || name.equals(HOOK) || name.equals(LINKER)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
      return super.loadClass(name, resolve);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes =
        switch (name) {
          case HOOK -> hook();
          case LINKER -> linker();
          default -> document.classFile(name);
        };
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  private static byte[] hook() {
    ClassWriter out = start(HOOK);
    for (String type : List.of("Z", "B", "S", "C", "I", "J", "F", "D", "Ljava/lang/Object;")) {
      Type parameter = Type.getType(type);
      MethodVisitor code =
          out.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "value", "(" + type + "I)V", null, null);
      code.visitCode();
      code.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), 0);
      if (type.length() == 1) {
        String box = box(type.charAt(0));
        code.visitMethodInsn(
            Opcodes.INVOKESTATIC, box, "valueOf", "(" + type + ")L" + box + ";", false);
      }
      code.visitVarInsn(Opcodes.ILOAD, parameter.getSize());
      code.visitLdcInsn(Type.getObjectType(HOOK.replace('.', '/')));
      code.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          Type.getInternalName(TestWorker.class),
          "show",
          "(Ljava/lang/Object;ILjava/lang/Class;)V",
          false);
      code.visitInsn(Opcodes.RETURN);
      code.visitMaxs(3, 3);
      code.visitEnd();
    }
    MethodVisitor begin =
        out.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "begin", "()V", null, null);
    begin.visitCode();
    begin.visitInsn(Opcodes.RETURN);
    begin.visitEnd();
    out.visitEnd();
    return out.toByteArray();
  }

  private static byte[] linker() {
    ClassWriter out = start(LINKER);
    MethodVisitor code =
        out.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "bootstrap", BOOTSTRAP, null, null);
    code.visitCode();
    for (int i = 0; i < 4; i++) {
      code.visitVarInsn(Opcodes.ALOAD, i);
    }
    code.visitMethodInsn(
        Opcodes.INVOKESTATIC, Type.getInternalName(TestWorker.class), "link", BOOTSTRAP, false);
    code.visitInsn(Opcodes.ARETURN);
    code.visitMaxs(4, 4);
    code.visitEnd();
    out.visitEnd();
    return out.toByteArray();
  }

  private static ClassWriter start(String name) {
    ClassWriter out = new ClassWriter(0);
    out.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC, name.replace('.', '/'), null, "java/lang/Object", null);
    return out;
  }

  private static String box(char primitive) {
    return "java/lang/"
        + switch (primitive) {
          case 'Z' -> "Boolean";
          case 'B' -> "Byte";
          case 'S' -> "Short";
          case 'C' -> "Character";
          case 'I' -> "Integer";
          case 'J' -> "Long";
          case 'F' -> "Float";
          default -> "Double";
        };
  }
}
