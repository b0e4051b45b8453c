package dev.colight.java.compile;

import dev.colight.cache.Digest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/**
 * The classes of a source that compiled, and what there is to know of them.
 *
 * @param classes by name, with slashes
 * @param references names, with slashes, of all classes that they refer to
 * @param supertypes the same of top-level classes that they, or what is in them, extend directly
 * @param lookedUp the same of those that they may look up by name; they are among the references
 * @param content digest of the classes without line numbers and names of variables
 * @param shape digest of what others are compiled against
 * @param names those in the source: if a type that one may mean comes, goes, or changes its shape,
 *     the source may mean something else
 * @param members by class
 */
public record CompiledSource(
    Map<String, byte[]> classes,
    Set<String> references,
    Set<String> supertypes,
    Set<String> lookedUp,
    Digest content,
    Digest shape,
    NamesUsed names,
    Map<String, LazyMembers> members) {

  /** Looks into class files. */
  static CompiledSource of(List<GeneratedClass> files, NamesUsed names) {
    Map<String, byte[]> classes = new TreeMap<>();
    files.forEach(file -> classes.put(file.name().replace('.', '/'), file.bytes()));
    Set<String> references = new HashSet<>();
    Set<String> supertypes = new HashSet<>();
    Set<String> lookedUp = new HashSet<>();
    Digest.Builder content = Digest.builder();
    Digest.Builder shape = Digest.builder();
    Map<String, LazyMembers> members = new HashMap<>();
    classes.forEach((name, bytes) -> members.put(name, new LazyMembers(bytes)));
    classes.forEach(
        (name, bytes) -> {
          ClassReader reader = new ClassReader(bytes);
          ClassWriter bare = new ClassWriter(0);
          reader.accept(bare, ClassReader.SKIP_DEBUG);
          content.add(name).addBytes(bare.toByteArray());
          ClassWriter outline = new ClassWriter(0);
          reader.accept(new Outline(outline), ClassReader.SKIP_DEBUG | ClassReader.SKIP_CODE);
          shape.add(name).addBytes(outline.toByteArray());
          reader.accept(new ClassRemapper(new ClassWriter(0), new Collector(references)), 0);
          Stream.ofNullable(reader.getSuperName())
              .map(CompiledSource::outermost)
              .forEach(supertypes::add);
          Stream.of(reader.getInterfaces()).map(CompiledSource::outermost).forEach(supertypes::add);
          lookedUp.addAll(LookedUp.in(bytes));
        });
    references.addAll(lookedUp);
    return new CompiledSource(
        Map.copyOf(classes),
        Set.copyOf(references),
        Set.copyOf(supertypes),
        Set.copyOf(lookedUp),
        content.build(),
        shape.build(),
        names,
        Map.copyOf(members));
  }

  /** Returns the members of one of its classes, or null. */
  @Nullable ClassMembers members(String name) {
    LazyMembers found = members.get(name);
    return found == null ? null : found.get();
  }

  /** Returns the names of its top-level classes, with slashes. */
  public Set<String> topLevel() {
    Set<String> names = new HashSet<>();
    classes.keySet().stream().map(CompiledSource::outermost).forEach(names::add);
    return names;
  }

  /** Returns the name of the class that a class stands in, by its name. */
  public static String outermost(String name) {
    int dollar = name.indexOf('$', name.lastIndexOf('/') + 2);
    return dollar < 0 ? name : name.substring(0, dollar);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other; // two compilations of a text may differ in line numbers
  }

  @Override
  public int hashCode() {
    return content.hashCode();
  }

  /** Notes every class that is named, and changes nothing. */
  private static final class Collector extends Remapper {
    private final Set<String> names;

    Collector(Set<String> names) {
      super(Opcodes.ASM9);
      this.names = names;
    }

    @Override
    public String map(String name) {
      names.add(name);
      return name;
    }
  }

  /** Leaves out what no other source can be compiled against. */
  private static final class Outline extends ClassVisitor {
    private static final int HIDDEN = Opcodes.ACC_PRIVATE | Opcodes.ACC_SYNTHETIC;

    Outline(ClassVisitor out) {
      super(Opcodes.ASM9, out);
    }

    @Override
    public @Nullable FieldVisitor visitField(
        int access, String name, String descriptor, String signature, Object value) {
      // A private field of a record's header says what its components are.
      return (access & HIDDEN) != 0
          ? null
          : super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      boolean hidden = (access & HIDDEN) != 0 || name.equals("<clinit>");
      return hidden ? null : super.visitMethod(access, name, descriptor, signature, exceptions);
    }

    @Override
    public void visitNestMember(String member) {
      // its own outline tells of it, where it is not anonymous
    }

    @Override
    public void visitInnerClass(String name, String outer, String inner, int access) {
      if (outer != null) {
        super.visitInnerClass(name, outer, inner, access);
      }
    }
  }
}
