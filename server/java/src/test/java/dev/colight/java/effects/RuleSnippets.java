package dev.colight.java.effects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The snippets of {@code each-rule.txt}, compiled. */
final class RuleSnippets {
  private static final String SUITE = "each-rule.txt";

  /** What snippets see. There is nothing behind it, as they never run. */
  private static final String GIVEN =
      """
      class Given {
        static java.nio.file.Path path; static java.io.File file; static String s;
        static byte[] bytes; static java.io.InputStream in; static java.io.OutputStream out;
        static Runnable r; static java.nio.charset.Charset UTF_8;
        static <T> T a(Class<T> type) { return null; }
      }
      """;

  private static final List<String> IMPORTS =
      List.of(
          "com.sun.net.httpserver.*",
          "java.awt.*",
          "java.awt.datatransfer.Clipboard",
          "java.awt.print.PrinterJob",
          "java.io.*",
          "java.lang.invoke.*",
          "java.lang.reflect.*",
          "java.net.*",
          "java.net.http.*",
          "java.net.Authenticator",
          "java.net.Proxy",
          "java.nio.ByteBuffer",
          "java.nio.channels.*",
          "java.nio.file.*",
          "java.nio.file.attribute.*",
          "java.nio.file.spi.*",
          "java.security.*",
          "java.sql.*",
          "java.util.*",
          "java.util.List",
          "java.util.Timer",
          "java.util.concurrent.*",
          "java.util.prefs.Preferences",
          "javax.imageio.*",
          "javax.imageio.stream.*",
          "javax.management.*",
          "javax.naming.*",
          "javax.naming.directory.*",
          "javax.net.ssl.*",
          "javax.script.*",
          "javax.sound.midi.*",
          "javax.sound.sampled.*",
          "javax.sound.sampled.Line",
          "javax.swing.*",
          "javax.swing.text.JTextComponent",
          "javax.tools.*",
          "javax.tools.Tool",
          "javax.xml.transform.stream.*");

  /**
   * A snippet.
   *
   * @param heading what it is about, in words
   * @param harms whether it does that, rather than only looks so
   * @param beside the code of its partner
   */
  record Snippet(String heading, boolean harms, String code, String beside) {}

  private RuleSnippets() {}

  /** Returns the snippets that this JDK can know. */
  static List<Snippet> read() throws IOException {
    List<Snippet> all = new ArrayList<>();
    String heading = "";
    String harm = "";
    for (String line : lines()) {
      String code = line.substring(line.indexOf(' ') + 1);
      if (line.startsWith("[")) {
        heading = line.substring(1, line.length() - 1);
      } else if (line.startsWith("!")) {
        harm = code;
      } else if (since(line) <= Runtime.version().feature()) {
        all.add(new Snippet(heading, true, harm, code));
        all.add(new Snippet(heading, false, code, harm));
      }
    }
    return all;
  }

  private static List<String> lines() throws IOException {
    try (InputStream in = RuleSnippets.class.getResourceAsStream(SUITE)) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private static int since(String line) {
    String version = line.substring(1, line.indexOf(' '));
    return version.isEmpty() ? 0 : Integer.parseInt(version);
  }

  /** Returns the class files of each snippet, in their order. */
  static List<List<byte[]>> compile(List<Snippet> snippets) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>(List.of(new Source("Given", GIVEN)));
    String imports =
        String.join("", IMPORTS.stream().map(name -> "import " + name + ";\n").toList());
    for (int i = 0; i < snippets.size(); i++) {
      sources.add(
          new Source(
              "S" + i,
              imports
                  + ("class S" + i + " extends Given { static void run() throws Throwable {\n")
                  + snippets.get(i).code()
                  + "\n} }"));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager usual = compiler.getStandardFileManager(null, null, UTF_8);
        Kept kept = new Kept(usual)) {
      List<String> options = List.of("-Xlint:none", "-XDignore.symbol.file", "-g:lines");
      if (!compiler.getTask(problems, kept, null, options, null, sources).call()) {
        throw new AssertionError(problems);
      }
      List<List<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < snippets.size(); i++) {
        all.add(kept.classFiles("S" + i));
      }
      return all;
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String code;

    Source(String name, String code) {
      super(URI.create("text:/" + name + ".java"), Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean lenient) {
      return code;
    }
  }

  /** Keeps what is compiled in memory. */
  private static final class Kept extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> files = new LinkedHashMap<>();

    Kept(JavaFileManager usual) {
      super(usual);
    }

    List<byte[]> classFiles(String name) {
      return files.entrySet().stream()
          .filter(file -> file.getKey().equals(name) || file.getKey().startsWith(name + "$"))
          .map(file -> file.getValue().toByteArray())
          .toList();
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("text:/" + name + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return files.computeIfAbsent(name, k -> new ByteArrayOutputStream());
        }
      };
    }
  }
}
