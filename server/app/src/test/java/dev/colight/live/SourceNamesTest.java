package dev.colight.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.colight.execution.WorkspaceNames;
import dev.colight.execution.WorkspaceNames.Asked;
import dev.colight.execution.WorkspaceNames.Place;
import dev.colight.java.JavaLanguage;
import dev.colight.text.Position;
import dev.colight.text.Range;
import dev.colight.text.Text;
import dev.colight.text.TextEdit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sources of a project declare, renamed and looked for from documents and from sources. */
class SourceNamesTest {
  private static final String DOCUMENT = "notes.jsh";

  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  Path folder;

  @SuppressWarnings("NullAway.Init") // set by JUnit
  private JavaLanguage language;

  private @Nullable LspSession editor;

  private String document = DOCUMENT;

  /** The text of each file, by its path. */
  private final Map<String, String> files = new TreeMap<>();

  @BeforeEach
  void start() {
    language = new JavaLanguage(JavaLanguage.Options.defaults().patient(4));
  }

  @AfterEach
  void close() throws Exception {
    if (editor != null) {
      editor.close();
    }
    language.close();
  }

  private void write(String file, String text) throws Exception {
    files.put(file, text);
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private String text(String file) {
    return Objects.requireNonNull(files.get(file), file);
  }

  /** Opens other files, and the document, and waits for what it shows. */
  private List<String> open(String... others) throws Exception {
    LspSession session = LspSession.inProcess(language);
    editor = session;
    for (String other : others) {
      session.open(uri(other), text(other));
      if (other.endsWith(".jsh") || text(other).contains("| live")) {
        session.awaitRunEnd(uri(other));
      }
    }
    session.open(uri(document), text(document));
    session.awaitRunEnd(uri(document));
    return shown(session);
  }

  private List<String> shown(LspSession session) throws Exception {
    return session.hints(uri(document)).stream()
        .map(hint -> hint.substring(hint.indexOf(' ') + 1))
        .toList();
  }

  /** Returns the parameters of a request about the first place of some text, at its mark. */
  private JsonObject at(String file, String marked) {
    String code = marked.replace("¦", "");
    int offset = text(file).indexOf(code);
    assertTrue(offset >= 0, code);
    String before = text(file).substring(0, offset + marked.indexOf('¦'));
    int line = (int) before.chars().filter(c -> c == '\n').count();
    return LspSession.json(
        "{'textDocument': {'uri': '%s'}, 'position': {'line': %d, 'character': %d}}"
            .formatted(uri(file), line, before.length() - before.lastIndexOf('\n') - 1));
  }

  private JsonElement ask(String method, String file, String marked) throws Exception {
    return Objects.requireNonNull(editor).rpc.request("textDocument/" + method, at(file, marked));
  }

  /** Renames what is at a mark; the files are then as the edits say. */
  private void rename(String file, String marked, String name) throws Exception {
    JsonObject params = at(file, marked);
    params.addProperty("newName", name);
    JsonElement edit = Objects.requireNonNull(editor).rpc.request("textDocument/rename", params);
    for (JsonElement one : edit.getAsJsonObject().getAsJsonArray("documentChanges")) {
      JsonObject change = one.getAsJsonObject();
      if (change.has("kind")) {
        assertEquals("rename", change.get("kind").getAsString());
        String from = path(change.get("oldUri").getAsString());
        String text = Objects.requireNonNull(files.remove(from));
        Files.delete(folder.resolve(from));
        write(path(change.get("newUri").getAsString()), text);
      } else {
        String changed = path(change.getAsJsonObject("textDocument").get("uri").getAsString());
        write(changed, apply(text(changed), change.getAsJsonArray("edits").asList()));
      }
    }
  }

  /** Asks in the document, and holds why it cannot be against what is expected. */
  private void assertRefused(String why, String marked, String name) throws Exception {
    JsonObject params = at(DOCUMENT, marked);
    params.addProperty("newName", name);
    JsonObject answer = Objects.requireNonNull(editor).rpc.ask("textDocument/rename", params);
    assertTrue(answer.has("error"), answer::toString);
    String message = answer.getAsJsonObject("error").get("message").getAsString();
    assertTrue(message.contains(why), message);
  }

  private String path(String uri) {
    return folder.toUri().relativize(java.net.URI.create(uri)).getPath();
  }

  private static String apply(String text, List<JsonElement> edits) {
    List<TextEdit> changes = new ArrayList<>();
    for (JsonElement edit : edits) {
      JsonObject range = edit.getAsJsonObject().getAsJsonObject("range");
      changes.add(
          new TextEdit(
              new Range(position(range.get("start")), position(range.get("end"))),
              edit.getAsJsonObject().get("newText").getAsString()));
    }
    changes.sort(
        Comparator.<TextEdit, Position>comparing(change -> change.range().start()).reversed());
    Text result = Text.of(text);
    for (TextEdit change : changes) {
      result = result.apply(change);
    }
    return result.toString();
  }

  private static Position position(JsonElement at) {
    JsonObject position = at.getAsJsonObject();
    return new Position(position.get("line").getAsInt(), position.get("character").getAsInt());
  }

  /** Returns what the document shows as the files are now, to somebody who opens it. */
  private List<String> afresh() throws Exception {
    close();
    start();
    return open();
  }

  /** Renames, and holds what the document shows afterwards against what it showed before. */
  private void keepsWhatIsShown(String file, String marked, String name, String... others)
      throws Exception {
    List<String> before = open(others);
    assertNotEquals(List.of(), before);
    rename(file, marked, name);
    assertEquals(before, afresh(), files::toString);
  }

  private void shop() throws Exception {
    write(
        "shop/Basket.java",
        """
        package shop;

        public class Basket {
          public static final int LIMIT = 3;
          public int size;
          int weight;

          public Basket(int size) { this.size = size; }

          /** How many there are. */
          public int count() { int size = 1; return this.size + size; }

          public int count(String of) { return of.length(); }

          @Override public String toString() { return "of " + size; }
        }
        """);
    write(
        "shop/Till.java",
        """
        package shop;

        import static shop.Basket.LIMIT;

        class Till {
          int sum(Basket basket) {
            int count = 2;
            return basket.count() + basket.count("abc") + basket.size + LIMIT + count;
          }

          java.util.function.Supplier<Integer> later(shop.Basket basket) {
            return basket::count;
          }
        }
        """);
    write(
        DOCUMENT,
        """
        import shop.Basket;
        import static shop.Basket.LIMIT;

        Basket basket = new Basket(4);

        int count = basket.count();
        basket.count("four") + basket.size

        LIMIT + count
        """);
  }

  @Test
  void a_method_is_renamed_in_sources_and_the_document_and_its_overload_is_not() throws Exception {
    shop();
    keepsWhatIsShown(DOCUMENT, "basket.co¦unt();", "number");
    assertTrue(text("shop/Basket.java").contains("public int number() { int size"));
    assertTrue(text("shop/Basket.java").contains("public int count(String of)"));
    assertTrue(text("shop/Till.java").contains("basket.number() + basket.count(\"abc\")"));
    assertTrue(text("shop/Till.java").contains("basket::number"));
    assertTrue(text("shop/Till.java").contains("LIMIT + count"));
    assertTrue(text(DOCUMENT).contains("int count = basket.number();\nbasket.count(\"four\")"));
  }

  @Test
  void a_field_is_told_from_variables_of_its_name() throws Exception {
    shop();
    keepsWhatIsShown("shop/Basket.java", "public int si¦ze;", "held", "shop/Basket.java");
    assertTrue(text("shop/Basket.java").contains("Basket(int size) { this.held = size; }"));
    assertTrue(text("shop/Basket.java").contains("int size = 1; return this.held + size;"));
    assertTrue(text(DOCUMENT).contains("+ basket.held"));
  }

  @Test
  void a_name_that_would_come_to_mean_another_thing_is_refused() throws Exception {
    shop();
    write(
        "shop/Basket.java",
        text("shop/Basket.java")
            .replace("/** How", "int plus(int more) { return size + more; }\n\n  /** How"));
    open();
    assertRefused("line 10 of Basket.java would come to mean another", "basket.si¦ze", "more");
  }

  @Test
  void a_constant_is_renamed_where_it_is_imported() throws Exception {
    shop();
    keepsWhatIsShown(DOCUMENT, "LIM¦IT + count", "MOST");
    assertTrue(text("shop/Till.java").contains("import static shop.Basket.MOST;"));
    assertTrue(text(DOCUMENT).contains("import static shop.Basket.MOST;"));
    assertTrue(text(DOCUMENT).contains("MOST + count"));
  }

  @Test
  void a_type_is_renamed_with_its_constructors_imports_and_file() throws Exception {
    shop();
    keepsWhatIsShown(DOCUMENT, "import shop.Bas¦ket;", "Cart");
    assertEquals(
        List.of("notes.jsh", "shop/Cart.java", "shop/Till.java"), List.copyOf(files.keySet()));
    assertTrue(text("shop/Cart.java").contains("public Cart(int size)"));
    assertTrue(text("shop/Till.java").contains("later(shop.Cart basket)"));
    assertTrue(text(DOCUMENT).contains("Cart basket = new Cart(4);"));
    assertTrue(text(DOCUMENT).contains("import static shop.Cart.LIMIT;"));
  }

  @Test
  void open_files_are_edited_in_the_version_that_the_client_has() throws Exception {
    shop();
    open("shop/Till.java");
    LspSession session = Objects.requireNonNull(editor);
    session.type(uri("shop/Till.java"), "// typed\n" + text("shop/Till.java"));
    files.put("shop/Till.java", session.text(uri("shop/Till.java")));
    JsonObject params = at(DOCUMENT, "basket.co¦unt();");
    params.addProperty("newName", "number");
    Map<String, String> versions = new TreeMap<>();
    for (JsonElement one :
        session
            .rpc
            .request("textDocument/rename", params)
            .getAsJsonObject()
            .getAsJsonArray("documentChanges")) {
      JsonObject document = one.getAsJsonObject().getAsJsonObject("textDocument");
      versions.put(path(document.get("uri").getAsString()), document.get("version").toString());
    }
    assertEquals(
        Map.of("notes.jsh", "1", "shop/Till.java", "2", "shop/Basket.java", "null"), versions);
  }

  @Test
  void what_overrides_a_method_is_renamed_with_it_and_so_is_a_class_that_only_inherits()
      throws Exception {
    write("geo/Shape.java", "package geo;\npublic interface Shape { double area(); }\n");
    write(
        "geo/Square.java",
        "package geo;\npublic record Square(double side) implements Shape {\n"
            + "  @Override public double area() { return side * side(); }\n}\n");
    write(
        "geo/Base.java",
        "package geo;\npublic class Base { public double area() { return 7; } }\n");
    write("geo/Both.java", "package geo;\npublic class Both extends Base implements Shape {}\n");
    write(
        "geo/Land.java", "package geo;\npublic class Land { public double area() { return 1; } }");
    write(
        DOCUMENT,
        """
        import geo.*;

        record Disc(double area) implements Shape {}
        class Ring implements Shape { public double area() { return 9; } }

        new Square(3).area()
        new Both().area()
        new Land().area()
        new Disc(5).area() + new Ring().area()

        Shape some = () -> 2.5;
        some.area()
        """);
    keepsWhatIsShown(DOCUMENT, "some.ar¦ea()", "extent");
    assertTrue(text("geo/Square.java").contains("double extent()"));
    assertTrue(text("geo/Base.java").contains("double extent()"));
    assertTrue(text("geo/Land.java").contains("double area()"));
    assertTrue(text(DOCUMENT).contains("new Land().area()\nnew Disc(5).extent()"));
  }

  @Test
  void a_component_of_a_record_is_renamed_with_what_reads_it_and_its_parameter() throws Exception {
    write(
        "geo/Point.java",
        """
        package geo;

        public record Point(int x, int y) {
          public Point {
            if (x < 0) { x = 0; }
          }

          public int sum() { return x + y() + this.x; }
        }
        """);
    write(DOCUMENT, "import geo.Point;\n\nnew Point(3, 4).x()\nnew Point(3, 4).sum()\n");
    keepsWhatIsShown(DOCUMENT, "4).x¦()", "east");
    assertTrue(text("geo/Point.java").contains("Point(int east, int y)"));
    assertTrue(text("geo/Point.java").contains("if (east < 0) { east = 0; }"));
    assertTrue(text("geo/Point.java").contains("return east + y() + this.east;"));
  }

  @Test
  void a_constant_of_an_enum_is_renamed_in_a_switch_and_a_nested_type_where_it_is_named()
      throws Exception {
    write(
        "game/Card.java",
        """
        package game;

        public class Card {
          public enum Suit { HEARTS, SPADES; public static class Rank {} }

          public static int value(Suit suit) {
            switch (suit) {
              case HEARTS: return 1;
              default: return Suit.HEARTS.ordinal();
            }
          }
        }
        """);
    write(
        DOCUMENT,
        """
        import game.Card;
        import game.Card.Suit;

        Card.value(Suit.HEARTS)

        Suit suit = Card.Suit.SPADES;
        int points = switch (suit) { case HEARTS -> 1; case SPADES -> 2; };
        """);
    List<String> before = open();
    rename(DOCUMENT, "Suit.HEA¦RTS", "REDS");
    assertTrue(text("game/Card.java").contains("case REDS: return 1;"));
    assertTrue(text(DOCUMENT).contains("{ case REDS -> 1;"));
    assertEquals(
        before.size(), afresh().size(), files::toString); // the name of a constant is shown
    rename(DOCUMENT, "game.Card.Su¦it", "Colour");
    assertTrue(text(DOCUMENT).contains("import game.Card.Colour;"));
    assertTrue(text(DOCUMENT).contains("Colour suit = Card.Colour.SPADES;"));
    assertTrue(text("game/Card.java").contains("return Colour.REDS.ordinal()"));
  }

  @Test
  void an_import_that_gives_overloads_stays_where_those_are_used() throws Exception {
    write(
        "calc/Calc.java",
        "package calc;\npublic class Calc {\n  public static int twice(int n) { return 2 * n; }\n"
            + "  public static String twice(String s) { return s + s; }\n}\n");
    write(
        "calc/Uses.java",
        "package calc;\nimport static calc.Calc.twice;\nclass Uses {"
            + " int a = twice(1); String b = twice(\"\"); }\n");
    write(DOCUMENT, "import static calc.Calc.twice;\n\ntwice(4)\ntwice(\"ab\")\n");
    keepsWhatIsShown(DOCUMENT, "tw¦ice(4)", "doubled");
    assertEquals(
        "import static calc.Calc.twice;\nimport static calc.Calc.doubled;\n\ndoubled(4)\n"
            + "twice(\"ab\")\n",
        text(DOCUMENT));
    assertTrue(text("calc/Uses.java").contains("import static calc.Calc.doubled;"));
  }

  @Test
  void what_cannot_be_renamed_is_refused_and_says_why() throws Exception {
    shop();
    write("shop/Other.java", "package shop;\nclass Other { int number() { return 1; } }\n");
    write(
        "shop/Run.java",
        "package shop;\npublic class Run implements Runnable { public void run() {} }\n");
    write(
        DOCUMENT,
        "import java.util.List;\n"
            + text(DOCUMENT)
            + "\nnew shop.Run().run();\n\nint ofDocument = \"abc\".length();\n");
    open();
    assertRefused("`java.lang.Runnable`, too", "Run().ru¦n()", "go");
    assertRefused("There is a file Till.java", "new Bas¦ket", "Till");
    assertRefused("is not a name", "new Bas¦ket", "int");
    assertRefused("There is a method `hashCode`", "basket.co¦unt();", "hashCode");
    assertRefused("There is a `LIMIT` already, in line 10", "basket.si¦ze", "LIMIT");
    assertRefused("Basket.java would not compile any more", "basket.si¦ze", "weight");
    assertRefused("not defined in this document", "\"abc\".len¦gth()", "size");
    assertEquals("null", ask("prepareRename", DOCUMENT, "\"abc\".len¦gth()").toString());
    assertEquals("null", ask("prepareRename", DOCUMENT, "import java.util.Li¦st;").toString());
    Files.writeString(
        folder.resolve("shop/Till.java"),
        "package shop;\nclass Till { int a = new Missing().count(); }");
    assertRefused(
        "Till.java has `count` in it, and does not compile (line 2: Missing",
        "basket.co¦unt();",
        "number");
  }

  @Test
  void references_definitions_and_what_can_be_renamed_are_the_same_uses() throws Exception {
    shop();
    open("shop/Basket.java");
    JsonObject prepared = ask("prepareRename", DOCUMENT, "basket.co¦unt();").getAsJsonObject();
    assertEquals("count", prepared.get("placeholder").getAsString());
    JsonObject params = at("shop/Basket.java", "public int co¦unt()");
    params.add("context", LspSession.json("{'includeDeclaration': true}"));
    List<String> uses = new ArrayList<>();
    for (JsonElement one :
        Objects.requireNonNull(editor)
            .rpc
            .request("textDocument/references", params)
            .getAsJsonArray()) {
      JsonObject use = one.getAsJsonObject();
      Position at = position(use.getAsJsonObject("range").get("start"));
      uses.add(path(use.get("uri").getAsString()) + ":" + (at.line() + 1));
    }
    assertEquals(
        List.of("shop/Basket.java:11", "shop/Till.java:8", "shop/Till.java:12", "notes.jsh:6"),
        uses);
    JsonObject definition =
        ask("definition", "shop/Basket.java", "public int co¦unt()")
            .getAsJsonArray()
            .get(0)
            .getAsJsonObject();
    assertEquals(uri("shop/Basket.java"), definition.get("uri").getAsString());
  }

  @Test
  void a_document_among_sources_renames_in_those_of_other_packages() throws Exception {
    write("pom.xml", "<project/>");
    write(
        "src/main/java/shop/Basket.java",
        "package shop;\n\npublic class Basket { public int count() { return 4; } }\n");
    write(
        "src/main/java/till/deep/Till.java",
        "package till.deep;\n\nclass Till { int n = new shop.Basket().count(); }\n");
    document = "src/main/java/till/notes/notes.jsh";
    write(document, "import shop.Basket;\n\nnew Basket().count()\n");
    keepsWhatIsShown(document, "Basket().co¦unt()", "number");
    assertTrue(text("src/main/java/till/deep/Till.java").contains("Basket().number()"));
  }

  @Test
  void a_source_that_only_another_document_takes_in_is_renamed_in() throws Exception {
    write("lib/Helper.java", "class Helper { static int twice(int n) { return 2 * n; } }\n");
    write("more/Uses.java", "class Uses { static int four() { return Helper.twice(2); } }\n");
    write(
        "other.jsh", "//SOURCES lib/Helper.java more/Uses.java\n\nUses.four() + Helper.twice(1)\n");
    write(DOCUMENT, "//SOURCES lib/Helper.java\n\nHelper.twice(4)\n");
    open("other.jsh");
    rename(DOCUMENT, "Helper.twi¦ce", "doubled");
    assertTrue(text("more/Uses.java").contains("Helper.doubled(2)"));
    assertTrue(text("other.jsh").contains("Helper.doubled(1)"));
    assertTrue(text("lib/Helper.java").contains("int doubled(int n)"));
  }

  @Test
  void a_program_that_is_live_is_renamed_in() throws Exception {
    shop();
    write(
        "Program.java",
        """
        // | live
        import shop.Basket;

        void main() {
          Basket basket = new Basket(2);

          System.out.println(basket.count());
        }
        """);
    open("Program.java");
    rename(DOCUMENT, "basket.co¦unt();", "number");
    assertTrue(text("Program.java").contains("println(basket.number());"), files::toString);
  }

  @Test
  void what_an_import_gives_from_far_above_is_renamed_there() throws Exception {
    write("top/Top.java", "package top;\n\npublic interface Top { int EDGE = 7; }\n");
    write("top/Middle.java", "package top;\n\npublic interface Middle extends Top {}\n");
    write("top/Low.java", "package top;\n\npublic class Low implements Middle {}\n");
    write(
        "top/Uses.java",
        "package top;\n\nimport static top.Low.EDGE;\n\nclass Uses { int n = EDGE; }\n");
    write(DOCUMENT, "import static top.Low.EDGE;\n\nEDGE + 1\n");
    keepsWhatIsShown(DOCUMENT, "ED¦GE + 1", "RIM");
    assertTrue(text("top/Uses.java").contains("import static top.Low.RIM;"));
    assertTrue(text(DOCUMENT).contains("import static top.Low.RIM;"));
  }

  @Test
  void lines_of_sources_end_where_the_editor_has_them_end() throws Exception {
    shop();
    write("shop/Basket.java", "// page\f\u2028 one\n" + text("shop/Basket.java"));
    keepsWhatIsShown("shop/Basket.java", "public int si¦ze;", "held", "shop/Basket.java");
    assertTrue(text("shop/Basket.java").contains("this.held = size; }"));
  }

  @Test
  void more_than_can_be_looked_into_is_refused() throws Exception {
    shop();
    write("shop/Huge.java", "package shop;\n\n// count\n/*" + " count".repeat(1_400_000) + " */\n");
    open();
    assertRefused("more sources than can be looked into", "basket.co¦unt();", "number");
  }

  @Test
  void what_nobody_waits_for_is_not_looked_for_on() throws Exception {
    shop();
    open();
    String uri = uri("shop/Basket.java");
    Place place = new Place(uri, position(at("shop/Basket.java", "int co¦unt()").get("position")));
    WorkspaceNames names = language.otherFiles().names();
    assertNotEquals(null, names.uses(new Asked(place, List.of(), () -> false)));
    assertThrows(
        CancellationException.class, () -> names.uses(new Asked(place, List.of(), () -> true)));
  }
}
