package dev.colight.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.colight.java.JavaLanguage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph of real documents, which run for it. */
class DepsReportTest {
  private static final String DOCUMENT =
      """
      // # Guests
      import java.awt.Point;

      int guests = 8;

      List<Integer> list = new ArrayList<>();

      int pairs(int n) {
        return n * (n - 1) / 2;
      }

      list.add(pairs(guests));

      list

      new Point(guests, 2)

      1 + 1
      """;

  private static JavaLanguage language;

  @BeforeAll
  static void start() {
    language = new JavaLanguage(JavaLanguage.Options.defaults());
  }

  @AfterAll
  static void end() {
    language.close();
  }

  private static String report(String text, String... options) {
    return report("file:///notes.jsh", text, options);
  }

  private static String report(String uri, String text, String[] options) {
    List<String> arguments = new ArrayList<>(List.of("deps", "notes.jsh"));
    arguments.addAll(List.of(options));
    Arguments.Deps wanted = (Arguments.Deps) Arguments.parse(arguments);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code =
        new DepsCommand(
                language,
                document -> new DepsReport(out, Style.PLAIN, "notes.jsh", document).print(wanted))
            .run(new SourceFile("notes.jsh", uri, text));
    assertEquals(0, code);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void each_block_says_what_it_gives_what_it_needs_and_what_runs_when_it_changes() {
    assertEquals(
        """
        notes.jsh

           2 │ import java.awt.Point;
               gives     Point
               then runs line 16

           4 │ int guests = 8;
               gives     guests
               then runs lines 12, 14, 16

           6 │ List<Integer> list = new ArrayList<>();
               gives     list
               then runs lines 12, 14

           8 │ int pairs(int n) { …
               gives     pairs()
               then runs lines 12, 14

          12 │ list.add(pairs(guests));
               needs     guests (line 4)
               needs     list (line 6)
               needs     pairs() (line 8)
               then runs line 14

          14 │ list
               needs     list (line 6)
               needs     what it changes (line 12)

          16 │ new Point(guests, 2)
               needs     import java.awt.Point (line 2)
               needs     guests (line 4)

          18 │ 1 + 1
        """,
        report(DOCUMENT));
  }

  @Test
  void what_runs_when_a_name_or_a_line_changes_can_be_asked_for() {
    String expected =
        """
           6 │ List<Integer> list = new ArrayList<>();

        Then these run:
          12 │ list.add(pairs(guests));
          14 │ list
        """;
    assertEquals(expected, report(DOCUMENT, "--of", "list"));
    assertEquals(expected, report(DOCUMENT, "--of", "6"));
    assertTrue(report(DOCUMENT, "--of", "18").endsWith("\nNothing else runs then.\n"));
    assertTrue(report(DOCUMENT, "--of", "pairs").startsWith("   8 │"), "a method by its name");
    assertEquals(
        "nothing gives the name x",
        assertThrows(UsageException.class, () -> report(DOCUMENT, "--of", "x")).getMessage());
  }

  @Test
  void sources_of_the_project_say_what_they_use_and_what_runs_when_they_change(@TempDir Path folder)
      throws IOException {
    Path shop = Files.createDirectories(folder.resolve("shop"));
    Files.writeString(
        shop.resolve("Basket.java"),
        "package shop; public class Basket {"
            + " public static int total(int n) { return Price.of(n); }"
            + " public static int other() { return 0; } }");
    Files.writeString(
        shop.resolve("Price.java"),
        "package shop; class Price { static int of(int n) { return 2 * n; } }");
    String uri = folder.resolve("notes.jsh").toUri().toString();
    String text = "import shop.Basket;\n\nint a = Basket.total(1)\n\na + 1\n\nBasket.other()\n";
    String all = report(uri, text, new String[0]);
    assertTrue(
        all.contains(
            """
              3 │ int a = Basket.total(1)
                  gives     a
                  needs     import shop.Basket (line 1)
                  uses      shop.Basket
                  sources   Basket.java, Price.java
                  then runs line 5
            """),
        all);
    assertTrue(
        all.endsWith(
            """
            Sources
              shop/Basket.java
                  uses      Price.java
                  then runs lines 3, 5, 7
              shop/Price.java
                  then runs lines 3, 5
            """),
        all);
    String one =
        """
        Then these run:
          7 │ Basket.other()
        """;
    assertEquals(one, report(uri, text, new String[] {"--of", "Basket.other"}));
    for (String name : List.of("Price.java", "shop.Price", "Price.of")) {
      String runs = report(uri, text, new String[] {"--json", "--of", name});
      assertEquals("[3,5]", JsonParser.parseString(runs).getAsJsonObject().get("runs").toString());
    }
    JsonObject json =
        JsonParser.parseString(report(uri, text, new String[] {"--json"})).getAsJsonObject();
    assertEquals(2, json.getAsJsonArray("sources").size());
    assertTrue(json.toString().contains("\"Price.of(int)\""), json.toString());
  }

  @Test
  void programs_get_the_same_as_one_object() {
    JsonObject all = JsonParser.parseString(report(DOCUMENT, "--json")).getAsJsonObject();
    JsonObject block = all.getAsJsonArray("blocks").get(4).getAsJsonObject();
    assertEquals(12, block.get("line").getAsInt());
    assertEquals(3, block.getAsJsonArray("needs").size());
    assertEquals("[14]", block.get("thenRuns").toString());
    assertEquals("[]", all.get("classPath").toString());
    JsonObject one =
        JsonParser.parseString(report(DOCUMENT, "--json", "--of", "12")).getAsJsonObject();
    assertEquals("{\"changed\":[12],\"runs\":[14]}", one.toString());
  }

  @Test
  void no_line_is_wider_than_a_terminal() {
    StringBuilder text = new StringBuilder();
    StringBuilder sum = new StringBuilder("int sum = 0");
    for (int i = 0; i < 40; i++) {
      text.append("int variable").append(i).append(" = ").append(i).append(";\n");
      sum.append(" + variable").append(i);
    }
    String report = report(text + "\n" + sum);
    report.lines().forEach(line -> assertTrue(line.length() <= 80, line));
    assertTrue(report.contains("variable39"), report);
  }
}
