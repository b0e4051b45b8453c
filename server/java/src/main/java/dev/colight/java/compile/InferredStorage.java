package dev.colight.java.compile;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  /** A class in a descriptor or a signature, up to its type arguments or its own members. */
  private static final Pattern TYPE = Pattern.compile("L([^;<.]+)");

  /**
   * Returns a storage for each static field of the class of statements.
   *
   * @param origins tells classes of libraries from others of the same names
   */
  static Map<String, InferredStorage> fieldsOf(byte[] classFile, Function<String, String> origins) {
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
                  storages.put(name, of(version, name, descriptor, sig, origins));
                }
                return null;
              }
            },
            ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return storages;
  }

  private static InferredStorage of(
      int version,
      String name,
      String descriptor,
      @Nullable String signature,
      Function<String, String> origins) {
    String type = signature == null ? descriptor : signature;
    Digest.Builder digest =
        Digest.builder().add("inferred storage").add(version).add(name).add(type);
    Matcher named = TYPE.matcher(type);
    while (named.find()) {
      String origin = origins.apply(named.group(1));
      if (!origin.isEmpty()) {
        digest.add(origin);
      }
    }
    CodeKey key = new CodeKey(digest.build());
    return new InferredStorage(key, version, name, descriptor, signature);
  }

  String className() {
    return GeneratedNames.className(Part.STORAGE, key);
  }

  GeneratedClass toClass() {
    return StorageClass.write(className(), version, name, descriptor, signature);
  }
}
