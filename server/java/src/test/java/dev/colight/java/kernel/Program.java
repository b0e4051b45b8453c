package dev.colight.java.kernel;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.H_INVOKESTATIC;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.V17;

import dev.colight.cache.CodeKey;
import dev.colight.cache.Digest;
import dev.colight.execution.Part;
import dev.colight.execution.RunRequest.Segment;
import dev.colight.java.compile.ClassStore;
import dev.colight.java.compile.GeneratedClass;
import dev.colight.java.compile.GeneratedNames;
import dev.colight.java.compile.StaticFields;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Type;

/**
 * A document's compiled code, made from snippets with {@code javac}. In a snippet {@code #x} stands
 * for the variable, function or type {@code x} that was defined last.
 */
final class Program implements ClassStore {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  private final Path folder;
  private final Map<CodeKey, List<GeneratedClass>> classes = new ConcurrentHashMap<>();
  private final Map<CodeKey, String> members = new ConcurrentHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, CodeKey> storages = new LinkedHashMap<>();
  private final Map<CodeKey, CodeKey> links = new LinkedHashMap<>();
  private final Set<CodeKey> reachable = new LinkedHashSet<>();
  private int made;

  Program(Path folder) {
    this.folder = folder;
  }

  /** Defines a variable. */
  CodeKey variable(String type, String name) {
    CodeKey key = compile(Part.STORAGE, "public static " + type + " " + name + ";");
    members.put(key, name);
    names.put(name, GeneratedNames.className(Part.STORAGE, key) + "." + name);
    storages.put(name, key);
    reachable.add(key);
    return key;
  }

  /** Defines a type, given as a static nested class. */
  CodeKey type(String name, String source) {
    CodeKey key = nextKey();
    names.put(name, GeneratedNames.className(Part.TYPE, key) + "." + name);
    reachable.add(key);
    return compile(Part.TYPE, key, source);
  }

  /** Returns the keys of all code but statements. */
  Set<CodeKey> reachable() {
    return reachable;
  }

  /** Declares a function, without a body: {@code int f(int n)}. */
  CodeKey declare(String name, String header) {
    CodeKey key = compile(Part.FUNCTION_INTERFACE, "public static " + header + "{ throw null; }");
    members.put(key, name);
    names.put(name, GeneratedNames.className(Part.FUNCTION_INTERFACE, key) + "." + name);
    reachable.add(key);
    classes.put(key, List.of(callingThrough(key, name, classes(key).get(0))));
    return key;
  }

  /** Gives a function a body and links it. */
  CodeKey implement(CodeKey declared, String header, String body) {
    CodeKey key =
        compile(
            Part.FUNCTION_BODY,
            "public static " + header.replaceFirst("(\\w+)\\(", "do\\$$1(") + body);
    reachable.add(key);
    links.put(declared, key);
    return key;
  }

  /** Links a function to one of its bodies. */
  void link(CodeKey declared, CodeKey body) {
    links.put(declared, body);
  }

  /**
   * Compiles statements: {@code = x} shows a value, {@code x := 1} declares a variable and shows
   * it, anything else is taken as it is.
   */
  Segment statements(String... statements) {
    StringBuilder source = new StringBuilder();
    Map<Integer, List<CodeKey>> declares = new LinkedHashMap<>();
    for (int i = 0; i < statements.length; i++) {
      String code = statements[i];
      int assigned = code.indexOf(":=");
      if (code.startsWith("= ")) {
        code = show(code.substring(2), i);
      } else if (assigned > 0) {
        String name = code.substring(0, assigned).trim();
        declares.put(i, List.of(storages.get(name)));
        code = "#" + name + " = " + code.substring(assigned + 2) + ";" + show("#" + name, i);
      }
      source.append("public static void s").append(i).append("() throws Throwable {");
      source.append(code).append("}\n");
    }
    return new Segment(
        compile(Part.STATEMENTS, source.toString()), 0, statements.length, Map.of(), declares);
  }

  /** Forgets a variable, as if it had never been compiled. */
  void forget(CodeKey variable) {
    classes.remove(variable);
    reachable.remove(variable);
    storages.values().remove(variable);
  }

  Map<CodeKey, CodeKey> links() {
    return Map.copyOf(links);
  }

  Map<String, CodeKey> storages() {
    return storages;
  }

  @Override
  public List<GeneratedClass> classes(CodeKey key) {
    return classes.getOrDefault(key, List.of());
  }

  @Override
  public String member(CodeKey key) {
    return members.getOrDefault(key, "");
  }

  /** Tells lines apart by a factor that no line number has. */
  @Override
  public StaticFields statics(CodeKey key) {
    return StaticFields.NONE;
  }

  @Override
  public int token(CodeKey key, int line) {
    return 1000 * line;
  }

  private static String show(String expression, int statement) {
    return "dev.colight.worker.Hook.value(" + expression + ", " + statement + ");";
  }

  private CodeKey nextKey() {
    return new CodeKey(Digest.of("unit " + made++));
  }

  private CodeKey compile(Part part, String members) {
    return compile(part, nextKey(), members);
  }

  private CodeKey compile(Part part, CodeKey key, String source) {
    String name = GeneratedNames.className(part, key);
    String simpleName = name.substring(name.indexOf('.') + 1);
    String resolved = source;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      resolved =
          resolved.replaceAll(
              "#" + Pattern.quote(entry.getKey()) + "\\b", entry.getValue().replace("$", "\\$"));
    }
    String text =
        "package colight; import java.util.*; import java.util.stream.*; @SuppressWarnings(\"all\") public class "
            + simpleName
            + " {\n"
            + resolved
            + "}";
    StringWriter problems = new StringWriter();
    boolean compiled =
        COMPILER
            .getTask(
                problems,
                null,
                null,
                List.of("-proc:none", "-d", folder.toString(), "-cp", classPath()),
                null,
                List.of(new Source(simpleName, text)))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(problems + "\n" + text);
    }
    classes.put(key, read(simpleName));
    return key;
  }

  private String classPath() {
    return folder + File.pathSeparator + System.getProperty("java.class.path");
  }

  private List<GeneratedClass> read(String simpleName) {
    try (Stream<Path> files = Files.list(folder.resolve(GeneratedNames.PACKAGE))) {
      List<GeneratedClass> found = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String fileName = file.getFileName().toString();
        if (fileName.startsWith(simpleName)) {
          String name = fileName.substring(0, fileName.length() - ".class".length());
          found.add(new GeneratedClass("colight." + name, Files.readAllBytes(file)));
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces a class's method by one that calls through the linker. */
  private GeneratedClass callingThrough(CodeKey key, String method, GeneratedClass stub) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String owner = stub.name().replace('.', '/');
    writer.visit(V17, ACC_PUBLIC, owner, null, "java/lang/Object", null);
    String descriptor =
        Arrays.stream(load(stub).getDeclaredMethods())
            .filter(m -> m.getName().equals(method))
            .map(Type::getMethodDescriptor)
            .findFirst()
            .orElseThrow();
    MethodVisitor code =
        writer.visitMethod(ACC_PUBLIC | ACC_STATIC, method, descriptor, null, null);
    code.visitCode();
    int slot = 0;
    for (Type argument : Type.getArgumentTypes(descriptor)) {
      code.visitVarInsn(argument.getOpcode(ILOAD), slot);
      slot += argument.getSize();
    }
    code.visitInvokeDynamicInsn(
        method,
        descriptor,
        new Handle(
            H_INVOKESTATIC,
            "dev/colight/worker/Linker",
            "bootstrap",
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;Ljava/lang/String;)Ljava/lang/invoke/CallSite;",
            false),
        key.toString());
    code.visitInsn(Type.getReturnType(descriptor).getOpcode(IRETURN));
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return new GeneratedClass(stub.name(), writer.toByteArray());
  }

  private Class<?> load(GeneratedClass stub) {
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
      Class<?> type = loader.loadClass(stub.name());
      var unused = type.getDeclaredMethods();
      return type;
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    private Source(String name, String text) {
      super(URI.create("string:///colight/" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
