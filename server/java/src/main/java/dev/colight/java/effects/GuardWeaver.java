package dev.colight.java.effects;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Weaves into classes of a JDK the question whether a run may touch the outside world: {@code
 * guard.rules} says where.
 */
public final class GuardWeaver {
  /**
   * The class that woven code asks, which has to be there before that runs, in a package that all
   * of the JDK sees.
   */
  public static final String GUARD = "java/lang/ColightGuard";

  /** Its field with what answers: a {@code BiConsumer} of what is done and of an argument. */
  private static final String HOOK = "hook";

  private static final String HOOK_TYPE = "java/util/function/BiConsumer";
  private static final String HOOK_DESCRIPTOR = "L" + HOOK_TYPE + ";";
  private static final String STRING_DESCRIPTOR = "Ljava/lang/String;";
  private static final String CHECK = "check";
  private static final String CHECK_DESCRIPTOR = "(Ljava/lang/String;Ljava/lang/Object;)V";

  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+)\\s+([\\w ]+?)"
              + "(?:\\s\\s+(?:if|with) argument (\\d)(?: has (\\d+)| is of the document| is elsewhere)?)?");

  /** By class, with slashes, and name of the method. */
  private final Map<String, Map<String, Point>> points = new TreeMap<>();

  /**
   * Fields of {@link #GUARD}, by what they say. A constant of the woven method itself would be made
   * when that first runs, and a worker has to be able to end where there is no memory for it.
   */
  private final Map<String, String> words = new TreeMap<>();

  /**
   * What is asked at the beginning of a method.
   *
   * @param field the field of {@link #GUARD} that says what is done
   * @param argument the argument that the answer depends on, counted from 1; 0 for none
   * @param bits the bits of a number that matter; 0 where all of the argument does
   */
  private record Point(String field, int argument, int bits) {}

  /** Creates a weaver for the table that comes with this. */
  public GuardWeaver() {
    String does = "";
    for (String line : EffectRules.table("guard.rules").lines().map(String::strip).toList()) {
      if (line.startsWith("[") && line.endsWith("]")) {
        does = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        add(does, line);
      }
    }
  }

  private void add(String does, String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no rule: " + line);
    }
    int argument = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
    int bits = parts.group(4) == null ? 0 : Integer.parseInt(parts.group(4));
    String field = words.computeIfAbsent(does, k -> "WORDS_" + words.size());
    Map<String, Point> methods =
        points.computeIfAbsent(parts.group(1).replace('.', '/'), k -> new HashMap<>());
    for (String method : parts.group(2).split(" ")) {
      methods.put(method, new Point(field, argument, bits));
    }
  }

  /** Returns the class files of a JDK that ask, by name with slashes. */
  public Map<String, byte[]> weave(JdkClasses jdk) throws IOException {
    Map<String, byte[]> woven = new TreeMap<>();
    for (Map.Entry<String, Map<String, Point>> one : points.entrySet()) {
      byte[] bytes = jdk.find(one.getKey());
      if (bytes != null) {
        ClassReader reader = new ClassReader(bytes);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Weaving(writer, one.getValue()), 0);
        woven.put(one.getKey(), writer.toByteArray());
      }
    }
    return woven;
  }

  /** Returns the class file of {@link #GUARD}. */
  public byte[] guard() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_FRAMES);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    writer.visit(
        Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL, GUARD, null, "java/lang/Object", null);
    writer.visitField(access | Opcodes.ACC_VOLATILE, HOOK, HOOK_DESCRIPTOR, null, null).visitEnd();
    words.forEach(
        (does, field) ->
            writer
                .visitField(access | Opcodes.ACC_FINAL, field, STRING_DESCRIPTOR, null, does)
                .visitEnd());
    MethodVisitor check = writer.visitMethod(access, CHECK, CHECK_DESCRIPTOR, null, null);
    Label end = new Label();
    check.visitCode();
    check.visitFieldInsn(Opcodes.GETSTATIC, GUARD, HOOK, HOOK_DESCRIPTOR);
    check.visitVarInsn(Opcodes.ASTORE, 2);
    check.visitVarInsn(Opcodes.ALOAD, 2);
    check.visitJumpInsn(Opcodes.IFNULL, end);
    check.visitVarInsn(Opcodes.ALOAD, 2);
    check.visitVarInsn(Opcodes.ALOAD, 0);
    check.visitVarInsn(Opcodes.ALOAD, 1);
    check.visitMethodInsn(
        Opcodes.INVOKEINTERFACE,
        HOOK_TYPE,
        "accept",
        "(Ljava/lang/Object;Ljava/lang/Object;)V",
        true);
    check.visitLabel(end);
    check.visitInsn(Opcodes.RETURN);
    check.visitMaxs(0, 0);
    check.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static final class Weaving extends ClassVisitor {
    private final Map<String, Point> points;

    Weaving(ClassVisitor next, Map<String, Point> points) {
      super(Opcodes.ASM9, next);
      this.points = points;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      Point point = points.get(name);
      return point == null || (access & Opcodes.ACC_NATIVE) != 0
          ? next
          : new Asking(next, point, access, descriptor);
    }
  }

  /** Asks at the beginning of a method. There is no jump in it, so that no frames are needed. */
  private static final class Asking extends MethodVisitor {
    private final Point point;
    private final int access;
    private final Type[] arguments;

    Asking(MethodVisitor next, Point point, int access, String descriptor) {
      super(Opcodes.ASM9, next);
      this.point = point;
      this.access = access;
      this.arguments = Type.getArgumentTypes(descriptor);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      super.visitFieldInsn(Opcodes.GETSTATIC, GUARD, point.field(), STRING_DESCRIPTOR);
      if (point.argument() == 0) {
        super.visitInsn(Opcodes.ACONST_NULL);
      } else {
        loadArgument();
      }
      super.visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, CHECK, CHECK_DESCRIPTOR, false);
    }

    private void loadArgument() {
      int slot = (access & Opcodes.ACC_STATIC) == 0 ? 1 : 0;
      for (int i = 0; i < point.argument() - 1; i++) {
        slot += arguments[i].getSize();
      }
      Type type = arguments[point.argument() - 1];
      super.visitVarInsn(type.getOpcode(Opcodes.ILOAD), slot);
      if (point.bits() != 0) {
        super.visitIntInsn(Opcodes.BIPUSH, point.bits());
        super.visitInsn(Opcodes.IAND);
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
      } else if (type.getSort() == Type.LONG) {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
      }
    }
  }
}
