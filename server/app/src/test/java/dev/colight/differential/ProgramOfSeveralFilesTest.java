package dev.colight.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.colight.java.JavaLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs programs that use the sources beside them, here and with {@code java}. */
class ProgramOfSeveralFilesTest {
  /** From this version on, {@code java} finds the sources beside a program. */
  private static final int SEVERAL_FILES = 22;

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @Test
  void sources_in_its_folder_are_of_its_package_where_nobody_says_another() throws IOException {
    write("Helper", "class Helper { static String help(int n) { return \"h\" + Deep.twice(n); } }");
    write(
        "Deep",
        "class Deep { static final int ONE = 1; static int twice(int n) { return 2 * n; } }");
    write(
        "Shape",
        "interface Shape { int area(); default String tell() { return \"area \" + area(); } }");
    write("Node", "this is no Java");
    write("acme/Away", "package acme; public class Away {}");
    Path program =
        write(
            "Program",
            """
            public class Program {
              static class Node {}

              record Square(int a) implements Shape {
                public int area() {
                  return a * a;
                }
              }

              public static void main(String[] args) {
                System.out.println(Helper.help(4) + new Square(3).tell());

                switch (args.length + 1) {
                  case Deep.ONE -> System.out.println("one");
                  default -> System.out.println("more");
                }

                System.out.println(new Node() != null);
              }
            }
            """);
    check(program, "h8area 9\none\ntrue\n");
  }

  @Test
  void what_a_package_keeps_to_itself_is_open_to_its_program() throws IOException {
    write("shop/Item", "package shop; record Item(String name, int price) {}");
    write(
        "shop/Basket",
        "package shop; class Basket { static int count; int total;"
            + " Basket add(Item item) { total += item.price(); count++; return this; } }");
    write("shop/Part", "package shop; abstract class Part { protected String kind = \"part\"; }");
    Path program =
        write(
            "shop/Program",
            """
            package shop;

            public class Program {
              static int calls;

              record Pair(Item a, Item b) {}

              static class Wheel extends Part {
                String tell() {
                  return kind + " " + calls;
                }
              }

              public static void main(String[] args) {
                Item desk = new Item("desk", 3);
                System.out.println(new Basket().add(desk).add(desk).total);

                Basket.count += 2;
                System.out.println(Basket.count + " " + new Pair(desk, desk));

                calls++;
                System.out.println(new Wheel().tell());

                Runnable r = () -> System.out.println(Basket.count);
                r.run();
              }
            }
            """);
    check(
        program, "6\n4 Pair[a=Item[name=desk, price=3], b=Item[name=desk, price=3]]\npart 1\n4\n");
  }

  @Test
  void what_a_class_protects_is_open_to_a_program_of_its_package() throws IOException {
    write(
        "shop/Part",
        "package shop; public class Part { protected int size = 2; protected Part() {}"
            + " protected static int count() { return 3; }"
            + " protected final int twice() { return 2 * size; }"
            + " protected static class Screw { protected Screw() {} }"
            + " protected String kind() { return \"part\"; } }");
    Path program =
        write(
            "shop/Program",
            """
            package shop;

            public class Program {
              static class Wheel extends Part {
                @Override
                protected String kind() {
                  return "wheel, not " + super.kind();
                }
              }

              public static void main(String[] args) {
                Part part = new Part();
                part.size++;
                System.out.println(part.twice() + Part.count());

                System.out.println(new Part.Screw() != null);

                System.out.println(new Wheel().kind());
              }
            }
            """);
    check(program, "9\ntrue\nwheel, not part\n");
  }

  private Path write(String type, String text) throws IOException {
    Files.createDirectories(folder.resolve(".git")); // the project ends here
    Path file = folder.resolve(type + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static void check(Path program, String printed) {
    ProgramResult expected = new ProgramResult(printed, null, 0);
    try (JavaLanguage language = new JavaLanguage(JavaLanguage.Options.defaults())) {
      String uri = program.toUri().toString();
      assertEquals(expected, ProgramResult.ofDocument(language, program, uri));
    }
    if (Runtime.version().feature() >= SEVERAL_FILES) {
      assertEquals(expected, ProgramResult.ofJava(program));
    }
  }
}
