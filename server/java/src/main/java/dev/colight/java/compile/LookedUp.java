package dev.colight.java.compile;

import dev.colight.worker.NamedClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

  /** Where classes without a package are. */
  private static final String UNNAMED = GeneratedNames.PACKAGE + "/";

  /** As many characters as a string of a class file has room for, whatever they are. */
  private static final int LONGEST = 0xffff / 3;

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
          boolean ofPackage = text.indexOf('.') >= 0;
          names.add(ofPackage ? text.replace('.', '/') : UNNAMED + text);
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
        String written = name.startsWith(UNNAMED) ? name.substring(UNNAMED.length()) : name;
        entries.append(NamedClasses.entry(written.replace('/', '.'), runs.replace('/', '.')));
      }
    }
    return entries.isEmpty() ? out : new Redirector(pieces(entries), out);
  }

  private static List<String> pieces(CharSequence text) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < text.length(); i += LONGEST) {
      pieces.add(text.subSequence(i, Math.min(text.length(), i + LONGEST)).toString());
    }
    return pieces;
  }

  private static final class Redirector extends ClassVisitor {
    private final List<String> table;

    Redirector(List<String> table, ClassVisitor out) {
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
          pushTable();
          if (type.equals(BY_NAME)) {
            call("present", "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;");
            super.visitMethodInsn(opcode, owner, called, type, isInterface);
          } else {
            call(
                "forName",
                "(Ljava/lang/String;ZLjava/lang/ClassLoader;Ljava/lang/String;)Ljava/lang/Class;");
          }
        }

        private void pushTable() {
          super.visitLdcInsn(table.get(0));
          for (String piece : table.subList(1, table.size())) {
            super.visitLdcInsn(piece);
            super.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL,
                "java/lang/String",
                "concat",
                "(Ljava/lang/String;)Ljava/lang/String;",
                false);
          }
        }

        private void call(String helper, String type) {
          super.visitMethodInsn(Opcodes.INVOKESTATIC, HELPER, helper, type, false);
        }

        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
          super.visitMaxs(maxStack + Math.min(2, table.size()), maxLocals);
        }
      };
    }
  }
}
