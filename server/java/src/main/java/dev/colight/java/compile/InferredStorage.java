package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The storage of a variable whose type was inferred.
 *
 * @param descriptor erased type of its field
 * @param signature generic type of its field, or null where that says nothing more
 */
record InferredStorage(
    CodeKey key, int version, String name, String descriptor, @Nullable String signature) {
  /** Returns a storage for each static field of the class of statements. */
  static Map<String, InferredStorage> fieldsOf(byte[] classFile) {
    Map<String, InferredStorage> storages = new LinkedHashMap<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              private int version;

              @Override
              public void visit(
                  int v, int access, String n, String s, String superName, String[] interfaces) {
                version = v;
              }

              @Override
              public @Nullable FieldVisitor visitField(
                  int access, String name, String descriptor, @Nullable String sig, Object value) {
                if ((access & Opcodes.ACC_SYNTHETIC) == 0) {
                  storages.put(name, of(version, name, descriptor, sig));
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return storages;
  }

  private static InferredStorage of(
      int version, String name, String descriptor, @Nullable String signature) {
    Digest digest =
        Digest.builder()
            .add("inferred storage")
            .add(name)
            .add(signature == null ? descriptor : signature)
            .build();
    return new InferredStorage(new CodeKey(digest), version, name, descriptor, signature);
  }

  String className() {
    return GeneratedNames.className(Part.STORAGE, key);
  }

  GeneratedClass toClass() {
    return StorageClass.write(className(), version, name, descriptor, signature);
  }
}
