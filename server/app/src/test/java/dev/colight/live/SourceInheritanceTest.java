package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources mean what they say also by what types inherit that they do not name. */
class SourceInheritanceTest {
  private SourceProject project;

  @BeforeEach
  void openProject(@TempDir Path folder) throws IOException {
    project = new SourceProject(folder);
  }

  @AfterEach
  void close() {
    project.close();
  }

  private void write(String type, String source) throws IOException {
    String packageName = type.substring(0, type.lastIndexOf('/')).replace('/', '.');
    project.write(type, "package " + packageName + "; " + source);
  }

  private void opened(String code, String expected) throws Exception {
    project.open(code);
    assertEquals(expected, project.values());
  }

  private void followed(String expected) throws Exception {
    project.follow();
    assertEquals(expected, project.values());
  }

  @Test
  void a_lambda_has_the_method_that_its_interface_inherits() throws Exception {
    write("acme/Base", "public interface Base<T> { T get(); }");
    write("acme/Named", "public interface Named extends Base<Integer> {}");
    write("acme/Maker", "public class Maker { public static Named make() { return () -> 7; } }");
    String runner = "public class Runner { public static int run(Named n) { return n.%s(); } }";
    write("acme/Runner", runner.formatted("get"));
    opened("import acme.*;\n\nRunner.run(Maker.make())", "7");
    write("acme/Base", "public interface Base<T> { T fetch(); }");
    write("acme/Runner", runner.formatted("fetch"));
    followed("7");
  }

  @Test
  void an_argument_has_the_types_that_its_class_inherits() throws Exception {
    write("acme/Animal", "public interface Animal {}");
    write("acme/Pet", "public class Pet implements Animal {}");
    write("acme/Dog", "public class Dog extends Pet {}");
    write("acme/Dogs", "public class Dogs { public static Dog dog() { return new Dog(); } }");
    write(
        "acme/Which",
        "public class Which { static String f(Animal a) { return \"animal\"; }"
            + " static String f(Object o) { return \"object\"; } }");
    write(
        "acme/User",
        "public class User { public static String g() { return Which.f(Dogs.dog()); } }");
    opened("acme.User.g()", "\"animal\"");
    write("acme/Pet", "public class Pet {}");
    followed("\"object\"");
  }

  @Test
  void in_a_class_without_a_name_a_type_that_is_inherited_goes_before_others() throws Exception {
    write("acme/Part", "public class Part { public String toString() { return \"outer\"; } }");
    write("acme/Shape", "public class Shape {}");
    write("acme/Round", "public class Round extends Shape {}");
    write(
        "acme/User",
        "public class User { public static String f() { return new Round() {"
            + " String part() { return new Part().toString(); } }.part(); } }");
    opened("acme.User.f()", "\"outer\"");
    write(
        "acme/Shape",
        "public class Shape { public static class Part {"
            + " public String toString() { return \"inner\"; } } }");
    followed("\"inner\"");
  }

  @Test
  void a_constant_that_is_imported_by_the_name_of_a_subtype_is_followed() throws Exception {
    write("deep/base/Base", "public class Base { public static final int N = 1; }");
    write("deep/sub/Sub", "public class Sub extends deep.base.Base {}");
    write(
        "acme/User",
        "import static deep.sub.Sub.N; public class User { public static int f() { return N; } }");
    opened("acme.User.f()", "1");
    write("deep/base/Base", "public class Base { public static final int N = 2; }");
    followed("2");
  }

  @Test
  void a_nested_type_is_followed_by_the_name_of_a_subtype() throws Exception {
    String base =
        "public class Base { public static class In { public static final int N = %d; } }";
    write("deep/base/Base", base.formatted(1));
    write("deep/sub/Sub", "public class Sub extends deep.base.Base {}");
    write(
        "acme/User",
        "import deep.sub.Sub; public class User { public static int f() { return Sub.In.N; } }");
    opened("acme.User.f()", "1");
    write("deep/base/Base", base.formatted(2));
    followed("2");
  }

  @Test
  void a_type_that_is_deleted_gives_its_name_to_another() throws Exception {
    String thing = "public class Thing { public static final int N = %d; }";
    write("other/Thing", thing.formatted(1));
    write("acme/Thing", thing.formatted(2));
    write(
        "acme/User",
        "import other.*; public class User { public static int f() { return Thing.N; } }");
    opened("acme.User.f()", "2");
    project.delete("acme/Thing");
    project.follow();
    while (!project.values().equals("1")) {
      project.document().awaitEnd(); // many editors delete what they write at once
    }
    write("acme/Thing", thing.formatted(3));
    followed("3");
  }

  @Test
  void a_field_hides_a_type_of_its_name_where_it_is_imported_with_all_others() throws Exception {
    write("acme/Names", "public class Names { public static int a = 1; }");
    write("acme/Box", "public class Box { public int n = 5; public static int m = 6; }");
    write(
        "acme/User",
        "import static acme.Names.*; public class User { public static int f() { return Box.m; } }");
    opened("acme.User.f()", "6");
    write("acme/Names", "public class Names { public static Thing Box = new Thing(); }");
    write("acme/Thing", "public class Thing { public int m = 8; }");
    followed("8");
  }
}
