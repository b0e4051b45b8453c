package dev.colight.java.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What imports can take from a class: its public members, as it declares them.
 *
 * @param isPublic whether it is public itself; for a nested class, by its own modifiers
 * @param kind what it is
 * @param isGeneric whether it has type parameters
 * @param isInterface whether its static methods are not inherited
 * @param supertypes names of its superclass and interfaces, with slashes
 * @param fields its public static fields
 * @param methods its public static methods
 * @param types its public nested types: simple name to name with dollars
 * @param staticTypes those of them that are static
 */
record MemberTable(
    boolean isPublic,
    Member.Kind kind,
    boolean isGeneric,
    boolean isInterface,
    List<String> supertypes,
    Set<String> fields,
    Set<String> methods,
    Map<String, String> types,
    Set<String> staticTypes) {
  static MemberTable read(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    Collector collector = new Collector(reader.getClassName(), reader.getAccess());
    reader.accept(
        collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    String superName = reader.getSuperName();
    List<String> interfaces = List.of(reader.getInterfaces());
    return new MemberTable(
        (collector.access & Opcodes.ACC_PUBLIC) != 0,
        kind(collector.access),
        collector.isGeneric,
        (collector.access & Opcodes.ACC_INTERFACE) != 0,
        superName == null
            ? interfaces
            : Stream.concat(Stream.of(superName), interfaces.stream()).toList(),
        collector.fields,
        collector.methods,
        collector.types,
        collector.staticTypes);
  }

  private static Member.Kind kind(int access) {
    if ((access & Opcodes.ACC_ANNOTATION) != 0) {
      return Member.Kind.ANNOTATION;
    } else if ((access & Opcodes.ACC_INTERFACE) != 0) {
      return Member.Kind.INTERFACE;
    } else if ((access & Opcodes.ACC_ENUM) != 0) {
      return Member.Kind.ENUM;
    }
    return (access & Opcodes.ACC_RECORD) != 0 ? Member.Kind.RECORD : Member.Kind.CLASS;
  }

  private static final class Collector extends ClassVisitor {
    private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    private final String name;
    private int access;
    private boolean isGeneric;
    private final Set<String> fields = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Map<String, String> types = new HashMap<>();
    private final Set<String> staticTypes = new HashSet<>();

    Collector(String name, int access) {
      super(Opcodes.ASM9);
      this.name = name;
      this.access = access;
    }

    @Override
    public void visit(
        int version,
        int flags,
        String type,
        @Nullable String signature,
        @Nullable String superName,
        String[] interfaces) {
      isGeneric = signature != null && signature.startsWith("<");
      access |= flags & Opcodes.ACC_RECORD;
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int flags, String field, String descriptor, String signature, Object value) {
      if ((flags & PUBLIC_STATIC) == PUBLIC_STATIC && (flags & Opcodes.ACC_SYNTHETIC) == 0) {
        fields.add(field);
      }
      return null;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int flags, String method, String descriptor, String signature, String[] exceptions) {
      if ((flags & PUBLIC_STATIC) == PUBLIC_STATIC && (flags & Opcodes.ACC_SYNTHETIC) == 0) {
        methods.add(method);
      }
      return null;
    }

    @Override
    public void visitInnerClass(
        String inner, @Nullable String outer, @Nullable String simpleName, int flags) {
      if (inner.equals(name)) {
        access = flags;
      } else if (simpleName != null
          && name.equals(outer)
          && (flags & Opcodes.ACC_PUBLIC) != 0
          && (flags & Opcodes.ACC_SYNTHETIC) == 0) {
        types.put(simpleName, inner);
        if ((flags & Opcodes.ACC_STATIC) != 0) {
          staticTypes.add(simpleName);
        }
      }
    }
  }
}
