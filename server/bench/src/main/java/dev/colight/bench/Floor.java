package dev.colight.bench;

import dev.colight.bench.BenchDocument.Pair;
import dev.colight.bench.Piece.Expression;
import dev.colight.bench.Piece.Member;
import dev.colight.bench.Piece.Variable;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The least that an edit can cost: the two blocks as two plain classes, which are compiled in one
 * call of a warm ECJ, defined in a class loader and called, all on one thread of this process.
 * Nothing is parsed but by ECJ, nothing hashed, rendered, or sent anywhere.
 */
final class Floor {
  /** Pairs of blocks that are compiled in one call when a document is opened. */
  private static final int OPENED_AT_ONCE = 200;

  private final BareEcj ecj = new BareEcj();
  private int count;

  /** Compiles, defines and calls a pair of blocks; returns the value of the last expression. */
  String run(Pair pair, int value) {
    // Fresh names, as nothing of an earlier edit may be of use.
    count++;
    String definer = "D" + count;
    String dependent = "U" + count;
    Map<String, String> sources = new LinkedHashMap<>();
    addSources(sources, pair, value, definer, dependent);
    Loader loader = new Loader(ecj.compile(sources));
    try {
      call(loader, definer);
      return shown(call(loader, dependent));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the floor does not hold: " + sources, e);
    }
  }

  /**
   * Compiles, defines and calls all blocks of a document, in calls of as many blocks each as the
   * server compiles at most; returns the milliseconds that it took.
   */
  static double open(List<Pair> pairs) {
    BareEcj compiler = new BareEcj();
    long start = System.nanoTime();
    for (int from = 0; from < pairs.size(); from += OPENED_AT_ONCE) {
      Map<String, String> sources = new LinkedHashMap<>();
      for (Pair pair : pairs.subList(from, Math.min(pairs.size(), from + OPENED_AT_ONCE))) {
        addSources(sources, pair, BenchDocument.FIRST, "D" + pair.number(), "U" + pair.number());
      }
      Loader loader = new Loader(compiler.compile(sources));
      try {
        for (String name : sources.keySet()) {
          call(loader, name);
        }
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("the floor does not hold", e);
      }
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private static void addSources(
      Map<String, String> sources, Pair pair, int value, String definer, String dependent) {
    List<Piece> defining = pair.kind().definer(pair.number(), value, value).pieces();
    List<Piece> requiring = pair.kind().dependent(pair.number()).pieces();
    List<String> imports = pair.kind().imports();
    sources.put(definer, source(definer, defining, imports, ""));
    String imported = "import static " + BareEcj.PACKAGE + "." + definer + ".*;\n";
    sources.put(dependent, source(dependent, requiring, imports, imported));
  }

  private static Object call(Loader loader, String name) throws ReflectiveOperationException {
    Method run = loader.loadClass(BareEcj.PACKAGE + "." + name).getMethod("run");
    return run.invoke(null);
  }

  private static String shown(Object value) {
    return value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
  }

  /** Writes a block as a class. */
  static String source(String name, List<Piece> pieces, List<String> imports, String others) {
    StringBuilder members = new StringBuilder();
    StringBuilder statements = new StringBuilder();
    for (Piece piece : pieces) {
      if (piece instanceof Variable v) {
        members.append("  public static " + v.fieldType() + " " + v.name() + ";\n");
        statements.append("    last = " + v.name() + " = " + v.initialiser() + ";\n");
      } else if (piece instanceof Expression e) {
        statements.append("    last = " + e.code() + ";\n");
      } else if (piece instanceof Member m) {
        members.append("  public static " + m.code() + "\n");
      }
    }
    StringBuilder source = new StringBuilder("package " + BareEcj.PACKAGE + ";\n");
    imports.forEach(type -> source.append("import " + type + ";\n"));
    return source
        .append(others)
        .append("public class " + name + " {\n")
        .append(members)
        .append("  public static Object run() {\n    Object last = null;\n")
        .append(statements)
        .append("    return last;\n  }\n}\n")
        .toString();
  }

  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(Floor.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
