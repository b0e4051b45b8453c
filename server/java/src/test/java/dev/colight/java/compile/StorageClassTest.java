package dev.colight.java.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.execution.CompileUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Storages of simple types need no compiler, and are what it would have written. */
class StorageClassTest {
  private static final int JAVA_17 = 61;

  private final TestDocument document = new TestDocument();
  private final TestWorker worker = new TestWorker(document);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = 1        | x I",
        "double[] x = {1} | x [D",
        "long x[] = {1}   | x [J",
        "char[][] x[]     | x [[[C",
        "String x = null  | x Ljava/lang/String;",
        "String[] x = {}  | x [Ljava/lang/String;",
        "Object x = 1     | x Ljava/lang/Object;",
        "Integer x = 1    | x Ljava/lang/Integer;",
        "List<String> x   | by the compiler",
        "List[] x         | by the compiler",
        "Thread x         | by the compiler",
        "NoSuch x         | by the compiler",
        "int _ = 1        | by the compiler",
      })
  void the_field_has_the_declared_type(String declaration, String expected) {
    document.statements(declaration);
    assertEquals(List.of(expected), fieldsOfSimpleStorages());
  }

  @Test
  void a_type_of_the_document_hides_that_of_the_platform() throws Throwable {
    document.type("record Integer(int half) { int whole() { return 2 * half; } }");
    assertEquals(
        List.of("0=Integer[half=4]", "1=8"),
        worker.run(document.statements("Integer x = new Integer(4)", "x.whole()")));
  }

  @Test
  void values_are_kept_in_them() throws Throwable {
    assertEquals(
        List.of("0=41", "1=abc", "2=44"),
        worker.run(document.statements("int x = 41", "String s = \"abc\"", "x + s.length()")));
  }

  private List<String> fieldsOfSimpleStorages() {
    List<String> fields = new ArrayList<>();
    for (CompileUnit unit : document.takePending()) {
      if (unit instanceof CompileUnit.Storage storage) {
        GeneratedClass simple = StorageClass.simple(storage, JAVA_17);
        fields.add(simple == null ? "by the compiler" : field(simple));
      }
    }
    return fields;
  }

  private static String field(GeneratedClass generated) {
    StringBuilder found = new StringBuilder();
    new ClassReader(generated.bytes())
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public @Nullable FieldVisitor visitField(
                  int access, String name, String descriptor, String signature, Object value) {
                found.append(name).append(' ').append(descriptor);
                return null;
              }
            },
            0);
    return found.toString();
  }
}
