package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of a source that changes, only those members count that a block can run. */
class SourceMembersTest {
  private SourceProject project;

  @BeforeEach
  void openProject(@TempDir Path folder) throws IOException {
    project = new SourceProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void util(String members) throws IOException {
    project.write("acme/Util", "package acme; public class Util { " + members + " }");
  }

  private static String method(String name, String code) {
    return "public static int %s() { return %s; } ".formatted(name, code);
  }

  @Test
  void a_block_that_calls_one_method_does_not_run_when_another_changes() throws Exception {
    util(method("f", "1") + method("g", "2"));
    project.open("import acme.Util;\n\nUtil.f()\n\nUtil.g()");
    util(method("f", "1") + method("g", "3"));
    assertEquals(List.of("Util.g()"), project.follow());
    assertEquals("1\n3", project.values());
    util(method("f", "4") + method("g", "3"));
    assertEquals(List.of("Util.f()"), project.follow());
    assertEquals("4\n3", project.values());
    project.verify();
  }

  @Test
  void what_a_method_calls_counts_and_what_it_does_not_call_does_not() throws Exception {
    String f = method("f", "h() + Deep.d()");
    String rest =
        " private static int h() { return %d; } private static int unused() { return %d; }";
    project.write("acme/Deep", "package acme; class Deep { static int d() { return 1; } }");
    util(f + rest.formatted(1, 1));
    project.open("import acme.Util;\n\nint n = Util.f();\n\nn + 1");
    util(f + rest.formatted(1, 2));
    assertEquals(List.of(), project.follow());
    util(f + "private static long another() { return 1; }" + rest.formatted(1, 2));
    assertEquals(List.of(), project.follow());
    util(f + rest.formatted(2, 2));
    assertEquals(List.of("int n = Util.f();", "n + 1"), project.follow());
    project.change("acme/Deep", "package acme; class Deep { static int d() { return 5; } }");
    assertEquals("7\n8", project.values());
    project.verify();
  }

  @Test
  void methods_of_the_document_are_seen_through() throws Exception {
    util(method("f", "1") + method("g", "2"));
    project.open(
        "import acme.Util;\n\nint viaF() { return Util.f(); }\n\nint viaG() { return Util.g(); }\n\n"
            + "viaF()\n\nviaG()");
    util(method("f", "1") + method("g", "3"));
    assertEquals(List.of("viaG()"), project.follow());
    assertEquals("1\n3", project.values());
  }

  @Test
  void an_overload_that_fits_better_counts() throws Exception {
    util("public static String f(Object o) { return \"object\"; }");
    project.open("import acme.Util;\n\nUtil.f(\"\")");
    util(
        "public static String f(Object o) { return \"object\"; } "
            + "public static String f(String s) { return \"string\"; }");
    project.follow();
    assertEquals("\"string\"", project.values());
  }

  @Test
  void constants_and_initialisers_count() throws Exception {
    String code = "public static final int MAX = %d; static int n = %s; " + method("n", "n");
    util(code.formatted(1, "1") + method("other", "1"));
    project.open("import acme.Util;\n\nUtil.MAX\n\nUtil.n()");
    util(code.formatted(2, "1") + method("other", "1"));
    project.follow();
    assertEquals("2\n1", project.values());
    util(code.formatted(2, "7") + method("other", "1"));
    project.follow();
    assertEquals("2\n7", project.values());
    project.verify();
  }

  @Test
  void a_class_that_overrides_a_method_counts_for_those_who_may_get_its_objects() throws Exception {
    project.write(
        "acme/Shape",
        "package acme; public interface Shape { int area(); default int twice() { return 2 * area(); } }");
    String circle =
        "package acme; public class Circle implements Shape { public int area() { return %d; } }";
    project.write("acme/Circle", circle.formatted(3));
    project.write(
        "acme/Shapes",
        "package acme; public class Shapes { public static Shape make() { return new Circle(); } }");
    project.open("import acme.*;\n\nObject made = Shapes.make();\n\n((Shape) made).twice()");
    project.change("acme/Circle", circle.formatted(5));
    assertEquals("10", project.values().lines().reduce("", (a, b) -> b));
    project.verify();
  }

  private static String box(String more) {
    return "package acme; public class Box { int n; public Box(int n) { this.n = n; } "
        + "public int n() { return n; } public String toString() { return \"Box \" + n; } "
        + more
        + " }";
  }

  @Test
  void objects_that_nobody_keeps_do_not_tie_a_block_to_their_whole_class() throws Exception {
    project.write("acme/Box", box("public int other() { return 1; }"));
    project.open("import acme.Box;\n\nnew Box(3).n()\n\nnew Box(4).other()");
    project.write("acme/Box", box("public int other() { return 2; }"));
    assertEquals(List.of("new Box(4).other()"), project.follow());
    assertEquals("3\n2", project.values());
  }

  @Test
  void objects_of_an_older_class_are_made_anew_when_somebody_needs_them() throws Exception {
    project.write("acme/Box", box("public int other() { return 1; }"));
    String text =
        "import acme.Box;\n\nObject kept = new Box(3);\n\nSupplier<Object> maker = () -> new Box(4);\n\n";
    project.open(text + "kept instanceof Box");
    project.write("acme/Box", box("public int other() { return 2; }"));
    assertEquals(List.of(), project.follow());
    assertEquals(
        List.of(
            "Object kept = new Box(3);",
            "Supplier<Object> maker = () -> new Box(4);",
            "((Box) kept).n() + ((Box) maker.get()).other()"),
        project.edit(text + "((Box) kept).n() + ((Box) maker.get()).other()"));
    assertEquals("5", project.values().lines().reduce("", (a, b) -> b));
    project.verify();
  }

  @Test
  void who_looks_into_classes_sees_all_changes() throws Exception {
    project.write("acme/Box", box(""));
    String count = "o.getClass().getDeclaredMethods().length";
    project.open("import acme.Box;\n\nObject o = new Box(1);\n\n" + count + "\n\nnew Box(1).n()");
    project.write("acme/Box", box("int another() { return 1; }"));
    assertEquals(List.of("Object o = new Box(1);", count), project.follow());
    assertEquals("Box 1\n3\n1", project.values());
    project.verify();
  }

  @Test
  void who_asks_classes_for_what_no_member_tells_sees_only_what_it_runs() throws Exception {
    String told =
        "java.lang.reflect.Type type = o.getClass(); "
            + "return javax.lang.model.SourceVersion.isName(type.getTypeName())"
            + " && o.getClass().getEnclosingClass() == null;";
    project.write("acme/Box", box(""));
    project.write(
        "acme/Ask",
        "package acme; public class Ask { public static boolean of(Object o) { " + told + " } }");
    project.open("import acme.*;\n\nAsk.of(new Box(1))");
    project.write("acme/Box", box("int another() { return 1; }"));
    assertEquals(List.of(), project.follow());
    project.verify();
  }

  @Test
  void a_trace_that_is_shown_names_the_lines_of_now() throws Exception {
    util(method("f", "1 / 0"));
    project.open("import acme.Util;\n\nUtil.f()");
    util("\n\n" + method("g", "1") + "\n" + method("f", "1 / 0"));
    assertEquals(List.of("Util.f()"), project.follow());
    project.verify();
  }

  @Test
  void classes_and_lambdas_of_the_document_stand_on_what_they_inherit() throws Exception {
    project.write("acme/Box", box("public int twice() { return 2 * n(); }"));
    String face =
        "package acme; public interface Face { int v(); default int more() { return v() + %d; } }";
    project.write("acme/Face", face.formatted(1));
    project.open(
        "import acme.*;\n\nclass Mine extends Box { Mine() { super(2); } }\n\n"
            + "new Mine().twice() + new Mine().toString()\n\nFace f = () -> 3;\n\n((Face) f).more()");
    project.write(
        "acme/Box", box("public int twice() { return 20 * n(); }").replace("\"Box ", "\"box "));
    project.change("acme/Face", face.formatted(2));
    List<String> values = project.values().lines().toList();
    assertEquals("\"40box 2\"", values.get(0));
    assertEquals("5", values.get(values.size() - 1));
    project.verify();
  }

  @Test
  void an_undo_runs_nothing() throws Exception {
    util(method("f", "1") + method("g", "2"));
    project.open("import acme.Util;\n\nObject o = List.of(Util.f());\n\nUtil.g()");
    util(method("f", "5") + method("g", "3"));
    project.follow();
    util(method("f", "1") + method("g", "2"));
    assertEquals(List.of(), project.follow());
    assertEquals("[1]\n2", project.values());
  }
}
