package dev.colight.java.compile;

import dev.colight.worker.NamedClasses;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Classes that code looks up by name. Those of the workspace have other names when they run; so the
 * strings of a class that looks some up are taken for what it may find, and its calls are told what
 * those stand for.
 */
final class LookedUp {
  private static final byte STRING = 8;
  private static final String CLASS = "java/lang/Class";
  private static final String BY_NAME = "(Ljava/lang/String;)Ljava/lang/Class;";
  private static final String BY_LOADER =
      "(Ljava/lang/String;ZLjava/lang/ClassLoader;)Ljava/lang/Class;";
  private static final String HELPER = Type.getInternalName(NamedClasses.class);

  /** What a class is called, its package, if any, in small letters, as names mostly are. */
  private static final Pattern NAME =
      Pattern.compile("(?:\\p{javaLowerCase}[\\w]*\\.)*+\\p{javaUpperCase}[\\w$]*");

  private LookedUp() {}

  /** Tells whether a method finds a class by its name. */
  private static boolean finds(String owner, String method, String descriptor) {
    return switch (method) {
      case "forName" ->
          owner.equals(CLASS) && (descriptor.equals(BY_NAME) || descriptor.equals(BY_LOADER));
      case "loadClass", "findClass" -> descriptor.equals(BY_NAME);
      default -> false;
    };
  }

  /** Returns, with slashes, what a class file may look up; nothing where it looks nothing up. */
  static Set<String> in(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    Set<String> names = new HashSet<>();
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && classFile[offset - 1] == STRING) {
        String text = reader.readUTF8(offset, buffer);
        if (text != null && NAME.matcher(text).matches()) {
          names.add(text.replace('.', '/'));
        }
      }
    }
    return names.isEmpty() || !looksUp(reader) ? Set.of() : names;
  }

  private static boolean looksUp(ClassReader reader) {
    boolean[] found = {false};
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String called, String type, boolean isInterface) {
                found[0] |= finds(owner, called, type);
              }
            };
          }
        },
        ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return found[0];
  }

  /**
   * Returns a visitor that tells the calls of a class what names stand for.
   *
   * @param present gives, with slashes, the name under which a class runs, or null
   */
  static ClassVisitor redirect(
      byte[] classFile, Function<String, @Nullable String> present, ClassVisitor out) {
    StringBuilder entries = new StringBuilder();
    for (String name : new TreeSet<>(in(classFile))) {
      String runs = present.apply(name);
      if (runs != null) {
        entries.append(NamedClasses.entry(name.replace('/', '.'), runs.replace('/', '.')));
      }
    }
    return entries.isEmpty() ? out : new Redirector(entries.toString(), out);
  }

  private static final class Redirector extends ClassVisitor {
    private final String table;

    Redirector(String table, ClassVisitor out) {
      super(Opcodes.ASM9, out);
      this.table = table;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      return new MethodVisitor(Opcodes.ASM9, method) {
        @Override
        public void visitMethodInsn(
            int opcode, String owner, String called, String type, boolean isInterface) {
          if (!finds(owner, called, type)) {
            super.visitMethodInsn(opcode, owner, called, type, isInterface);
            return;
          }
          super.visitLdcInsn(table);
          if (type.equals(BY_NAME)) {
            call("present", "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
            super.visitMethodInsn(opcode, owner, called, type, isInterface);
          } else {
            call(
                "forName",
                "(Ljava/lang/String;ZLjava/lang/ClassLoader;Ljava/lang/String;)Ljava/lang/Class;");
          }
        }

        private void call(String helper, String type) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, HELPER, helper, type, false);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
          super.visitMaxs(maxStack + 1, maxLocals);
        }
      };
    }
  }
}
