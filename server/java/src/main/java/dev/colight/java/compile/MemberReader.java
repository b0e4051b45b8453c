package dev.colight.java.compile;

import dev.colight.cache.Digest;
import dev.colight.java.compile.ClassMembers.Member;
import dev.colight.java.compile.ClassMembers.Reference;
import dev.colight.java.compile.ClassMembers.ToField;
import dev.colight.java.compile.ClassMembers.ToMethod;
import dev.colight.java.compile.ClassMembers.ToObjects;
import dev.colight.java.compile.ClassMembers.ToType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;

/** Takes a class file apart into its members. */
final class MemberReader extends ClassVisitor {
  private static final String LAMBDA = "lambda$";

  private final Digest.Builder frame = Digest.builder();
  private final List<String> supertypes = new ArrayList<>();
  private final Map<String, Draft> drafts = new HashMap<>();
  private String className = "";
  private boolean isEnum;
  private boolean isInner;

  private MemberReader() {
    super(Opcodes.ASM9);
  }

  /** What is known of a member before lambdas are put to the methods that make them. */
  private static final class Draft {
    private final String name;
    private final boolean inherited;
    private Digest code = Digest.of("");
    private final Set<Reference> references = new HashSet<>();
    private final Set<String> lambdas = new LinkedHashSet<>();

    Draft(String name, boolean inherited) {
      this.name = name;
      this.inherited = inherited;
    }
  }

  static ClassMembers read(byte[] classFile) {
    MemberReader reader = new MemberReader();
    new ClassReader(classFile).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    Map<String, Member> members = new HashMap<>();
    reader.drafts.forEach(
        (key, draft) ->
            members.put(
                key,
                new Member(
                    draft.name,
                    draft.inherited,
                    reader.withLambdas(draft, new HashSet<>()),
                    Set.copyOf(draft.references))));
    return new ClassMembers(
        reader.className,
        reader.frame.build(),
        List.copyOf(reader.supertypes),
        reader.isEnum,
        reader.isInner,
        Map.copyOf(members));
  }

  /**
   * Returns a digest of some code and of the lambdas in it. They are numbered throughout the class,
   * so that one more above gives others of them new names.
   */
  private Digest withLambdas(Draft draft, Set<Draft> within) {
    if (draft.lambdas.isEmpty() || !within.add(draft)) {
      return draft.code;
    }
    Digest.Builder digest = Digest.builder().add(draft.code);
    for (String lambda : draft.lambdas) {
      Draft body = drafts.get(lambda);
      if (body != null) {
        digest.add(withLambdas(body, within));
      }
    }
    within.remove(draft);
    return digest.build();
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superName,
      String[] interfaces) {
    className = name;
    isEnum = (access & Opcodes.ACC_ENUM) != 0;
    frame.add(name).add(access).add(String.valueOf(superName));
    if (superName != null) {
      supertypes.add(superName);
    }
    for (String one : interfaces) {
      frame.add(one);
      supertypes.add(one);
    }
  }

  @Override
  public void visitInnerClass(
      String name, @Nullable String outer, @Nullable String inner, int access) {
    if (name.equals(className)) {
      isInner = (access & Opcodes.ACC_STATIC) == 0;
      frame.add("inner").add(String.valueOf(outer)).add(String.valueOf(inner)).add(access);
    }
  }

  @Override
  public void visitPermittedSubclass(String permitted) {
    frame.add("permits").add(permitted);
  }

  @Override
  public @Nullable RecordComponentVisitor visitRecordComponent(
      String name, String descriptor, @Nullable String signature) {
    frame.add("component").add(name).add(descriptor);
    return null;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if ((access & Opcodes.ACC_STATIC) == 0) {
      frame.add("field").add(access).add(name).add(descriptor);
      return null;
    }
    Draft draft = new Draft(name, false);
    draft.code =
        Digest.builder().add(access).add(name).add(descriptor).add(String.valueOf(value)).build();
    drafts.put(name, draft);
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    boolean hidden = (access & (Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC)) != 0;
    Draft draft = new Draft(name, !hidden && !name.equals("<init>"));
    drafts.put(name + descriptor, draft);
    ClassWriter out = new ClassWriter(0);
    out.visit(Opcodes.V17, 0, className, null, "java/lang/Object", null);
    String shown = name.startsWith(LAMBDA) ? LAMBDA : name;
    MethodVisitor copy = out.visitMethod(access, shown, descriptor, null, null);
    return new Code(draft, out, copy);
  }

  /** Copies a method, and notes what it refers to. */
  private final class Code extends MethodVisitor {
    private final Draft draft;
    private final ClassWriter out;

    Code(Draft draft, ClassWriter out, MethodVisitor copy) {
      super(Opcodes.ASM9, copy);
      this.draft = draft;
      this.out = out;
    }

    private void add(Reference reference) {
      draft.references.add(reference);
    }

    private void addObjects(Type type) {
      Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
      if (element.getSort() == Type.OBJECT) {
        add(new ToObjects(element.getInternalName()));
      }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      Type named = Type.getObjectType(type);
      Type element = named.getSort() == Type.ARRAY ? named.getElementType() : named;
      if (opcode == Opcodes.NEW) {
        add(new ToObjects(type));
      } else if (element.getSort() == Type.OBJECT) {
        add(new ToType(element.getInternalName()));
      }
      super.visitTypeInsn(opcode, type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
      Type element = Type.getType(descriptor).getElementType();
      if (element.getSort() == Type.OBJECT) {
        add(new ToType(element.getInternalName()));
      }
      super.visitMultiANewArrayInsn(descriptor, dimensions);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String caught) {
      if (caught != null) {
        add(new ToType(caught));
      }
      super.visitTryCatchBlock(start, end, handler, caught);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      add(new ToField(owner, name));
      super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      addCall(owner, name, descriptor);
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }

    private void addCall(String owner, String name, String descriptor) {
      if (owner.startsWith("[")) {
        return; // of an array: clone
      }
      add(new ToMethod(owner, name, descriptor));
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      addObjects(Type.getReturnType(descriptor)); // of a lambda, the interface
      Object[] shown = new Object[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        shown[i] = constant(arguments[i]);
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, shown);
    }

    @Override
    public void visitLdcInsn(Object value) {
      super.visitLdcInsn(constant(value));
    }

    /** Notes what a constant refers to; returns it without the number of a lambda. */
    private Object constant(Object value) {
      if (value instanceof Type type) {
        if (type.getSort() != Type.METHOD) {
          addObjects(type);
        }
      } else if (value instanceof Handle handle) {
        return handle(handle);
      } else if (value instanceof ConstantDynamic dynamic) {
        for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
          Object unused = constant(dynamic.getBootstrapMethodArgument(i));
        }
      }
      return value;
    }

    private Handle handle(Handle handle) {
      if (handle.getTag() <= Opcodes.H_PUTSTATIC) {
        add(new ToField(handle.getOwner(), handle.getName()));
        return handle;
      }
      addCall(handle.getOwner(), handle.getName(), handle.getDesc());
      if (handle.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
        add(new ToObjects(handle.getOwner()));
      }
      if (!handle.getOwner().equals(className) || !handle.getName().startsWith(LAMBDA)) {
        return handle;
      }
      draft.lambdas.add(handle.getName() + handle.getDesc());
      return new Handle(
          handle.getTag(), handle.getOwner(), LAMBDA, handle.getDesc(), handle.isInterface());
    }

    @Override
    public void visitEnd() {
      super.visitEnd();
      out.visitEnd();
      draft.code = Digest.builder().addBytes(Objects.requireNonNull(out.toByteArray())).build();
    }
  }
}
