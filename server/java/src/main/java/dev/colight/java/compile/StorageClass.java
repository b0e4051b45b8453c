package dev.colight.java.compile;

import dev.colight.execution.Binding;
import dev.colight.execution.CompileUnit;
import dev.colight.graph.Name;
import dev.colight.java.analysis.JavaCode;
import dev.colight.java.analysis.JavaCode.DeclaratorShape;
import dev.colight.java.analysis.JavaCode.StatementsShape;
import dev.colight.java.split.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Writes the classes of storages: one public static field, and nothing else. */
final class StorageClass {
  private static final Map<String, String> DESCRIPTORS = descriptors();

  /** The deepest array that the JVM has. */
  private static final int MAX_DIMENSIONS = 255;

  private StorageClass() {}

  private static Map<String, String> descriptors() {
    Map<String, String> descriptors = new HashMap<>();
    for (Class<?> type :
        List.of(
            boolean.class,
            byte.class,
            char.class,
            short.class,
            int.class,
            long.class,
            float.class,
            double.class,
            Object.class,
            String.class,
            Boolean.class,
            Byte.class,
            Character.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class)) {
      descriptors.put(type.getSimpleName(), type.descriptorString());
    }
    return Map.copyOf(descriptors);
  }

  /** Begins a class without fields. */
  static ClassWriter begin(String className, int version) {
    ClassWriter out = new ClassWriter(0);
    out.visit(
        version,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
        className.replace('.', '/'),
        null,
        "java/lang/Object",
        null);
    return out;
  }

  /** Writes a class with a field of an erased type and, where it is not null, a generic one. */
  static GeneratedClass write(
      String className, int version, String field, String descriptor, @Nullable String signature) {
    ClassWriter out = begin(className, version);
    out.visitField(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, field, descriptor, signature, null)
        .visitEnd();
    out.visitEnd();
    return new GeneratedClass(className, out.toByteArray());
  }

  /**
   * Writes the class of a storage whose type needs no compiler: primitive types and a few of {@code
   * java.lang} that the document does not define anew, and arrays of those. Most variables are so,
   * and the compiler needs far longer. Returns null for any other.
   */
  static @Nullable GeneratedClass simple(CompileUnit.Storage unit, int version) {
    JavaCode code = Units.codeOf(unit);
    var shape = ((StatementsShape) code.shape()).statements().get(unit.value().statement());
    DeclaratorShape declarator = (DeclaratorShape) shape;
    String field = unit.value().name().text();
    List<Token> type = code.tokens().subList(declarator.typeFirst(), declarator.typeLast() + 1);
    Binding.Imported platform =
        new Binding.Imported(Name.type(type.get(0).text()), "java.lang." + type.get(0).text());
    boolean needsCompiler = unit.value().constant() != null || field.equals("_");
    if (needsCompiler || !List.of(platform).containsAll(unit.bindings())) {
      return null;
    }
    String element = DESCRIPTORS.get(type.get(0).text());
    int dimensions = declarator.dimensions() + (type.size() - 1) / 2;
    if (element == null || !isBrackets(type) || dimensions > MAX_DIMENSIONS) {
      return null;
    }
    String descriptor = "[".repeat(dimensions) + element;
    return write(Units.className(unit), version, field, descriptor, null);
  }

  /** Tells whether all that follows the first token is pairs of brackets. */
  private static boolean isBrackets(List<Token> type) {
    for (int i = 1; i < type.size(); i++) {
      if (!type.get(i).is(i % 2 == 1 ? "[" : "]")) {
        return false;
      }
    }
    return type.size() % 2 == 1;
  }
}
