package dev.colight.java.compile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;

/** Finds the generated classes that a class file refers to, in any way. */
final class ClassReferences {
  private static final byte UTF8 = 1;
  private static final int KEY_LENGTH = 32;
  private static final byte[] PREFIX =
      (GeneratedNames.PACKAGE + "/").getBytes(StandardCharsets.US_ASCII);

  private ClassReferences() {}

  /**
   * Returns binary names of top-level generated classes: those in the constant pool, which holds
   * the names in code, descriptors, signatures and attributes alike.
   */
  static Set<String> of(byte[] classFile) {
    Set<String> names = new HashSet<>();
    ClassReader reader = new ClassReader(classFile);
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && classFile[offset - 1] == UTF8) {
        int length = reader.readUnsignedShort(offset);
        collect(classFile, offset + 2, offset + 2 + length, names);
      }
    }
    return names;
  }

  private static void collect(byte[] bytes, int from, int to, Set<String> names) {
    int nameLength = 1 + KEY_LENGTH;
    for (int i = from; i + PREFIX.length + nameLength <= to; i++) {
      if (Arrays.equals(bytes, i, i + PREFIX.length, PREFIX, 0, PREFIX.length)) {
        int start = i + PREFIX.length;
        String name = new String(bytes, start, nameLength, StandardCharsets.US_ASCII);
        if (GeneratedNames.isClass(name)) {
          names.add(GeneratedNames.PACKAGE + "." + name);
          i = start + nameLength - 1;
        }
      }
    }
  }
}
